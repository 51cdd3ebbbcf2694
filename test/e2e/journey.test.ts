import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, expect, inject, test } from 'vitest';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { watchContext } from '../support/watch-context.ts';

const url = inject('url');
const browser = await launchBrowser();
const list = 'checklists/during-conversation/';

/** What somebody would type who has to say sorry. */
const sorry: Record<Locale, string> = { he: 'סליחה', ar: 'آسف', it: 'chiedere scusa', en: 'sorry' };

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test.for(locales)('takes a stranger from the root to a checklist whose ticks outlast reload, language and tab (%s)', async (locale) => {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 360, height: 740 } });
  const faults = watchContext(context, url);
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(`main a[data-locale="${locale}"]`).click();
  expect(page.url()).toBe(`${url}${locale}/`);
  await page.locator('header nav a[href$="/guide/"]').click();
  await page.locator('main a[href$="/guide/own-up/"]').click();
  expect(await page.locator('main section.step').count()).toBe(8);
  await page.locator(`aside a[href$="/${list}"]`).click();
  await page.waitForURL(`${url}${locale}/${list}`);

  const sentence = await getSentence(page);
  await page.locator('#mistake-named .state').click();
  await page.locator('#said-we .state').click();
  expect(await getSentence(page)).not.toBe(sentence);
  await page.reload();
  expect(await getTicked(page)).toEqual(['mistake-named', 'said-we']);

  const other = locales[(locales.indexOf(locale) + 1) % locales.length]!;
  await page.locator(`header a[data-locale="${other}"]:visible`).click();
  await page.waitForURL(`${url}${other}/${list}`);
  expect(await getTicked(page)).toEqual(['mistake-named', 'said-we']);
  // The root now leads to the language that was picked last.
  const tab = await context.newPage();
  await tab.goto(url);
  await tab.waitForURL(`${url}${other}/`);
  expect(faults).toEqual([]);
});

test('S09 shows a tick in a second tab without a reload, and keeps what both tabs tick at once', async () => {
  const context = await browser.newContext();
  const first = await openList(context, 'he');
  const second = await openList(context, 'ar');
  await tick(first, 'no-but');
  await expect.poll(() => getTicked(second), { timeout: 5000 }).toEqual(['no-but']);

  const rounds = [
    ['apology-came-first', 'mistake-named'],
    ['said-we', 'trouble-made-concrete'],
    ['repair-owner-date-stated', 'nothing-disputed'],
    ['questions-asked-for', 'next-date-agreed'],
  ] as const;
  for (const [one, other] of rounds) {
    await Promise.all([clickBox(first, one), clickBox(second, other)]);
    for (const page of [first, second]) await expect.poll(() => getTicked(page), { timeout: 5000 }).toEqual(expect.arrayContaining([one, other]));
  }
  const all = ['no-but', ...rounds.flat()].sort();
  await Promise.all([first.reload(), second.reload()]);
  expect([(await getTicked(first)).sort(), (await getTicked(second)).sort()]).toEqual([all, all]);
});

test('S10 lets the last action win in both tabs', async () => {
  const context = await browser.newContext();
  const first = await openList(context, 'it');
  const second = await openList(context, 'en');
  await tick(first, 'no-but');
  await expect.poll(() => getTicked(second)).toEqual(['no-but']);
  await tick(second, 'no-but');
  await expect.poll(() => getTicked(first)).toEqual([]);
  await first.reload();
  expect(await getTicked(first)).toEqual([]);
});

test('S16 keeps the ticks in all four languages under the same ids', async () => {
  const context = await browser.newContext();
  const page = await openList(context, 'he');
  await tick(page, 'questions-asked-for');
  const sentences = new Set<string>();
  for (const locale of locales) {
    await page.goto(`${url}${locale}/${list}`);
    expect(await getTicked(page), locale).toEqual(['questions-asked-for']);
    sentences.add(await getSentence(page));
  }
  expect(sentences.size).toBe(4);
});

test.for(locales)('finds the apology from the box in the header, opens the page at it and comes back to the results (%s)', async (locale) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const faults = watchContext(context, url);
  const page = await context.newPage();
  await page.goto(`${url}${locale}/about/`);
  await page.locator('header input[type="search"]').fill(sorry[locale]);
  await page.keyboard.press('Enter');
  const results = page.locator('[data-list] > li > [data-link]');
  await results.first().waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe(sorry[locale]);
  expect(await page.locator('header input[type="search"]').inputValue()).toBe(sorry[locale]);
  expect(await results.first().getAttribute('href')).toBe(`${new URL(url).pathname}${locale}/guide/own-up/#open-with-apology`);
  const counts = JSON.parse((await page.locator('atm-search-results').getAttribute('data-counts')) ?? '[]') as string[];
  /** Whether the sentence says how many there are; further terms may bring more a moment later. */
  const isCounted = async () => (await page.locator('[data-status]').textContent()) === counts[await results.count()];
  await expect.poll(isCounted).toBe(true);

  await results.first().click();
  await page.waitForURL(`${url}${locale}/guide/own-up/#open-with-apology`);
  await expect.poll(() => isAtTop(page, 'open-with-apology')).toBe(true);
  await page.goBack();
  await results.first().waitFor();
  await expect.poll(isCounted).toBe(true);
  expect(faults).toEqual([]);
});

test('takes the query along when the language changes on the search page', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}en/search/?q=sorry+%26+%3Cb%3E`);
  await page.locator('header a[data-locale="it"]:visible').click();
  await page.waitForURL(`${url}it/search/?q=sorry+%26+%3Cb%3E`);
  expect(await page.locator('header input[type="search"]').inputValue()).toBe('sorry & <b>');
});

test('F01 says so and leads to the list of all steps where the index cannot be had', async () => {
  const context = await browser.newContext();
  await context.route('**/search-index/**', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html>Log in to the hotel' }));
  const page = await context.newPage();
  await page.goto(`${url}he/search/?q=x`);
  const failed = (await page.locator('atm-search-results').getAttribute('data-failed')) ?? '';
  await expect.poll(() => page.locator('[data-status]').textContent()).toBe(failed);
  await page.locator('[data-rescue] a').first().click();
  await page.waitForURL(`${url}he/steps/`);
});

async function openList(context: BrowserContext, locale: Locale): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}${locale}/${list}`);
  return page;
}

async function tick(page: Page, id: string): Promise<void> {
  await page.locator(`#${id} .state`).click();
}

/** Ticks from inside the page: two tabs then act closer together than the browser could be told to from outside. */
async function clickBox(page: Page, id: string): Promise<void> {
  await page.locator(`#${id} .box`).evaluate((box) => (box as HTMLInputElement).click());
}

function getTicked(page: Page): Promise<string[]> {
  return page.locator('atm-checklist .box').evaluateAll((boxes) => (boxes as HTMLInputElement[]).filter((box) => box.checked).map((box) => box.value));
}

async function getSentence(page: Page): Promise<string> {
  return (await page.locator('[data-progress]').textContent()) ?? '';
}

/** Whether the target of the address stands in the upper half of the window. */
function isAtTop(page: Page, id: string): Promise<boolean> {
  return page.evaluate((id) => {
    const { top } = document.getElementById(id)!.getBoundingClientRect();
    return document.querySelector(':target')?.id === id && top >= 0 && top < innerHeight / 2;
  }, id);
}
