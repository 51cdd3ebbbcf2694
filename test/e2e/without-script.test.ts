import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, expect, inject, test } from 'vitest';
import { getSamplePages, pageKinds, type SamplePage, samplePages } from '../../src/build/sample-pages.ts';
import { locales } from '../../src/i18n/locales.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { getDeadControls, getHiddenTexts, getLanguageHrefs, getWordlessControls } from '../support/page-text.ts';

const url = inject('url');
const browser = await launchBrowser();
const wide = { width: 1280, height: 800 };

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test('E01 E06 reads and navigates on every page with script and fonts off, and says nothing by a drawing alone', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: wide });
  await context.route('**/*.woff2', (route) => route.abort());
  expect(await getFaults(await context.newPage(), getSamplePages())).toEqual([]);
});

test.for([
  ['missing', 'he', pageKinds, { status: 404, contentType: 'text/html', body: '<!doctype html>' }],
  ['blocked', 'ar', ['phase', 'checklist', 'search'], null],
  ['broken on line 1', 'it', ['phase', 'checklist', 'search'], { contentType: 'text/javascript', body: 'throw new Error("line 1");' }],
] as const)('E02 reads and navigates where scripts are %s', async ([, locale, kinds, answer]) => {
  const context = await browser.newContext({ viewport: wide });
  let asked = 0;
  await context.route('**/_astro/**', (route) => {
    asked += 1;
    return answer ? route.fulfill(answer) : route.abort();
  });
  const pages = getSamplePages([locale]).filter(({ kind }) => (kinds as readonly string[]).includes(kind));
  expect(await getFaults(await context.newPage(), pages)).toEqual([]);
  expect(asked).toBeGreaterThanOrEqual(kinds.length);
});

test('E01 ticks for the moment, and says that ticks are not remembered', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const locale of locales) {
    await page.goto(`${url}${locale}/${samplePages.checklist}`);
    const boxes = page.locator('atm-checklist .box:visible:enabled');
    expect(await boxes.count(), locale).toBe(10);
    await page.locator('#no-but .state').click();
    expect(await page.locator('#no-but .box').isChecked(), locale).toBe(true);
    const notice = page.locator('[data-notice]');
    const spoken = [await notice.getAttribute('data-kept'), await notice.getAttribute('data-blocked')];
    expect(await notice.isVisible(), locale).toBe(true);
    expect(spoken, locale).not.toContain(await notice.textContent());
  }
});

test('E01 keeps the step, item, idea or question in the language links with script off', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const faults: string[] = [];
  for (const kind of ['phase', 'checklist', 'sources', 'source'] as const) {
    for (const locale of locales) {
      const path = `${locale}/${samplePages[kind]}`;
      await page.goto(url + path);
      const anchors = await page.locator('main .anchor[id]').evaluateAll((elements) => elements.map((element) => element.id));
      if (anchors.length === 0) faults.push(`${path} has no anchors`);
      for (const anchor of anchors) {
        await page.evaluate((anchor) => {
          location.hash = anchor;
        }, anchor);
        const hrefs = await page.evaluate(getLanguageHrefs);
        const due = locales.map((other) => `${url}${other}/${samplePages[kind]}#${anchor}`);
        if (hrefs.join() !== due.join()) faults.push(`${path}#${anchor}: ${hrefs.join(' ')}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('E01 opens the same step in another language with script off', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })).newPage();
  await page.goto(`${url}he/${samplePages.phase}#never-deny`);
  for (const locale of ['it', 'ar', 'en', 'he']) {
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator(`atm-languages a[data-locale="${locale}"]:visible`).click();
    await page.waitForURL(`${url}${locale}/${samplePages.phase}#never-deny`);
    const top = await page.locator('#never-deny').evaluate((step) => step.getBoundingClientRect().top / innerHeight);
    expect(top, locale).toBeGreaterThanOrEqual(0);
    expect(top, locale).toBeLessThan(0.5);
  }
});

test('E03 reads in its order, the skip link first, when the style is missing', async () => {
  const context = await browser.newContext({ viewport: wide });
  await rewritePages(context, (html) => html.replace(/<style[^>]*>.*?<\/style>/gs, ''));
  const page = await context.newPage();
  const faults: string[] = [];
  for (const { path } of getSamplePages(['ar'])) {
    await page.goto(url + path);
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(0);
    await page.keyboard.press('Tab');
    const order = await page.evaluate(() => ({
      first: document.activeElement?.getAttribute('href'),
      tops: ['a[href="#text"]', 'header', 'main h1', 'footer'].map((selector) => document.querySelector(selector)!.getBoundingClientRect().top + scrollY),
    }));
    if (order.first !== '#text') faults.push(`${path} begins with ${order.first}`);
    if (order.tops.join() !== [...order.tops].sort((a, b) => a - b).join()) faults.push(`${path} is out of order: ${order.tops.join()}`);
    // Texts that say what script has not done are replaced by script here, and it hides what does not hold now; all others must show.
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('[hidden]')) element.remove();
    });
    faults.push(...(await page.evaluate(getHiddenTexts)).map((text) => `${path} hides “${text}”`));
  }
  expect(faults).toEqual([]);
});

/** What keeps pages from being read and used without script. */
async function getFaults(page: Page, pages: readonly SamplePage[]): Promise<string[]> {
  const faults: string[] = [];
  for (const sample of pages) {
    const { locale, path } = sample;
    await page.goto(url + path);
    faults.push(...(await page.evaluate(getHiddenTexts)).map((text) => `${path} hides “${text}”`));
    faults.push(...(await page.evaluate(getDeadControls)).map((control) => `${path} has a dead control: ${control}`));
    faults.push(...(await page.evaluate(getWordlessControls)).map((control) => `${path} has a control without words: ${control}`));
    const hrefs = await page.evaluate(getLanguageHrefs);
    const due = locales.map((chosen) => url + getPathIn(chosen, sample));
    if (hrefs.join() !== due.join()) faults.push(`${path} leads to the languages ${hrefs.join(' ')}`);
    const visible = await page.locator('a[href]:visible').evaluateAll((links) => (links as HTMLAnchorElement[]).map((link) => link.href));
    for (const route of ['', 'guide/', 'checklists/', 'sources/', 'steps/', 'about/'])
      if (!visible.includes(`${url}${locale}/${route}`)) faults.push(`${path} does not lead to ${route || 'home'}`);
    if (!(await page.locator(`atm-search-box a[href$="/${locale}/steps/"]`).isVisible())) faults.push(`${path} has no link to the steps in its header`);
  }
  return faults;
}

/** The address of a sample page in another language. Where its second language is chosen, the two change sides. */
function getPathIn(chosen: string, { locale, path }: SamplePage): string {
  const [, route = ''] = /^\w+\/(.*)$/.exec(path) ?? [];
  return `${chosen}/${route.replace(`with/${chosen}/`, `with/${locale}/`)}`;
}

/** Changes the HTML of every page on its way to the browser. */
async function rewritePages(context: BrowserContext, rewrite: (html: string) => string): Promise<void> {
  await context.route(`${url}**/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: rewrite(await response.text()) });
  });
}
