import { afterEach, expect, inject, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { launchBrowser } from '../support/launch-browser.ts';

const url = inject('url');
const browser = await launchBrowser();

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test('H03 leads an address without its last slash to the page, query included', async () => {
  for (const path of ['he', 'en/guide/own-up', 'ar/checklists/during-conversation?q=1', 'it/search?q=a%20b']) {
    const response = await fetch(url + path, { redirect: 'manual' });
    const [address, query] = path.split('?');
    expect([response.status, new URL(response.headers.get('location') ?? '', url).href], path).toEqual([301, `${url}${address}/${query ? `?${query}` : ''}`]);
    expect((await fetch(url + path)).status, path).toBe(200);
  }
});

test('H03 answers every misspelt address with a page that leads on', async () => {
  const misspelt = [
    'en//guide/',
    '/en/guide/',
    'HE/GUIDE/',
    'En/',
    'en/guide/own-up/index.htm',
    'en/guide/own-up/name-the-mistake/',
    'he/%D7%9E%D7%93%D7%A8%D7%99%D7%9A/',
    'he/%D7%A9%D7%81%D7%9C%D7%95%D7%9D/',
    'it/perch%C3%A9/',
    'it/perche%CC%81/',
    'ar/%D8%AF%D9%84%D9%8A%D9%84',
    'en/guide/%00',
    'en/%2e%2e/secret',
    'en/<script>alert(1)</script>/',
  ];
  for (const path of misspelt) {
    const response = await fetch(url + path);
    expect(response.status, path).toBe(404);
    const html = await response.text();
    for (const locale of locales) expect(html, path).toContain(`href="${new URL(url).pathname}${locale}/guide/"`);
    expect(html, path).not.toContain('<script>alert');
  }
});

test('H04 speaks all four languages, that of the address first, at any depth', async () => {
  const page = await browser.newPage();
  for (const locale of locales) {
    for (const path of [`${locale}/nowhere`, `${locale}/guide/nowhere/`, `${locale}/checklists/a/b/c/d/?q=1#x`]) {
      const response = await page.goto(url + path);
      expect(response?.status(), path).toBe(404);
      const sections = await page
        .locator('main > section:visible')
        .evaluateAll((elements) => elements.map((element) => `${element.getAttribute('lang')} ${getComputedStyle(element).direction}`));
      expect(sections[0], path).toBe(`${locale} ${locale === 'he' || locale === 'ar' ? 'rtl' : 'ltr'}`);
      expect([...sections].sort(), path).toEqual(['ar rtl', 'en ltr', 'he rtl', 'it ltr']);
    }
  }
});

test('H04 puts the language that was picked before first where the address names none', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}en/`);
  await page.locator('header a[data-locale="ar"]:visible').click();
  await page.waitForURL(`${url}ar/`);
  await page.goto(`${url}nowhere/`);
  expect(await page.locator('main > section').first().getAttribute('lang')).toBe('ar');
});

test('H04 has only links that work on the page for unknown addresses, with and without script', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await page.goto(`${url}he/guide/nowhere/at/all/`);
    const hrefs = await page.locator('a:visible').evaluateAll((links) => (links as HTMLAnchorElement[]).map((link) => link.href));
    expect(hrefs).toHaveLength(16);
    for (const href of hrefs) expect((await fetch(href, { redirect: 'manual' })).status, href).toBe(200);
  }
});
