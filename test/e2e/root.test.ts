import { afterEach, expect, inject, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { expectToStay, getOffers, openPageIn } from '../support/sent-visitor.ts';

const url = inject('url');
const browser = await launchBrowser();

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test.for([
  ['it-IT', 'it'],
  ['ar-EG', 'ar'],
  ['he-IL', 'he'],
  ['iw', 'he'],
  ['en-US', 'en'],
] as const)('E15 leads a browser in %s from the root to /%s/', async ([locale, home]) => {
  const page = await openPageIn(browser, locale);
  await page.goto(url);
  await page.waitForURL(`${url}${home}/`);
});

test('E15 follows the first of the browser’s languages that the site has', async () => {
  const page = await openPageIn(browser, 'fr-FR', ['fr-FR', '*', 'iw-IL', 'en']);
  await page.goto(url);
  await page.waitForURL(`${url}he/`);
});

test('E15 takes query and anchor along from the root', async () => {
  const page = await openPageIn(browser, 'it-IT');
  await page.goto(`${url}?from=mail#text`);
  await page.waitForURL(`${url}it/?from=mail#text`);
});

test.for([{ languages: ['fr-FR'] }, { languages: ['*', 'x-klingon', 'zh-Hant-TW'] }, { languages: [] }])(
  'E15 stays at the root and offers all languages where the browser knows none of them: %j',
  async ({ languages }) => {
    const page = await openPageIn(browser, 'fr-FR', languages);
    await page.goto(url);
    await expectToStay(page, url);
    expect(await getOffers(page)).toEqual(locales.map((locale) => `${url}${locale}/`));
  },
);

test('E15 lets the choice that was made on the site win over the browser’s languages', async () => {
  const page = await openPageIn(browser, 'he-IL');
  await page.goto(`${url}he/`);
  await page.locator('header a[data-locale="it"]:visible').click();
  await page.waitForURL(`${url}it/`);
  const tab = await page.context().newPage();
  await tab.goto(url);
  await tab.waitForURL(`${url}it/`);
});

test('E15 comes back to the root without being sent away again: by the back button, a reload, a link of the site', async () => {
  const page = await openPageIn(browser, 'fr-FR');
  await page.goto(url);
  await page.locator('main a[data-locale="it"]').click();
  await page.waitForURL(`${url}it/`);
  // From here on the saved choice would lead to /it/.
  await page.goBack();
  await expectToStay(page, url);
  await page.reload();
  await expectToStay(page, url);
  await page.goto(`${url}it/`);
  await page.evaluate((root) => {
    location.href = root;
  }, url);
  await page.waitForURL(url);
  await expectToStay(page, url);
});

test('E15 goes back to where the visitor came from, past a root that sent them on', async () => {
  const page = await openPageIn(browser, 'it-IT');
  await page.goto(`${url}en/about/`);
  await page.goto(url); // typed into the address bar
  await page.waitForURL(`${url}it/`);
  await page.goBack();
  await expectToStay(page, `${url}en/about/`);
});

test('E15 never sends anybody away from an address that names a language', async () => {
  const page = await openPageIn(browser, 'he-IL');
  await page.goto(`${url}he/`);
  await page.locator('header a[data-locale="he"]:visible').click();
  for (const path of ['en/', 'en/guide/own-up/', 'ar/search/']) {
    await page.goto(url + path);
    await expectToStay(page, url + path);
  }
});

test('E15 offers all languages at the root without script, each in its own language and direction', async () => {
  const page = await (await browser.newContext({ locale: 'it-IT', javaScriptEnabled: false })).newPage();
  await page.goto(url);
  await expectToStay(page, url);
  expect(await getOffers(page)).toEqual(locales.map((locale) => `${url}${locale}/`));
  const marks = await page
    .locator('main a:visible')
    .evaluateAll((links) => links.map((link) => [link.closest('[lang]')?.getAttribute('lang'), getComputedStyle(link).direction]));
  expect(marks).toEqual([
    ['he', 'rtl'],
    ['ar', 'rtl'],
    ['it', 'ltr'],
    ['en', 'ltr'],
  ]);
});

test('E15 S01 follows the browser’s language, without a fault, where nothing can be stored', async () => {
  const page = await openPageIn(browser, 'ar-EG');
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    }),
  );
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(url);
  await page.waitForURL(`${url}ar/`);
  expect(faults).toEqual([]);
});
