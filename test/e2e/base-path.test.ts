import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { getSamplePages, samplePages } from '../../src/build/sample-pages.ts';
import { serveStatic } from '../../src/build/static-server.ts';
import { locales } from '../../src/i18n/locales.ts';
import { buildProject, copyProject } from '../support/copy-project.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { watchContext } from '../support/watch-context.ts';

const base = '/x/y/';
const dist = await buildProject(await copyProject('base'), { BASE: base, SITE: 'https://someone.github.io' });
const server = await serveStatic(dist, { base });
afterAll(() => server.close());
const browser = await launchBrowser();

test('H01 asks for nothing outside its base path, on any kind of page, while a visitor ticks and searches', async () => {
  const context = await browser.newContext();
  const faults = watchContext(context, server.url);
  const page = await context.newPage();
  for (const { path } of getSamplePages(['ar'])) await page.goto(server.url + path);
  await page.goto(`${server.url}he/${samplePages.checklist}`);
  await page.locator('#no-but .state').click();
  await page.locator('header a[data-locale="en"]:visible').click();
  await page.waitForURL(`${server.url}en/${samplePages.checklist}`);
  expect(await page.locator('#no-but .box').isChecked()).toBe(true);
  await page.locator('header input[type="search"]').fill('sorry');
  await page.keyboard.press('Enter');
  await page.locator('[data-link]').first().click();
  await page.waitForURL(`${server.url}en/guide/own-up/#open-with-apology`);
  expect(faults).toEqual([]);
});

test('H01 stores under keys that carry the base path, and touches no other', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}he/${samplePages.checklist}`);
  const foreign = { 'after-the-mistake:/:progress': '{"v":1,"items":{"said-we":[1,1]}}', 'somebody-else': 'x' };
  await page.evaluate((foreign) => Object.assign(localStorage, foreign), foreign);
  await page.reload();
  expect(await page.locator('#said-we .box').isChecked()).toBe(false);
  await page.locator('#no-but .state').click();
  await page.locator('atm-theme select').selectOption('dark');
  await page.locator('header a[data-locale="it"]:visible').click();
  await page.waitForURL(`${server.url}it/**`);
  const stored = await page.evaluate(() => ({ ...localStorage }) as Record<string, string>);
  expect(Object.keys(stored).sort()).toEqual(
    [...Object.keys(foreign), ...['casebook', 'locale', 'theme'].map((name) => `after-the-mistake:${base}:${name}`)].sort(),
  );
  expect(stored).toMatchObject(foreign);
});

test('H01 leads from the root below the base to a language, and from an unknown address to pages that exist', async () => {
  const context = await browser.newContext({ locale: 'ar-EG' });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.waitForURL(`${server.url}ar/`);
  const faults = watchContext(context, server.url);
  const missing = `${server.url}it/nowhere/at/all/`;
  const response = await page.goto(missing);
  expect(response?.status()).toBe(404);
  expect(await page.locator('main > section').first().getAttribute('lang')).toBe('it');
  const hrefs = await page.locator('main a').evaluateAll((links) => (links as HTMLAnchorElement[]).map((link) => link.href));
  for (const href of hrefs) expect([href.startsWith(server.url), (await fetch(href)).status], href).toEqual([true, 200]);
  expect(hrefs).toHaveLength(locales.length * 4);
  expect(faults.filter((fault) => !fault.includes('nowhere') && !fault.includes('404'))).toEqual([]);
});

test('H01 writes no address without the base, and none that leads nowhere, into any page', async () => {
  const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith('.html'));
  expect(files.length).toBeGreaterThan(40);
  const known = new Set<string>();
  const faults: string[] = [];
  for (const file of files) {
    const html = await readFile(join(dist, file), 'utf8');
    for (const [, address = ''] of html.matchAll(/(?:href|src|action)="([^"#?]*)[^"]*"/g)) {
      if (address === '' || /^(https:|mailto:|data:)/.test(address)) continue;
      if (!address.startsWith(base)) faults.push(`${file}: ${address}`);
      else known.add(address);
    }
    for (const [, address = ''] of html.matchAll(/url\(["']?([^"')]+)/g)) if (!address.startsWith(base)) faults.push(`${file}: url(${address})`);
    if (/<link rel="canonical" href="(?!https:\/\/someone\.github\.io\/x\/y\/)/.test(html)) faults.push(`${file}: canonical address`);
  }
  for (const address of known) if ((await fetch(new URL(address, server.url), { redirect: 'manual' })).status !== 200) faults.push(`nothing at ${address}`);
  expect(faults).toEqual([]);
});

test('H01 gives the host its headers for addresses below the base', async () => {
  const response = await fetch(`${server.url}en/`);
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(await (await fetch(`${server.url}robots.txt`)).text()).toContain(`https://someone.github.io${base}sitemap-index.xml`);
});
