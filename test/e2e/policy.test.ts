import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject, test } from 'vitest';
import { dist } from '../../src/build/run-astro.ts';
import { getSamplePages, samplePages } from '../../src/build/sample-pages.ts';
import { serveStatic } from '../../src/build/static-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { watchContext } from '../support/watch-context.ts';

const url = inject('url');
const browser = await launchBrowser();
const bare = await serveStatic(dist, { base: process.env['BASE'], headers: false });
afterAll(() => bare.close());

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test('H08 keeps its own policy on every page while a visitor ticks, changes the colours and searches', async () => {
  const context = await browser.newContext();
  const faults = watchContext(context, url);
  const breaches = await watchPolicy(context);
  const page = await context.newPage();
  for (const { locale, path } of getSamplePages()) {
    await page.goto(url + path);
    await page.evaluate(() => {
      for (const box of document.querySelectorAll<HTMLInputElement>('atm-checklist .box')) box.click();
      const select = document.querySelector<HTMLSelectElement>('atm-theme select')!;
      for (const theme of ['dark', 'light', '']) {
        select.value = theme;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    if (path.endsWith(samplePages.about)) await search(page, locale);
  }
  expect([...breaches, ...faults]).toEqual([]);
});

test('H05 works, in both directions, where the host can set no headers', async () => {
  const context = await browser.newContext();
  const faults = watchContext(context, bare.url);
  const breaches = await watchPolicy(context);
  const page = await context.newPage();
  for (const locale of ['he', 'it'] as const) {
    const response = await page.goto(`${bare.url}${locale}/${samplePages.checklist}`);
    expect(response?.headers()['content-security-policy']).toBeUndefined();
    await page.locator('#no-but .state').click();
    await page.reload();
    expect(await page.locator('#no-but .box').isChecked()).toBe(true);
    await page.locator('#no-but .state').click();
    await page.locator('atm-theme select').selectOption('dark');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await search(page, locale);
  }
  expect([...breaches, ...faults]).toEqual([]);
});

test.for([
  ['with', true],
  ['without', false],
] as const)('H08 runs no code that somebody on the way has put into a page, %s headers', async ([, headers]) => {
  const root = headers ? url : bare.url;
  const context = await browser.newContext();
  const injected =
    '<script>window.hacked = "inline"</script><script src="https://evil.example/x.js"></script><img src="x" onerror="window.hacked = \'handler\'"><iframe src="https://evil.example/"></iframe><style>main { color: red }</style>';
  await context.route('https://evil.example/**', (route) => route.fulfill({ contentType: 'text/javascript', body: 'window.hacked = "foreign"' }));
  await context.route(`${root}**/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<main', `${injected}<main`) });
  });
  const breaches = await watchPolicy(context);
  const page = await context.newPage();
  for (const kind of ['phase', 'checklist'] as const) {
    breaches.length = 0;
    await page.goto(`${root}he/${samplePages[kind]}`);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => (window as { hacked?: string }).hacked)).toBeUndefined();
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).color)).not.toBe('rgb(255, 0, 0)');
    const refused = new Set(breaches.map((breach) => breach.split(' ')[0]));
    for (const directive of ['script-src-elem', 'script-src-attr', 'style-src-elem', 'frame-src']) expect(refused, kind).toContain(directive);
  }
  await page.locator('#no-but .state').click();
  await page.reload();
  expect(await page.locator('#no-but .box').isChecked()).toBe(true);
});

test('E16 is refused inside a frame of another site by its headers, and harmless without them', async () => {
  const context = await browser.newContext();
  for (const [root, shown] of [
    [url, 0],
    [bare.url, 1], // shows that a frame would work here, had it not been refused
  ] as const) {
    const other = createServer((_, response) => response.setHeader('content-type', 'text/html').end(`<!doctype html><iframe src="${root}en/"></iframe>`));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`, { waitUntil: 'networkidle' });
    const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
    expect(await frame?.locator('main').count()).toBe(shown);
    await page.close();
    other.close();
  }
});

/** Collects what the browser refuses because of the content security policy, on every page of the context. */
async function watchPolicy(context: BrowserContext): Promise<string[]> {
  const breaches: string[] = [];
  await context.exposeFunction('reportBreach', (breach: string) => breaches.push(breach));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      void (window as unknown as { reportBreach(breach: string): Promise<void> }).reportBreach(
        `${event.effectiveDirective} ${event.blockedURI} in ${location.pathname}`,
      );
    });
  });
  return breaches;
}

/** Searches from the box in the header and waits for results. */
async function search(page: Page, locale: string): Promise<void> {
  await page.locator('header input[type="search"]').fill({ he: 'סליחה', ar: 'آسف', it: 'scusa', en: 'sorry' }[locale] ?? '');
  await page.keyboard.press('Enter');
  await page.locator('atm-search-results [data-link]').first().waitFor();
}
