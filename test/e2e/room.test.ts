import { afterEach, expect, inject, test } from 'vitest';
import { getSamplePages } from '../../src/build/sample-pages.ts';
import { launchBrowser } from '../support/launch-browser.ts';

const url = inject('url');
const browser = await launchBrowser();
const others = ['', 'nowhere/'];

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test('E07 E08 rule 7 needs no sideways scrolling and cuts nothing at 320 px: as it is, with wide spacing, with longer words, with doubled text', async () => {
  const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  const devtools = await page.context().newCDPSession(page);
  const faults: string[] = [];
  const look = async (path: string, how: string) => {
    faults.push(...(await page.evaluate(getOverflow)).map((fault) => `${path} ${how}: ${fault}`));
  };
  for (const path of [...getSamplePages().map((sample) => sample.path), ...others]) {
    await page.setViewportSize({ width: 320, height: 640 });
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
    await page.goto(url + path);
    await look(path, 'at 320 px');
    await page.evaluate(setTextSpacing);
    await look(path, 'with wide spacing at 320 px');
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
    await page.evaluate(lengthenTexts);
    await look(path, 'with longer words at 320 px');
    await page.setViewportSize({ width: 640, height: 640 });
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await look(path, 'with longer words of double size at 640 px');
  }
  expect(faults).toEqual([]);
});

test('E07 keeps results and their words inside 320 px', async () => {
  // So high that all rows are in sight: the browser lays out no others, and what it says of them is a guess.
  const page = await (await browser.newContext({ viewport: { width: 320, height: 8000 } })).newPage();
  for (const [locale, query] of Object.entries({ he: 'לקוח', ar: 'العميل', it: 'cliente', en: 'client' })) {
    await page.goto(`${url}${locale}/search/?q=${encodeURIComponent(query)}`);
    await page.waitForFunction(areRowsLaidOut);
    expect(await page.evaluate(getOverflow), locale).toEqual([]);
    expect(await page.locator('header input').inputValue()).toBe(query);
  }
});

/** Runs in the page: whether more rows have come than are drawn at once, and the browser skips none of them. */
function areRowsLaidOut(): boolean {
  const rows = Array.from(document.querySelectorAll('[data-list] > li'));
  return rows.length > 3 && rows.every((row) => row.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }));
}

/** Runs in the page: what reaches beyond the window, and what is cut inside an element that hides what does not fit. */
function getOverflow(): string[] {
  const faults: string[] = [];
  const name = (element: Element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.trim().slice(0, 40)}`;
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push(`scrolls to ${root.scrollWidth} of ${root.clientWidth} px`);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!element.checkVisibility() || element.closest('.visually-hidden')) continue;
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 0 && (left < -1 || right > root.clientWidth + 1)) faults.push(`${name(element)} reaches from ${Math.round(left)} to ${Math.round(right)}`);
    const style = getComputedStyle(element);
    if (style.display === 'inline' || element instanceof HTMLInputElement) continue;
    const cutsX = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    const cutsY = style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
    if (element !== document.body && (cutsX || cutsY)) faults.push(`${name(element)} cuts its content`);
    // A row whose height is fixed lets its text run over the next one.
    if (style.overflowY === 'visible' && element.scrollHeight > element.clientHeight + 8 && element.matches('a, button, label, p, li, h1, h2, h3, dd, dt'))
      faults.push(`${name(element)} is too low for its text`);
  }
  return faults;
}

/** Runs in the page: the spacing of WCAG 1.4.12, which some readers set for all sites. */
function setTextSpacing(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: max(1.5em, 1lh) !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
  );
  document.adoptedStyleSheets = [sheet];
}

/** Runs in the page: makes every text half as long again, as another language may. */
function lengthenTexts(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.data.trim() || text.parentElement?.closest('script, style')) continue;
    const words = text.data.trim().split(/\s+/);
    text.data = `${text.data} ${words.slice(0, Math.ceil(words.length / 2)).join(' ')}`;
  }
}
