import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { BrowserContextOptions } from 'playwright-core';
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

const looks: [string, BrowserContextOptions][] = process.env['FULL']
  ? [360, 1280].flatMap((width) =>
      (['light', 'dark'] as const).flatMap((colorScheme) =>
        (['none', 'active'] as const).map((forcedColors): [string, BrowserContextOptions] => [
          `${width} px, ${colorScheme}${forcedColors === 'active' ? ', forced colours' : ''}`,
          { viewport: { width, height: 800 }, colorScheme, forcedColors },
        ]),
      ),
    )
  : [
      ['360 px, light', { viewport: { width: 360, height: 740 }, colorScheme: 'light' }],
      ['1280 px, dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
    ];

test.for(looks)('axe finds no fault on any kind of page in any language: %s', { timeout: 300_000 }, async ([, look]) => {
  const context = await browser.newContext({ ...look, locale: 'fr-FR' });
  const page = await context.newPage();
  const faults: string[] = [];
  let checked = 0;
  for (const path of [...getSamplePages().map((sample) => sample.path), ...others]) {
    await page.goto(url + path);
    if (path.includes('?q=')) await page.locator('[data-link]').first().waitFor();
    if (path.includes('during-conversation')) {
      await page.locator('#no-but .state').click();
      await page.locator('#said-we [data-own] > summary').click();
      await page.locator('#said-we .part > summary').first().click();
    }
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(
      (options) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
      options,
    );
    checked += passes.length;
    for (const { id, nodes } of violations)
      faults.push(...nodes.map((node) => `${path}: ${id} at ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`));
  }
  expect(faults).toEqual([]);
  expect(checked).toBeGreaterThan(getSamplePages().length * 10);
  await context.close();
});
