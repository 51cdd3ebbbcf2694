import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, expect, inject, test } from 'vitest';
import { getSamplePages, type PageKind } from '../../src/build/sample-pages.ts';
import { launchBrowser } from '../support/launch-browser.ts';

const url = inject('url');
const browser = await launchBrowser();

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test('E04 reads at once and moves nothing where fonts are blocked', async () => {
  const faults: string[] = [];
  const context = await createContext();
  await context.route('**/*.woff2', (route) => route.abort());
  const page = await context.newPage();
  for (const path of getPaths(['phase', 'checklist'])) {
    await page.goto(url + path);
    await expect.poll(() => isTextPainted(page), { timeout: 10_000, message: `${path} shows text` }).toBe(true);
    const shift = await getShift(page);
    if (shift > 0.05) faults.push(`${path} moves by ${shift}`);
  }
  expect(faults).toEqual([]);
});

test('E04 paints the text before a slow font is there, and moves nothing when it comes', async () => {
  expect(await getShiftsWhenLate('**/*.woff2', ['home', 'phase'])).toEqual([]);
});

test('E02 moves nothing when slow scripts come after the text has been painted', async () => {
  expect(await getShiftsWhenLate('**/_astro/*.js', ['phase', 'checklist', 'message', 'search'])).toEqual([]);
});

function getPaths(kinds: readonly PageKind[]): string[] {
  return getSamplePages().flatMap(({ kind, path }) => (kinds.includes(kind) ? [path] : []));
}

/** What moves where the files that match `pattern` come only after the text is on the screen: nothing, or page and distance. */
async function getShiftsWhenLate(pattern: string, kinds: readonly PageKind[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of getPaths(kinds)) {
    const context = await createContext();
    if (!pattern.endsWith('woff2')) await context.route('**/*.woff2', (route) => route.abort()); // one cause at a time
    const painted = Promise.withResolvers<void>();
    let held = 0;
    await context.route(pattern, async (route) => {
      held += 1;
      await painted.promise;
      await route.continue();
    });
    const page = await context.newPage();
    await page.goto(url + path, { waitUntil: 'commit' });
    // Held back until text is on the screen: with text that waits for these files this would never end.
    await expect.poll(() => isTextPainted(page), { timeout: 10_000, message: `${path} shows text` }).toBe(true);
    painted.resolve();
    await page.waitForLoadState('load');
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const moved = await page.evaluate(afterFrames).then(() => page.evaluate(() => (window as unknown as Noted).notes.moved));
    faults.push(...moved.map((part) => `${path}: ${part}`));
    if (held === 0) faults.push(`${path} asks for no ${pattern}`);
    await context.close();
  }
  return faults;
}

/** A phone whose pages note what is painted and what moves. */
async function createContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addInitScript(() => {
    const notes: Noted['notes'] = { shift: 0, moved: [], text: false };
    (window as unknown as Noted).notes = notes;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        notes.shift += entry.value;
        const names = entry.sources.map(({ node }) =>
          node instanceof Element ? `<${node.tagName.toLowerCase()} class="${node.className}">` : node?.textContent?.slice(0, 40),
        );
        notes.moved.push(`${names.join(', ')} by ${entry.value}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      // Text in a font that is still awaited does not count as painted.
      for (const entry of list.getEntries()) notes.text ||= Boolean((entry as PerformanceEntry & { element?: Element }).element?.textContent?.trim());
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  return context;
}

async function isTextPainted(page: Page): Promise<boolean> {
  await page.evaluate(afterFrames);
  return page.evaluate(() => (window as unknown as Noted).notes.text);
}

async function getShift(page: Page): Promise<number> {
  await page.evaluate(afterFrames);
  return page.evaluate(() => (window as unknown as Noted).notes.shift);
}

/** Runs in the page: waits until what is there has been laid out, painted and reported. */
function afterFrames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
}

interface Noted {
  notes: { shift: number; moved: string[]; text: boolean };
}

type Shift = PerformanceEntry & { value: number; sources: { node?: Node }[] };
