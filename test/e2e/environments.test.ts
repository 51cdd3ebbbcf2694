import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, expect, inject, test } from 'vitest';
import { samplePages } from '../../src/build/sample-pages.ts';
import { locales } from '../../src/i18n/locales.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { watchContext } from '../support/watch-context.ts';

const url = inject('url');
// By default Playwright switches the back/forward cache off, which every visitor's browser has on.
const browser = await launchBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test('E13 ticks, follows other tabs and searches where the browser lacks newer interfaces', async () => {
  const context = await browser.newContext();
  const faults = watchContext(context, url);
  await context.addInitScript(() => {
    for (const name of ['PluralRules', 'Segmenter']) Reflect.deleteProperty(Intl, name);
    for (const name of ['BroadcastChannel', 'SharedWorker', 'CompressionStream']) Reflect.deleteProperty(window, name);
    for (const name of ['locks', 'clipboard', 'share']) Object.defineProperty(navigator, name, { get: () => undefined });
  });
  const [first, second] = [await openList(context, 'ar'), await openList(context, 'en')];
  expect(await first.evaluate(() => 'PluralRules' in Intl || 'BroadcastChannel' in window)).toBe(false);
  const before = await getSentence(first);
  await tick(first);
  expect(await isTicked(first)).toBe(true);
  expect(await getSentence(first)).not.toBe(before);
  await expect.poll(() => isTicked(second)).toBe(true);
  await first.locator('header input[type="search"]').fill('اعتذار');
  await first.keyboard.press('Enter');
  await first.locator('atm-search-results [data-link]').first().waitFor();
  expect(faults).toEqual([]);
});

test('F04 finds steps, and in the text finds or says that it cannot, where workers are refused', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${url}en/search/?q=sorry`);
  await page.locator('[data-list] [data-link]').first().waitFor();
  await page.locator('[data-after] section button').click();
  const failed = await page.locator('atm-search-results').getAttribute('data-text-failed');
  await expect
    .poll(async () => (await page.locator('[data-after] section li').count()) > 0 || (await page.locator('[data-text-status]').textContent()) === failed)
    .toBe(true);
  expect(errors).toEqual([]);
});

test.for([
  ['1970', '1970-01-01T00:00:00Z'],
  ['2099', '2099-12-31T23:59:59Z'],
])('E14 keeps ticks on a device whose clock stands in %s', async ([, time]) => {
  const context = await browser.newContext({ timezoneId: 'Pacific/Apia' });
  const faults = watchContext(context, url);
  await context.clock.setFixedTime(time!);
  const page = await openList(context, 'he');
  await tick(page);
  await page.reload();
  expect(await isTicked(page)).toBe(true);
  // The clock stands still, and still the second action is the later one.
  await tick(page);
  await page.reload();
  expect(await isTicked(page)).toBe(false);
  expect(faults).toEqual([]);
});

test('E14 follows the last action when the clock is put back between two ticks', async () => {
  const context = await browser.newContext();
  const page = await openList(context, 'it');
  await page.clock.setFixedTime('2099-01-01T00:00:00Z');
  await tick(page);
  await page.clock.setFixedTime('1970-01-01T00:00:00Z');
  await page.reload();
  await tick(page);
  await page.reload();
  expect(await isTicked(page)).toBe(false);
});

test('E17 goes on ticking when the browser has translated the page', async () => {
  const context = await browser.newContext();
  const faults = watchContext(context, url);
  for (const locale of locales) {
    const page = await openList(context, locale);
    await translate(page);
    const before = await getSentence(page);
    await tick(page);
    expect(await getSentence(page), locale).not.toBe(before);
    await translate(page);
    await tick(page);
    expect(await getSentence(page), locale).toBe(before);
    const ids = await page.locator('[data-item]').evaluateAll((items) => items.map((item) => [item.id, item.querySelector('input')?.value]));
    expect(
      ids.every(([id, value]) => id && id === value),
      locale,
    ).toBe(true);
    await tick(page);
    await page.reload();
    expect(await isTicked(page), locale).toBe(true);
    await tick(page);
    await page.close();
  }
  expect(faults).toEqual([]);
});

test('E18 shows the newest ticks and colours on a page that the visitor goes back to', async () => {
  const context = await browser.newContext();
  const page = await openList(context, 'he');
  await page.locator(`header a[href$="/he/${samplePages.guide}"]`).click();
  await page.waitForURL(`${url}he/${samplePages.guide}`);
  const other = await openList(context, 'en');
  await tick(other);
  await other.locator('atm-theme select').selectOption('dark');
  await page.goBack({ waitUntil: 'commit' }); // a page that comes back from the cache loads nothing
  await page.waitForURL(`${url}he/${samplePages.checklist}`, { waitUntil: 'commit' });
  await expect.poll(() => isTicked(page)).toBe(true);
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
  expect(await page.locator('atm-theme select').inputValue()).toBe('dark');
});

test('E18 shows the newest ticks and colours in a duplicated and in a restored tab', async () => {
  const context = await browser.newContext();
  const page = await openList(context, 'ar');
  await tick(page);
  await page.locator('atm-theme select').selectOption('dark');
  const copy = await openList(context, 'ar');
  await page.close();
  expect([await isTicked(copy), await copy.locator('html').getAttribute('data-theme')]).toEqual([true, 'dark']);
});

async function openList(context: BrowserContext, locale: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}${locale}/${samplePages.checklist}`);
  return page;
}

/** Clicks the box of one item. */
async function tick(page: Page): Promise<void> {
  await page.locator('#no-but .state').click();
}

function isTicked(page: Page): Promise<boolean> {
  return page.locator('#no-but .box').isChecked();
}

async function getSentence(page: Page): Promise<string | null> {
  return page.locator('[data-progress]').textContent();
}

/** Does to the page what a browser's translation does: every text moves into `<font>` elements and is written anew. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.lang = 'fr';
    document.documentElement.classList.add('translated-ltr');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.closest('script, style')) continue;
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
}
