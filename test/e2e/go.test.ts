import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterEach, expect, inject, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { expectToStay, getOffers, openPageIn } from '../support/sent-visitor.ts';
import { watchContext } from '../support/watch-context.ts';

const url = inject('url');
const browser = await launchBrowser();

/** Language-neutral addresses of every kind of thing, and where each leads below the language. */
const targets = [
  ['go/own-up/', 'guide/own-up/'],
  ['go/never-deny/', 'guide/own-up/#never-deny'],
  ['go/during-conversation/', 'checklists/during-conversation/'],
  ['go/no-but/', 'checklists/during-conversation/#no-but'],
] as const;
const [, , , [item, itemRoute]] = targets;
const listRoute = 'checklists/during-conversation/';

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test.for([
  ['it-IT', 'it'],
  ['ar-EG', 'ar'],
  ['he-IL', 'he'],
  ['iw', 'he'],
  ['en-US', 'en'],
] as const)('E15 opens a phase, a step, a checklist and an item in the language of a browser in %s', async ([locale, own]) => {
  const page = await openPageIn(browser, locale);
  const faults = watchContext(page.context(), url);
  for (const [address, route] of targets) {
    await page.goto(url + address);
    await page.waitForURL(`${url}${own}/${route}`);
  }
  expect(faults).toEqual([]);
});

test('E15 opens the item itself: it stands in view and the language links keep it', async () => {
  const page = await openPageIn(browser, 'it-IT');
  await page.goto(url + item);
  await page.waitForURL(`${url}it/${itemRoute}`);
  await page.locator('#no-but:target').waitFor();
  expect(await page.locator('#no-but').evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
  expect(await page.locator('header a[data-locale="ar"]:visible').getAttribute('href')).toContain('#no-but');
});

test('E15 lets the choice that was made on the site win over the browser’s languages', async () => {
  const page = await openPageIn(browser, 'he-IL');
  await page.goto(`${url}he/`);
  await page.locator('header a[data-locale="ar"]:visible').click();
  await page.waitForURL(`${url}ar/`);
  const tab = await page.context().newPage();
  await tab.goto(url + item);
  await tab.waitForURL(`${url}ar/${itemRoute}`);
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
  const faults = watchContext(page.context(), url);
  await page.goto(url + item);
  await page.waitForURL(`${url}ar/${itemRoute}`);
  expect(faults).toEqual([]);
});

test.for([{ languages: ['fr-FR'] }, { languages: ['*', 'x-klingon', 'zh-Hant-TW'] }, { languages: [] }])(
  'E15 stays and offers all languages where the browser knows none of them: %j',
  async ({ languages }) => {
    const page = await openPageIn(browser, 'fr-FR', languages);
    for (const [address, route] of targets) {
      await page.goto(url + address);
      await expectToStay(page, url + address);
      expect(await getOffers(page)).toEqual(locales.map((locale) => `${url}${locale}/${route}`));
    }
  },
);

test('E15 E13 stays and offers all languages where the browser does not say how the page was come to', async () => {
  const page = await openPageIn(browser, 'it-IT');
  await page.addInitScript(() => Object.defineProperty(performance, 'getEntriesByType', { value: () => [] }));
  await page.goto(url + item);
  await expectToStay(page, url + item);
  expect(await getOffers(page)).toEqual(locales.map((locale) => `${url}${locale}/${itemRoute}`));
});

test('E15 offers all languages without script, each in its own language and direction', async () => {
  const page = await (await browser.newContext({ locale: 'it-IT', javaScriptEnabled: false })).newPage();
  for (const [address, route] of targets) {
    await page.goto(url + address);
    await expectToStay(page, url + address);
    expect(await getOffers(page)).toEqual(locales.map((locale) => `${url}${locale}/${route}`));
  }
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

test.for([
  ['?from=mail', '?from=mail#no-but'],
  ['#progress=1.AbC-_9', '#progress=1.AbC-_9'],
  ['?a=1&b=%D7%90#progress=1.A%22%3E%00', '?a=1&b=%D7%90#progress=1.A%22%3E%00'],
  ['#', '#no-but'],
  ['?next=https://evil.example/#//evil.example', '?next=https://evil.example/#//evil.example'],
] as const)('L13 takes %s along into the language of the receiver, the anchor in place of the item’s own', async ([given, arrived]) => {
  const page = await openPageIn(browser, 'it-IT');
  await page.goto(url + item + given);
  await page.waitForURL((address) => address.pathname.endsWith(listRoute));
  expect(page.url()).toBe(`${url}it/${listRoute}${arrived}`);
});

test('L13 takes query and anchor along into each language that is offered, also where the anchor comes later', async () => {
  const page = await openPageIn(browser, 'fr-FR');
  await page.goto(`${url}${item}?from=mail#progress=1.A`);
  await expectToStay(page, `${url}${item}?from=mail#progress=1.A`);
  expect(await getOffers(page)).toEqual(locales.map((locale) => `${url}${locale}/${listRoute}?from=mail#progress=1.A`));
  await page.evaluate(() => {
    location.hash = 'progress=1.B';
  });
  await page.locator('main a[data-locale="he"][href$="1.B"]').click();
  await page.waitForURL(`${url}he/${listRoute}?from=mail#progress=1.B`);
});

test('L14 sends what stands in the anchor to no server on the way', async () => {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    asked.push(`${request.url} ${JSON.stringify(request.headers)}`);
    const answer = await fetch(new URL(request.url ?? '', url), { redirect: 'manual' });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(Buffer.from(await answer.arrayBuffer()));
  }).listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.on('listening', resolve));
    const base = new URL(url).pathname;
    const page = await openPageIn(browser, 'it-IT');
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${base}${item}#progress=1.private`);
    await page.waitForURL(/\/it\/.*#progress=1\.private$/);
    await page.waitForLoadState('networkidle');
    expect(asked.some((line) => line.startsWith(`${base}${item} `))).toBe(true);
    expect(asked.some((line) => line.startsWith(`${base}it/${listRoute} `))).toBe(true);
    expect(asked.filter((line) => line.includes('private'))).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('E15 goes back to where the receiver came from, past the address that sent them on', async () => {
  const page = await openPageIn(browser, 'it-IT');
  await page.goto(`${url}en/about/`);
  await page.goto(url + item); // pasted into the address bar
  await page.waitForURL(`${url}it/${itemRoute}`);
  await page.goBack();
  await expectToStay(page, `${url}en/about/`);
});

test('E15 comes back without being sent away again: by the back button, a reload, a link of the site', async () => {
  const page = await openPageIn(browser, 'fr-FR');
  await page.goto(url + item);
  await page.locator('main a[data-locale="it"]').click();
  await page.waitForURL(`${url}it/${itemRoute}`);
  // From here on the saved choice would lead to /it/.
  await page.goBack();
  await expectToStay(page, url + item);
  await page.reload();
  await expectToStay(page, url + item);
  await page.goto(`${url}it/`);
  await page.evaluate((address) => {
    location.href = address;
  }, url + item);
  await page.waitForURL(url + item);
  await expectToStay(page, url + item);
});

test('E15 remembers the language that is picked, also in a new tab, but none that was only followed', async () => {
  const page = await openPageIn(browser, 'he-IL');
  await page.goto(url + item);
  await page.waitForURL(`${url}he/${itemRoute}`);
  expect(await getSaved(page)).toEqual([]);
  await page.goBack();
  await page.goto(`${url}he/`);
  await page.evaluate((address) => {
    location.href = address;
  }, url + item);
  await page.waitForURL(url + item);
  await page.locator('main a[data-locale="ar"]').click({ button: 'middle' });
  // What the new tab shows is the browser's part, and its control now and then misses that the tab went anywhere.
  await expect.poll(() => getSaved(page)).toEqual(['ar']);
});

function getSaved(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.endsWith(':locale'))
      .map(([, value]) => value),
  );
}
