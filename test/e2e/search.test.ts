import type { BrowserContext } from 'playwright-core';
import { afterEach, expect, inject, test } from 'vitest';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { MOST_RESULTS, MOST_SUGGESTIONS } from '../../src/search/most-results.ts';
import { TYPING_PAUSE } from '../../src/search/results-query.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { watchContext } from '../support/watch-context.ts';

const url = inject('url');
const browser = await launchBrowser();

/** A machine with more to do than this test may take so long. */
const patience = { timeout: 10_000 };

/** Three words that somebody types who has to say sorry; the same step in each language. */
const threeWords: Record<Locale, string> = { he: 'איך אומרים סליחה', ar: 'كيف أعتذر للعميل', it: 'come chiedere scusa', en: 'how to apologise' };

/** A word as it comes out where the keyboard was left in another language. */
const wrongKeys: Partial<Record<Locale, string>> = { he: 'xkhjv', ar: 'huj`hv', en: 'שפםךםעט' };

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test.for(locales)('suggests the step for three words, and opens it with an arrow and Enter (%s)', async (locale) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const faults = watchContext(context, url);
  const page = await context.newPage();
  await page.goto(`${url}${locale}/about/`);
  await page.keyboard.press('/');
  await page.keyboard.type(threeWords[locale]);
  const options = page.locator('[role="option"]');
  await options.first().waitFor();
  await expect.poll(() => options.first().getAttribute('href'), patience).toBe(`${new URL(url).pathname}${locale}/guide/own-up/#open-with-apology`);
  const counts = JSON.parse((await page.locator('atm-search-box').getAttribute('data-counts')) ?? '[]') as string[];
  await expect.poll(() => page.locator('[data-said]').textContent(), patience).toContain(counts[await options.count()]);
  const { sideways, low } = await page.evaluate(() => ({
    sideways: document.documentElement.scrollWidth > innerWidth,
    low: [...document.querySelectorAll('[role="option"]')].filter((option) => option.getBoundingClientRect().height < 44).length,
  }));
  expect([sideways, low]).toEqual([false, 0]);
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('header input').getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}${locale}/guide/own-up/#open-with-apology`);
  expect(faults).toEqual([]);
});

test.for(locales)('answers on the search page while somebody types, and comes back to what was sent off (%s)', async (locale) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const faults = watchContext(context, url);
  const page = await context.newPage();
  await page.goto(`${url}${locale}/search/`);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(threeWords[locale]);
  const results = page.locator('[data-list] > li > [data-link]');
  const step = `${new URL(url).pathname}${locale}/guide/own-up/#open-with-apology`;
  await expect.poll(() => results.first().getAttribute('href'), patience).toBe(step);
  await expect.poll(() => new URL(page.url()).searchParams.get('q'), patience).toBe(threeWords[locale]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('zzzzz');
  await page.keyboard.press('Enter');
  const none = await page.locator('atm-search-results').getAttribute('data-none');
  await expect.poll(() => page.locator('[data-status]').textContent(), patience).toBe(none);
  for (const path of ['steps/', 'triage/', 'guide/assess/'])
    expect(await page.locator(`[data-rescue] a[href$="/${locale}/${path}"]`).isVisible(), path).toBe(true);
  expect(await page.locator('[data-rescue] .phase').count()).toBe(8);
  await page.goBack();
  await expect.poll(() => page.locator('header input').inputValue(), patience).toBe(threeWords[locale]);
  await expect.poll(() => results.first().getAttribute('href'), patience).toBe(step);
  expect(faults).toEqual([]);
});

test.for(Object.entries(wrongKeys))('rescues what was typed with another keyboard, and says what it was taken for (%s)', async ([locale, typed]) => {
  const page = await browser.newPage();
  await page.goto(`${url}${locale}/search/?q=${encodeURIComponent(typed)}`);
  await page.locator('[data-list] [data-link]').first().waitFor();
  expect(await page.locator('atm-search-results [data-note] [data-query]').textContent()).not.toBe(typed);
  expect(await page.locator('[data-list] [data-link]').first().getAttribute('href')).toMatch(/#[a-z-]+$/);
});

test('F07 finds the words of another language, says so, and offers that language', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}en/search/?q=chiedere+scusa`);
  await page.locator('[data-list] [data-link]').first().waitFor();
  expect(await page.locator('[data-list] [data-link]').first().getAttribute('href')).toMatch(/\/en\/guide\/own-up\/#open-with-apology$/);
  await expect.poll(() => page.locator('atm-search-results [data-note]').textContent(), patience).toContain('Italian');
  await page.locator('[data-offer] a').click();
  await page.waitForURL(`${url}it/search/?q=chiedere+scusa`);
  await page.locator('[data-list] [data-link]').first().waitFor();
});

test('F01 F02 F08 says so and shows the other ways where the index is missing, damaged, or of another build or language', async () => {
  const english = await getIndex('en');
  for (const answer of [
    { status: 404, contentType: 'text/html', body: '<!doctype html>' },
    { contentType: 'text/html', body: '<!doctype html>Log in to the hotel' },
    { body: english.slice(0, english.length / 2) },
    { body: english.replace(/"version":"[0-9a-f]+"/, '"version":"0123456789ab"') },
    { body: await getIndex('it') },
  ]) {
    const context = await browser.newContext();
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(error.error().message));
    await context.route('**/search-index/en.*.json', (route) => route.fulfill(answer));
    const page = await context.newPage();
    await page.goto(`${url}en/search/?q=sorry`);
    const failed = (await page.locator('atm-search-results').getAttribute('data-failed')) ?? '';
    await expect.poll(() => page.locator('[data-status]').textContent(), patience).toBe(failed);
    expect(await page.locator('[data-rescue] a').first().isVisible()).toBe(true);
    expect(await page.locator('[data-list] [data-link]').count()).toBe(0);
    // The box goes on being a search field that sends off.
    await page.goto(`${url}en/about/`);
    await page.locator('header input').fill('sorry');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}en/search/?q=sorry`);
    expect(errors).toEqual([]);
    await context.close();
  }
});

test('F03 lets somebody type while the index is slow, says that it is searching, and answers the newest query', async () => {
  const context = await browser.newContext();
  const held = Promise.withResolvers<void>();
  await context.route('**/search-index/*.json', async (route) => {
    await held.promise;
    await route.continue();
  });
  const page = await context.newPage();
  await page.goto(`${url}en/search/?q=deadline`);
  const searching = await page.locator('atm-search-results').getAttribute('data-searching');
  await expect.poll(() => page.locator('[data-status]').textContent(), patience).toBe(searching);
  await page.keyboard.press('/');
  await page.keyboard.type('how to apologise');
  expect(await page.locator('header input').inputValue()).toBe('how to apologise');
  held.resolve();
  await expect.poll(() => page.locator('[data-list] [data-link]').first().getAttribute('href'), patience).toMatch(/#open-with-apology$/);
});

test('loads what suggests when the box is used, and the full text when it is asked for', async () => {
  const context = await browser.newContext();
  const asked: string[] = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const page = await context.newPage();
  await page.goto(`${url}en/guide/own-up/`);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /search-index|pagefind|suggest|english/.test(path))).toEqual([]);
  await page.keyboard.press('/');
  await expect.poll(() => asked.filter((path) => path.includes('/search-index/en.')).length, patience).toBe(1);
  await page.keyboard.type('client');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}en/search/?q=client`);
  await page.locator('[data-list] [data-link]').first().waitFor();
  expect(asked.filter((path) => /pagefind|search-index\/(he|ar|it)/.test(path))).toEqual([]);
});

test.for([
  ['he', 'לקוח'],
  ['ar', 'العميل'],
  ['it', 'cliente'],
  ['en', 'clients'],
] as const)(
  'finds more in the text, in its language alone, each with an excerpt that holds the word, at a place that is there (%s)',
  async ([locale, query]) => {
    const context = await browser.newContext();
    const faults = watchContext(context, url);
    const page = await context.newPage();
    await page.goto(`${url}${locale}/search/?q=${encodeURIComponent(query)}`);
    await page.locator('[data-after] section button').click();
    const rows = page.locator('[data-after] section li');
    await rows.first().waitFor();
    const found = await rows.evaluateAll((items) =>
      items.map((item) => ({
        href: item.querySelector('a')!.href,
        marked: item.querySelectorAll('mark').length,
        text: item.querySelector('[data-summary]')?.textContent ?? '',
      })),
    );
    expect(found.length).toBeGreaterThan(3);
    for (const { href, marked, text } of found) {
      expect(href.startsWith(`${url}${locale}/`), href).toBe(true);
      expect(marked, text).toBeGreaterThan(0);
    }
    for (const { href } of found.slice(0, 4)) {
      const response = await page.goto(href);
      expect(response === null || response.ok(), href).toBe(true);
      const { hash } = new URL(href);
      if (hash) expect(await page.locator(hash).count(), href).toBe(1);
    }
    expect(faults).toEqual([]);
  },
);

test.for([
  ['is missing', async (context: BrowserContext) => context.route('**/pagefind/**', (route) => route.fulfill({ status: 404, body: '' }))],
  [
    'is something else',
    async (context: BrowserContext) => context.route('**/pagefind/**', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })),
  ],
  [
    'has only another language',
    async (context: BrowserContext) =>
      context.route('**/pagefind-entry.json', async (route) => {
        const entry = (await (await route.fetch()).json()) as { languages: Record<string, unknown> };
        await route.fulfill({ json: { ...entry, languages: { he: entry.languages['he'] } } });
      }),
  ],
] as const)('F04 F07 keeps the results and says that the text cannot be searched where its index %s', async ([, refuse]) => {
  const context = await browser.newContext();
  await refuse(context);
  const page = await context.newPage();
  await page.goto(`${url}en/search/?q=client`);
  await page.locator('[data-after] section button').click();
  const failed = await page.locator('atm-search-results').getAttribute('data-text-failed');
  await expect.poll(() => page.locator('[data-text-status]').textContent(), patience).toBe(failed);
  expect(await page.locator('[data-list] [data-link]').count()).toBeGreaterThan(0);
});

test('remembers what was sent off, offers it in the empty field, and forgets it when told to', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}he/about/`);
  await page.locator('header input').click();
  await expect.poll(() => page.locator('header input').getAttribute('role'), patience).toBe('combobox');
  await page.locator('header input').fill('פיצוי');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}he/search/?q=**`);
  await page.goto(`${url}he/guide/`);
  await page.locator('header input').click();
  await page.locator('[role="option"]').waitFor();
  expect(await page.locator('[role="option"]').textContent()).toContain('פיצוי');
  await page.locator('[data-forget]').click();
  expect(await page.locator('[role="option"]').count()).toBe(0);
  await page.reload();
  await page.locator('header input').click();
  await expect.poll(() => page.locator('header input').getAttribute('role'), patience).toBe('combobox');
  expect(await page.locator('[role="option"]').count()).toBe(0);
});

test.for(locales)('draws at most one answer for each key, no more rows than it shows, and fetches nothing for it (%s)', async (locale) => {
  const step = `${new URL(url).pathname}${locale}/guide/own-up/#open-with-apology`;
  for (const [path, list, parts, most] of [
    ['about/', '[data-options]', 1, MOST_SUGGESTIONS],
    // The first rows, and a moment later the others.
    ['search/', '[data-list]', 2, MOST_RESULTS],
  ] as const) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const first = page.locator(`${list} [data-link]`).first();
    await page.clock.install({ time: 0 });
    await page.goto(`${url}${locale}/${path}`);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(threeWords[locale]);
    await expect.poll(() => first.getAttribute('href'), patience).toBe(step);
    // All that answers is there. From now on time passes in the page only as it is told to, however slow the machine is.
    await page.waitForLoadState('networkidle');
    await page.clock.pauseAt(3_600_000);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.clock.runFor(1_000);
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await page.evaluate(noteRows, list);
    const work: number[][] = [];
    const last = threeWords[locale].lastIndexOf(' ');
    await page.keyboard.insertText(threeWords[locale].slice(0, last));
    for (const letter of threeWords[locale].slice(last)) {
      await page.keyboard.type(letter);
      await page.clock.runFor(TYPING_PAUSE - 1);
      work.push(await page.evaluate(() => (window as unknown as { rows: number[] }).rows.splice(0)));
    }
    expect(work.flat().length, path).toBeGreaterThan(work.length / 2);
    expect([path, work.filter((rows) => rows.length > parts || rows.reduce((sum, count) => sum + count, 0) > most)]).toEqual([path, []]);
    expect(asked).toEqual([]);
    await page.clock.runFor(1_000);
    await expect.poll(() => first.getAttribute('href'), patience).toBe(step);
    await context.close();
  }
});

/** Runs in the page: notes how many rows come into a list, each time that some do. */
function noteRows(list: string): void {
  const rows: number[] = [];
  Object.assign(window, { rows });
  const observer = new MutationObserver((records) => rows.push(...records.map(({ addedNodes }) => addedNodes.length).filter(Boolean)));
  observer.observe(document.querySelector(list)!, { childList: true });
}

/** The index of a language, as the site serves it. */
async function getIndex(locale: Locale): Promise<string> {
  const html = await (await fetch(`${url}${locale}/search/`)).text();
  const [path] = new RegExp(`[^"&;]*search-index/${locale}\\.[0-9a-f]+\\.json`).exec(html) ?? [];
  return (await fetch(new URL(path!, url))).text();
}
