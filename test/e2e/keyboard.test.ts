import { afterEach, expect, inject, test } from 'vitest';
import { samplePages } from '../../src/build/sample-pages.ts';
import { locales } from '../../src/i18n/locales.ts';
import { launchBrowser } from '../support/launch-browser.ts';

const url = inject('url');
const browser = await launchBrowser();

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test.for(locales)('E11 reaches every control once, in the order of the page, seen and not covered (%s)', async (locale) => {
  const faults: string[] = [];
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  for (const [kind, width] of [
    ['phase', 1280],
    ['checklist', 360],
    ['message', 1280],
  ] as const) {
    await page.setViewportSize({ width, height: 720 });
    await page.goto(`${url}${locale}/${samplePages[kind]}`);
    const total = await page.evaluate(numberControls);
    expect(total).toBeGreaterThan(20);
    for (let index = 0; index < total; index += 1) {
      await page.keyboard.press('Tab');
      let focus = await page.evaluate(describeFocus);
      // A field for a date has a stop for each of its parts.
      while (index > 0 && focus.index === index - 1 && focus.isDate) {
        await page.keyboard.press('Tab');
        focus = await page.evaluate(describeFocus);
      }
      if (focus.index !== index) faults.push(`${kind}: stop ${index} is ${focus.name}, number ${focus.index} in the page`);
      faults.push(...focus.faults.map((fault) => `${kind}: ${focus.name} ${fault}`));
      if (focus.index === -1) break;
    }
    await page.keyboard.press('Tab');
    const { index, name } = await page.evaluate(describeFocus);
    if (index > 0) faults.push(`${kind}: the last stop is followed by ${name}`);
  }
  expect(faults).toEqual([]);
});

test('E11 goes through the header from line to line, never back up', async () => {
  const faults: string[] = [];
  const page = await browser.newPage();
  for (const locale of locales) {
    await page.goto(`${url}${locale}/`);
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 720 });
      const stops = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('header a[href], header input, header button')]
          .filter((element) => element.checkVisibility())
          .map((element) => {
            const { top, bottom } = element.getBoundingClientRect();
            return { middle: (top + bottom) / 2, half: (bottom - top) / 2, name: element.innerText || element.getAttribute('aria-label') };
          }),
      );
      for (const [index, stop] of stops.slice(1).entries()) {
        const before = stops[index]!;
        if (stop.middle < before.middle - before.half) faults.push(`${locale} at ${width} px: “${stop.name}” comes after “${before.name}” and stands above it`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('E11 ticks and unticks with the space bar and keeps the focus', async () => {
  const page = await browser.newPage();
  for (const locale of locales) {
    await page.goto(`${url}${locale}/${samplePages.checklist}`);
    await page.locator('#no-but .box').focus();
    const before = await page.locator('[data-progress]').textContent();
    await page.keyboard.press('Space');
    expect(await page.locator('#no-but .box').isChecked(), locale).toBe(true);
    expect(await page.locator('[data-progress]').textContent(), locale).not.toBe(before);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value), locale).toBe('no-but');
    await page.keyboard.press('Space');
    expect(await page.locator('[data-progress]').textContent(), locale).toBe(before);
  }
});

test('E11 skips to the text with the first key, in every language', async () => {
  const page = await browser.newPage();
  for (const locale of locales) {
    await page.goto(`${url}${locale}/${samplePages.checklist}`);
    await page.keyboard.press('Tab');
    const skip = page.locator('a[href="#text"]');
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    const box = await skip.boundingBox();
    expect(box?.height, locale).toBeGreaterThan(20);
    expect(box?.width, locale).toBeGreaterThan(60);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id), locale).toBe('text');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main')?.querySelector('a[href], input') === document.activeElement), locale).toBe(true);
  }
});

test('E11 searches and goes on reading at what was found by keys alone', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}en/`);
  while (!(await page.evaluate(() => document.activeElement?.matches('input[type="search"]')))) await page.keyboard.press('Tab');
  await page.keyboard.type('sorry');
  await page.keyboard.press('Enter');
  await page.locator('[data-link]').first().waitFor();
  while (!(await page.evaluate(() => document.activeElement?.matches('[data-link]')))) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#open-with-apology$/);
  // The next stop is inside what was found, not back at the top of the page.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('open-with-apology');
});

/**
 * Runs in the page: numbers all controls in the order of the page and returns how many there are. The answers to one
 * question are one stop; arrow keys lead from one to the next.
 */
function numberControls(): number {
  const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')].filter(
    (element) => element.checkVisibility() && element.getAttribute('tabindex') !== '-1',
  );
  const getGroup = (element: HTMLElement) => (element instanceof HTMLInputElement && element.type === 'radio' ? element.name : element);
  const stops = [...new Set(controls.map(getGroup))];
  for (const control of controls) control.dataset['stop'] = String(stops.indexOf(getGroup(control)));
  return stops.length;
}

/** Runs in the page: which control has the focus, and what keeps a reader from seeing that. */
function describeFocus(): { index: number; name: string; faults: string[]; isDate: boolean } {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return { index: -1, name: 'nothing', faults: [], isDate: false };
  const faults: string[] = [];
  const style = getComputedStyle(element);
  if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2) faults.push('has no outline');
  const outline = style.outlineColor.match(/[\d.]+/g)?.map(Number) ?? [];
  if (outline[3] === 0) faults.push('has an invisible outline');
  const { left, right, top, bottom } = element.getBoundingClientRect();
  if (bottom - top < 2 || top < -1 || bottom > innerHeight + 1 || left < -1 || right > innerWidth + 1)
    faults.push(`lies outside the window: ${top} to ${bottom}`);
  const [box] = element.getClientRects();
  const over = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (over && !element.contains(over) && !over.contains(element)) faults.push(`is covered by <${over.tagName.toLowerCase()} class="${over.className}">`);
  return {
    index: Number(element.dataset['stop'] ?? -2),
    name: `“${element.innerText.trim() || element.getAttribute('aria-label') || element.getAttribute('value')}”`,
    faults,
    isDate: element instanceof HTMLInputElement && element.type.startsWith('date'),
  };
}
