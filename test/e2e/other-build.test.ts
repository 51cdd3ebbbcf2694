import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../src/build/run-astro.ts';
import { getSamplePages, samplePages } from '../../src/build/sample-pages.ts';
import { serveStatic } from '../../src/build/static-server.ts';
import { locales } from '../../src/i18n/locales.ts';
import { buildProject, copyProject } from '../support/copy-project.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { toPersian, toPersianDictionary, toPersianFile } from '../support/pseudo-persian.ts';
import { watchContext } from '../support/watch-context.ts';

// One build tries two things that do not meet: a fifth language, and a base path on another host.

const row =
  "  { id: 'fa', lang: 'fa', format: 'fa-u-nu-latn', dir: 'rtl', name: 'فارسی', script: 'arabic', published: false, fallback: ['ar', 'en'], forms: ['plain'] },\n";
const written = ['open-with-apology', 'name-the-mistake', 'take-responsibility', 'acknowledge-impact', 'drop-excuses', 'protect-team'];
const missing = ['never-deny', 'present-the-fix'];
const base = '/x/y/';

const browser = await launchBrowser();
let copy = '';
let dist = '';
let server: Awaited<ReturnType<typeof serveStatic>>;

beforeAll(async () => {
  copy = await copyProject('other');
  const table = join(copy, 'src/i18n/locales.ts');
  await writeFile(table, (await readFile(table, 'utf8')).replace('] as const satisfies', `${row}] as const satisfies`));
  const dictionary = JSON.parse(await readFile(join(copy, 'content/ui/en.json'), 'utf8')) as Record<string, string>;
  await writeFile(join(copy, 'content/ui/fa.json'), JSON.stringify(toPersianDictionary(dictionary), null, 2));
  for (const thing of ['pages/home', 'phases/own-up', ...written.map((step) => `steps/${step}`)]) {
    const file = join(copy, 'content', thing, 'en.mdx');
    await writeFile(file.replace('en.mdx', 'fa.mdx'), toPersianFile(await readFile(file, 'utf8')));
  }
  // All places of the triage are made alike, and there are hundreds: here it ends with the second question.
  await writeFile(
    join(copy, 'content/triage/public-harm/triage.yaml'),
    'kind: question\nyes: legal-first\nno: minor\nnotSure: legal-first\nlawyerIfNotSure: true\n',
  );
  dist = await buildProject(copy, { BASE: base, SITE: 'https://someone.github.io' });
  server = await serveStatic(dist, { base });
}, 180_000);

afterAll(() => server?.close());

test('a fifth language needs one row in the table of languages and not another line in src/', async () => {
  const changed: string[] = [];
  const files = (await readdir(join(root, 'src'), { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  for (const file of files) {
    const [before, after] = await Promise.all([readFile(file, 'utf8'), readFile(file.replace(root, `${copy}/`), 'utf8')]);
    if (before !== after) changed.push(file.slice(root.length));
    if (before !== after) expect(after.replace(row, '')).toBe(before);
  }
  expect(changed).toEqual(['src/i18n/locales.ts']);
});

test('a fifth language has every address of the others, in its language and direction', async () => {
  const routes = await getRoutes('fa');
  expect(routes).toEqual(await getRoutes('en'));
  expect(routes.length).toBeGreaterThan(10);
  for (const route of routes) expect(await readPage(`fa/${route}`), route).toMatch(/<html lang="fa" dir="rtl"/);
});

test('an unfinished language shows missing texts in its first fallback, marked with their own language and direction', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}fa/guide/own-up/`);
  const marks = await page.locator('section.step').evaluateAll((sections) =>
    sections.map((section) => {
      const marked = ['h2', '.action', '.prose', '.say dd', '.avoid dd'].map((part) => section.querySelector(part)).filter((element) => element !== null);
      return [section.id, [...new Set(marked.map((element) => `${element.getAttribute('lang')} ${element.getAttribute('dir')}`))].join()];
    }),
  );
  const due = Object.fromEntries([...written.map((step) => [step, 'null null']), ...missing.map((step) => [step, 'ar rtl'])]);
  expect(Object.fromEntries(marks)).toEqual(due);
  const arabic = await page.locator('#never-deny h2').textContent();
  await page.goto(`${server.url}ar/guide/own-up/`);
  expect(await page.locator('#never-deny h2').textContent()).toBe(arabic);
});

test('an unfinished language marks borrowed words on every page, and nothing of its own', async () => {
  const page = await browser.newPage();
  const dictionary = JSON.parse(await readFile(join(copy, 'content/ui/ar.json'), 'utf8')) as Record<string, string>;
  const borrowed = /[\u064b-\u0652\u0629\u0649\u0643\u064a]/; // vowel signs, ta marbuta, Arabic kaf and yeh: no letter of Persian
  const own = /[پگکی]/; // no letter of Arabic
  const faults: string[] = [];
  // One page of the triage stands for its many places, which are made alike.
  const routes = (await getRoutes('fa')).filter((route) => !/^triage\/.+\/.+\//.test(route));
  for (const route of [...routes, 'guide/own-up/with/he/']) {
    if (!existsSync(join(dist, 'fa', route))) continue;
    await page.goto(`${server.url}fa/${route}`);
    const texts = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: { text: string; lang: string | undefined; dir: string | undefined }[] = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        const text = walker.currentNode.textContent?.trim();
        if (!text || !parent || parent.closest('script, style, template, atm-languages')) continue;
        found.push({ text, lang: parent.closest<HTMLElement>('[lang]')?.lang, dir: parent.closest<HTMLElement>('[dir]')?.dir });
      }
      return found;
    });
    for (const { text, lang, dir } of texts) {
      if (!/[\u0600-\u06ff]/.test(text) || text.includes('\u2068')) continue; // a name inside a sentence of the other language, in an isolate of its own
      const due = borrowed.test(text) ? 'ar' : own.test(text) ? 'fa' : lang;
      if (lang !== due || dir !== 'rtl') faults.push(`fa/${route}: “${text.slice(0, 40)}” is marked ${lang} ${dir}`);
    }
  }
  expect(Object.values(dictionary).some((text) => borrowed.test(text))).toBe(true);
  expect([...new Set(faults)]).toEqual([]);
});

test('an unfinished language says on a page what is borrowed, in words of its own', async () => {
  const page = await browser.newPage();
  const template = (JSON.parse(await readFile(join(copy, 'content/ui/fa.json'), 'utf8')) as Record<string, string>)['fallbackNotice'] ?? '';
  const names = new Intl.DisplayNames('fa', { type: 'language' });
  for (const route of ['guide/own-up/', 'about/']) {
    await page.goto(`${server.url}fa/${route}`);
    expect((await page.locator('main [data-fallback]').first().textContent())?.replace(/[\u2068\u2069]/g, '').trim()).toBe(
      template.replace('{{language}}', names.of('fa') ?? '').replace('{{shown}}', names.of('ar') ?? ''),
    );
  }
  await page.goto(`${server.url}ar/about/`);
  expect(await page.locator('main [data-fallback]').count()).toBe(0);
});

test('an unpublished language stays out of search engines: noindex, no hreflang, not in the sitemap, not at the root', async () => {
  for (const route of await getRoutes('fa')) {
    const html = await readPage(`fa/${route}`);
    expect([html.includes('<meta name="robots" content="noindex">'), html.includes('rel="alternate"')], route).toEqual([true, false]);
  }
  for (const locale of ['he', 'ar', 'it', 'en']) {
    for (const route of await getRoutes(locale)) {
      const html = await readPage(`${locale}/${route}`);
      expect(/<link rel="alternate" hreflang="fa"/.test(html), `${locale}/${route}`).toBe(false);
    }
    // The published languages are listed as they were before.
    for (const route of Object.values(samplePages)) expect((await readPage(`${locale}/${route}`)).includes('noindex'), `${locale}/${route}`).toBe(false);
  }
  for (const file of (await readdir(dist)).filter((name) => name.endsWith('.xml') || name === 'index.html' || name === '404.html'))
    expect(await readFile(join(dist, file), 'utf8'), file).not.toMatch(/\/fa\/|"fa"/);
});

test('an unfinished language finds its written steps and none that is borrowed', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}fa/search/?q=${encodeURIComponent(toPersian('apology'))}`);
  await page.locator('[data-link]').first().waitFor();
  expect(await page.locator('[data-link]').first().getAttribute('href')).toBe(`${base}fa/guide/own-up/#open-with-apology`);
  // As a string: Vitest would put a loader of its own in the place of an import inside a function.
  const all = await page.evaluate<string[]>(
    `import('${base}pagefind/pagefind.js').then(async ({ search }) => Promise.all((await search(null)).results.map(async (result) => (await result.data()).url)))`,
  );
  expect(all.every((address) => address.startsWith(`${base}fa/`))).toBe(true);
  for (const step of written) expect(all).toContain(`${base}fa/guide/own-up/#${step}`);
  for (const step of missing) expect(all).not.toContain(`${base}fa/guide/own-up/#${step}`);
  expect(all.filter((address) => address.includes('/checklists/'))).toEqual([]);
  // The words of a borrowed step lead to nothing either.
  await page.goto(`${server.url}fa/search/?q=${encodeURIComponent('تُنكر')}`);
  await expect.poll(() => page.locator('[data-status]').textContent()).toBe(await page.locator('atm-search-results').getAttribute('data-none'));
});

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

/** The addresses of all pages of a language, below its segment. Pages in two languages at once are left to their own tests. */
async function getRoutes(locale: string): Promise<string[]> {
  const files = await readdir(join(dist, locale), { recursive: true });
  return files
    .filter((file) => file.endsWith('index.html'))
    .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .filter((route) => !route.includes('/with/'))
    .sort();
}

function readPage(route: string): Promise<string> {
  return readFile(join(dist, route, 'index.html'), 'utf8');
}
