import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, inject, test } from 'vitest';
import { getSamplePages } from '../../src/build/sample-pages.ts';
import { launchBrowser } from '../support/launch-browser.ts';

const url = inject('url');
const browser = await launchBrowser();
// Evaluated from outside: the pages' policy lets no script in.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** Pages that are no sample: the root, the page for unknown addresses, results of a search, a step that a link leads to. */
const others = ['', 'nowhere/', 'he/search/?q=%D7%A1%D7%9C%D7%99%D7%97%D7%94', 'ar/guide/own-up/#never-deny'];

const looks: [string, Look][] = process.env['FULL']
  ? [360, 1280].flatMap((width) =>
      (['light', 'dark'] as const).flatMap((colorScheme) =>
        (['none', 'active'] as const).map((forcedColors): [string, Look] => [
          `${width} px, ${colorScheme}${forcedColors === 'active' ? ', forced colours' : ''}`,
          { width, colorScheme, forcedColors },
        ]),
      ),
    )
  : [
      ['360 px, light', { width: 360, colorScheme: 'light', forcedColors: 'none' }],
      ['1280 px, dark', { width: 1280, colorScheme: 'dark', forcedColors: 'none' }],
    ];

const paths = [...getSamplePages().map((sample) => sample.path), ...others];

test(`axe finds no fault on any kind of page in any language: ${looks.map(([name]) => name).join('; ')}`, { timeout: 900_000 }, async () => {
  // Colours that fade from one look to the next would be measured on their way.
  const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults: string[] = [];
  let checked = 0;
  for (const path of paths) {
    await page.goto(url + path);
    if (path.includes('?q=')) await page.locator('[data-link]').first().waitFor();
    if (path.includes('during-conversation')) {
      await page.locator('#no-but .state').click();
      await page.locator('#said-we [data-own] > summary').click();
      await page.locator('#said-we .part > summary').first().click();
    }
    await page.evaluate(axe);
    for (const [name, { width, ...media }] of looks) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia(media);
      const { violations, passes } = await page.evaluate(
        (options) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
        options,
      );
      checked += passes.length;
      for (const { id, nodes } of violations)
        faults.push(...nodes.map((node) => `${path} at ${name}: ${id} at ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`));
    }
  }
  expect(faults).toEqual([]);
  expect(checked).toBeGreaterThan(paths.length * looks.length * 10);
  await context.close();
});

/** What a page looks like to a reader. */
interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'none' | 'active';
}
