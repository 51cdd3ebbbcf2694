import { beforeAll, expect, inject, test } from 'vitest';
import { getSamplePages, samplePages } from '../../src/build/sample-pages.ts';
import { getLocaleRow, locales, localeTable } from '../../src/i18n/locales.ts';
import { launchBrowser } from '../support/launch-browser.ts';

const url = inject('url');
const browser = await launchBrowser();
const widths = [360, 1280];
const scripts: Record<string, string> = Object.fromEntries(localeTable.map(({ lang, script }) => [lang, script]));
let survey: Promise<Survey>;

beforeAll(() => {
  survey = visitAll();
  return survey;
}, 300_000);

test('the name of a page’s own language stands in the face of the page, which has its script', async () => {
  const page = await browser.newPage();
  for (const locale of locales) {
    await page.goto(`${url}${locale}/`);
    const [name, text] = await page.evaluate(() =>
      ['.language[aria-current]', 'body'].map((selector) => getComputedStyle(document.querySelector(selector)!).fontFamily),
    );
    expect(name, locale).toBe(text);
  }
  await page.close();
});

test('rule 3 mirrors the boxes of the page: he and ar stand as far from their start as it and en from theirs', async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  for (const kind of ['home', 'phase', 'checklist', 'sources'] as const) {
    const measured: Record<string, number[]>[][] = [];
    for (const locale of locales) {
      await page.goto(`${url}${locale}/${samplePages[kind]}`);
      // Arabic is set larger, and every distance grows with it: measured as if all were set alike.
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '17px';
      });
      const layouts: Record<string, number[]>[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        layouts.push(await page.evaluate(getLayout));
      }
      measured.push(layouts);
    }
    for (const [place, width] of widths.entries()) {
      const layouts = measured.map((layouts) => layouts[place]!);
      const due = layouts[locales.indexOf('en')]!;
      expect(Object.keys(due).length).toBeGreaterThan(5);
      for (const [index, layout] of layouts.entries()) {
        for (const [name, edges] of Object.entries(layout)) {
          const expected = due[name];
          if (expected && edges.some((edge, side) => Math.abs(edge - expected[side]!) > 2))
            faults.push(`${locales[index]} ${kind} at ${width} px: ${name} from ${edges} instead of ${expected}`);
        }
        if (Object.keys(layout).join() !== Object.keys(due).join()) faults.push(`${locales[index]} ${kind} at ${width} px shows ${Object.keys(layout)}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('rules 34 and 35 fill progress and draw the rail of phases from the side where lines begin', async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  for (const locale of locales) {
    const rtl = getLocaleRow(locale).dir === 'rtl';
    await page.goto(`${url}${locale}/${samplePages.checklist}`);
    for (const id of ['no-but', 'next-date-agreed', 'said-we']) {
      const box = page.locator(`#${id} .box`);
      if (!(await box.isChecked())) await box.click();
    }
    const { done, order, touches } = await page.evaluate(() => {
      const row = document.querySelector('[data-stitches]')!;
      const edges = row.getBoundingClientRect();
      const stitches = [...row.children].map(
        (stitch) => ({ done: stitch.hasAttribute('data-done'), ...stitch.getBoundingClientRect().toJSON() }) as DOMRect & { done: boolean },
      );
      const fromLeft = stitches.sort((a, b) => a.left - b.left).map((stitch) => stitch.done);
      return {
        done: fromLeft.filter(Boolean).length,
        order: fromLeft,
        touches: { left: stitches[0]!.left - edges.left, right: edges.right - stitches.at(-1)!.right },
      };
    });
    expect(done, locale).toBe(3);
    expect(rtl ? [...order].reverse() : order, locale).toEqual(order.map((_, index) => index < 3));
    expect(Math.abs(rtl ? touches.right : touches.left), locale).toBeLessThan(1);
    await page.goto(`${url}${locale}/${samplePages.phase}`);
    const nodes = await page
      .locator('.timeline li')
      .evaluateAll((stops) => stops.map((stop) => getComputedStyle(stop, '::after')[document.dir === 'rtl' ? 'right' : 'left']));
    expect(nodes, locale).toEqual(Array.from({ length: 8 }, () => '0px'));
  }
});

test('rule 33 turns round the icons that point along the text, and no other', async () => {
  const page = await browser.newPage();
  for (const locale of locales) {
    await page.goto(`${url}${locale}/${samplePages.phase}`);
    const turned = await page
      .locator('svg.icon')
      .evaluateAll((icons) => icons.map((icon) => [icon.classList.contains('mirror'), getComputedStyle(icon).scale]));
    const rtl = getLocaleRow(locale).dir === 'rtl';
    for (const [mirror, scale] of turned) expect(scale, locale).toBe(rtl && mirror ? '-1 1' : 'none');
    expect(turned, locale).toContainEqual([false, 'none']); // the lens of the search
  }
});

test('rules 21 to 30 hold for every text on every page, light and dark, also for done items', async () => {
  expect((await survey).texts).toEqual([]);
});

test('gives every control and every link that stands alone a target of 44 px', async () => {
  expect((await survey).targets).toEqual([]);
});

test('rule 8 shows numbers, addresses and Latin names inside he and ar in their own order', async () => {
  const { latinRuns } = await survey;
  expect(latinRuns.length).toBeGreaterThan(10);
  expect(latinRuns.filter(({ text, shown }) => text !== shown)).toEqual([]);
});

test('rule 29 keeps the joins of an Arabic word that is partly marked', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}ar/${samplePages.phase}`);
  const [plain = 0, marked = 0, padded = 0] = await page.evaluate(() => {
    const prose = document.querySelector('.prose p')!;
    const add = (html: string) => {
      const word = document.createElement('span');
      word.innerHTML = html;
      prose.append(' ', word);
      return word.getBoundingClientRect().width;
    };
    const widths = [add('المسؤولية'), add('المس<mark>ؤول</mark>ية')];
    const mark = [...prose.querySelectorAll('mark')].at(-1)!;
    mark.style.padding = '3px';
    return [...widths, mark.parentElement!.getBoundingClientRect().width];
  });
  expect(plain).toBeGreaterThan(20);
  expect(Math.abs(plain - marked)).toBeLessThanOrEqual(0.5);
  expect(padded - marked).toBeGreaterThan(3); // what a padding would do
  const clone = await page
    .locator('mark')
    .first()
    .evaluate(
      (mark) => getComputedStyle(mark).getPropertyValue('-webkit-box-decoration-break') || getComputedStyle(mark).getPropertyValue('box-decoration-break'),
    );
  expect(clone).toBe('clone');
});

/** What three tests want to know of every page, from one visit to each. */
async function visitAll(): Promise<Survey> {
  const page = await browser.newPage();
  const found: Survey = { texts: [], targets: [], latinRuns: [] };
  const paths = [...getSamplePages().map((sample) => sample.path), 'nowhere/', 'en/search/?q=sorry'];
  for (const path of paths) {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(url + path);
    if (path.includes('?q=')) await page.locator('[data-link]').first().waitFor();
    const row = localeTable.find(({ id }) => path.startsWith(`${id}/`));
    if (row) {
      await page.evaluate(() => {
        for (const box of document.querySelectorAll<HTMLInputElement>('atm-checklist .box:not(:checked)')) box.click();
      });
      for (const theme of ['light', 'dark']) {
        await page.evaluate((theme) => {
          document.documentElement.dataset['theme'] = theme;
        }, theme);
        found.texts.push(...(await page.evaluate(getTextFaults, scripts)).map((fault) => `${path} ${theme}: ${fault}`));
      }
      if (row.dir === 'rtl') found.latinRuns.push(...(await page.evaluate(getLatinRuns)).map((run) => ({ path, ...run })));
    }
    for (const width of widths) {
      await page.setViewportSize({ width, height: 740 });
      found.targets.push(...(await page.evaluate(getSmallTargets)).map((fault) => `${path} at ${width} px: ${fault}`));
    }
  }
  await page.close();
  return found;
}

interface Survey {
  texts: string[];
  targets: string[];
  latinRuns: { path: string; text: string; shown: string }[];
}

/** Runs in the page: how far from the start and the end of the window the blocks stand whose width no word decides. */
function getLayout(): Record<string, number[]> {
  const rtl = document.documentElement.dir === 'rtl';
  const both = [
    'header .row',
    'main',
    'main h1',
    '.rail',
    'aside',
    'footer',
    'footer .row',
    'section.step',
    '.step .body',
    '.pair',
    '.facts',
    '[data-stitches]',
    '.items',
    '.phases',
  ];
  const startOnly = ['header .name', 'main h2', '.step .number', '.item input', '.node', 'footer .texts'];
  const layout: Record<string, number[]> = {};
  for (const selector of [...both, ...startOnly]) {
    const element = [...document.querySelectorAll(selector)].find((candidate) => candidate.checkVisibility());
    if (!element) continue;
    const { left, right } = element.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const [start, end] = rtl ? [width - right, left] : [left, width - right];
    layout[selector] = (startOnly.includes(selector) ? [start] : [start, end]).map((edge) => Math.round(edge));
  }
  return layout;
}

/**
 * Runs in the page: texts whose letterforms, sizes or colours break the typography rules.
 * @param scripts the script of each language; a page may show several
 */
function getTextFaults(scripts: Record<string, string>): string[] {
  const faults: string[] = [];
  const arabic = /[\u0600-\u06ff]/;
  const px = (value: string) => Number.parseFloat(value);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent?.trim())
      .join(' ')
      .trim();
    if (!text || !element.checkVisibility()) continue;
    const script = scripts[element.closest<HTMLElement>('[lang]')!.lang]!;
    const style = getComputedStyle(element);
    const size = px(style.fontSize);
    const say = (fault: string) => faults.push(`<${element.tagName.toLowerCase()} class="${element.className}"> “${text.slice(0, 24)}” ${fault}`);
    if (script !== 'latin') {
      if (style.letterSpacing !== 'normal') say(`rule 21: letter-spacing ${style.letterSpacing}`);
      if (style.fontStyle !== 'normal') say(`rule 22: ${style.fontStyle}`);
      if (style.wordBreak !== 'normal' || style.hyphens === 'auto') say(`rule 30: word-break ${style.wordBreak}, hyphens ${style.hyphens}`);
    }
    if (style.fontSynthesisStyle !== 'none' || style.fontSynthesisWeight !== 'none') say('rule 22: synthesis');
    if (style.textTransform !== 'none') say(`rule 23: ${style.textTransform}`);
    if (style.textAlign === 'justify') say('rule 24: justified');
    const heading = element.closest('h1, h2, h3, .twin'); // the title of the other side is no heading, and set like one
    const ratio = px(style.lineHeight) / size;
    const least = heading ? { arabic: 1.25, hebrew: 1.18, latin: 1.18 }[script]! : { arabic: 1.8, hebrew: 1.6, latin: 1.55 }[script]!;
    if ((heading || element.closest('.prose, p, dd')) && /\p{L}/u.test(text) && !element.closest('.visually-hidden') && ratio < least - 0.005)
      say(`rule 25: line height ${ratio.toFixed(2)}`);
    const smallest = arabic.test(text) ? 15 : 14;
    if (size < smallest - 0.05) say(`rule 26: ${size} px`);
    if (element.matches('.prose p') && Math.abs(size - (script === 'arabic' ? 18 : 17)) > 0.05) say(`rule 26: text of ${size} px`);
    if (element.matches('a') && style.textDecorationLine.includes('underline')) {
      const offset = px(style.textUnderlineOffset) / size;
      if (Math.abs(offset - (script === 'arabic' ? 0.32 : 0.2)) > 0.005) say(`rule 27: underline at ${style.textUnderlineOffset}`);
      if (Math.abs(px(style.textDecorationThickness) / size - 0.07) > 0.005) say(`rule 27: underline of ${style.textDecorationThickness}`);
      if (style.textDecorationSkipInk !== 'auto') say('rule 27: ink is not skipped');
    }
    if (arabic.test(text)) {
      const [, , , alpha = 1] = style.color.match(/[\d.]+/g)?.map(Number) ?? [];
      let opacity = alpha;
      for (let ancestor: Element | null = element; ancestor; ancestor = ancestor.parentElement) opacity *= Number(getComputedStyle(ancestor).opacity);
      if (opacity !== 1) say(`rule 28: opacity ${opacity}`);
    }
  }
  for (const field of document.querySelectorAll('input[placeholder]')) {
    const style = getComputedStyle(field, '::placeholder');
    if (style.opacity !== '1') faults.push(`rule 28: the placeholder has opacity ${style.opacity}`);
  }
  return faults;
}

/** Runs in the page: controls, and links outside running text, that a finger can miss. */
function getSmallTargets(): string[] {
  const targets = [...document.querySelectorAll<HTMLElement>('a[href], button, select, input:not([type="checkbox"], [type="radio"]), label:has(input)')].filter(
    (element) => {
      if (!element.checkVisibility() || element.closest('.visually-hidden')) return false;
      // A link in a line of other words is exempt: its size is that of the line.
      const block = element.closest('p, dd, .prose li');
      const inText = getComputedStyle(element).display === 'inline' && block !== null && block.textContent?.trim() !== element.textContent?.trim();
      return !inText;
    },
  );
  return targets.flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    // What says its name in words is as wide as they are; all else must be wide enough by itself.
    const least = /\p{L}{2}/u.test(element.innerText ?? '') ? 24 : 44;
    if (height >= 43.5 && width >= least - 0.5) return [];
    return [
      `<${element.tagName.toLowerCase()} class="${element.className}"> “${(element.innerText || element.getAttribute('aria-label') || '').slice(0, 30)}” is ${Math.round(width)} × ${Math.round(height)}`,
    ];
  });
}

/** Runs in the page: each run of Latin letters and digits, as written and as its letters stand on the screen from left to right. */
function getLatinRuns(): { text: string; shown: string }[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const runs: { text: string; shown: string }[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!node.parentElement?.checkVisibility() || node.parentElement.closest('script, style, .visually-hidden, atm-languages')) continue;
    for (const match of node.data.matchAll(/[A-Za-z0-9+@][A-Za-z0-9+@:/.#() -]*[A-Za-z0-9+)]/g)) {
      const letters = [...match[0]].map((letter, index) => {
        const range = document.createRange();
        range.setStart(node, match.index + index);
        range.setEnd(node, match.index + index + 1);
        return { letter, box: range.getBoundingClientRect() };
      });
      if (letters.some(({ box }) => Math.abs(box.top - letters[0]!.box.top) > 2)) continue; // broken over two lines
      runs.push({
        text: match[0],
        shown: letters
          .sort((a, b) => a.box.left - b.box.left)
          .map(({ letter }) => letter)
          .join(''),
      });
    }
  }
  return runs;
}
