import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { localeTable } from '../../src/i18n/locales.ts';
import { cleanValue } from '../../src/messages/clean-value.ts';
import type { MessageWords } from '../../src/messages/other-words.ts';
import { TEXTS } from '../support/hostile-inputs.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { watchContext } from '../support/watch-context.ts';

const url = inject('url');
const browser = await launchBrowser();
const sample = 'messages/apology-email/';

/** Any characters at all, and above all those that have a say about directions. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ...'אבبم٣aB1.,:;()[]<>{}/-+%$ \u00a0\u0301\u05bc😀',
      ...'\u200b\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e',
      ...'\u2066\u2067\u2068\u2069\u2028\u2029\u0085\x1c\x1d\n\0\ud83d',
    ),
    maxLength: 40,
  }),
);

test('a reader writes in Hebrew and sends good Italian, answers the questions, copies, mails, saves, and forgets it all', async () => {
  const [page, faults] = await open(`he/${sample}`);
  await fill(page, {
    'speaker-name': 'דנה לוי',
    matter: 'המחירון',
    mistake: 'שלחנו למשווקים מחירון ישן.',
    'mistake-date': '2026-03-03',
    'contact-name': 'Anna (ext. 214)',
    'contact-phone': '+972-3-555-0142',
  });
  await page.locator('[data-language]').selectOption('it');
  await page.locator('[data-text-of="other"]').waitFor();
  await page.locator('[data-form-choice="other"] select').selectOption('tu');
  await page.locator('#fact-mistake-second').fill('Abbiamo inviato ai rivenditori un listino vecchio');
  await expect.poll(() => page.locator('[data-text-of="other"] [data-text]').innerText()).toContain('Abbiamo inviato ai rivenditori un listino vecchio. ');
  expect(await page.locator('[data-text-of="other"] [data-text]').getAttribute('dir')).toBe('ltr');
  expect(await page.locator('[data-text-of="other"] [data-text]').innerText()).toContain('3 marzo 2026');
  expect(await page.locator('[data-text-of="own"] [data-text]').innerText()).toContain('3 במרץ 2026');

  expect(await page.locator('[data-buttons]:visible').count()).toBe(0);
  await answer(page, 'no');
  await page.locator('[data-out]').nth(1).locator('[data-do="copy"]').click();
  await expect.poll(() => page.locator('[data-out]').nth(1).locator('[data-said]').innerText()).not.toBe('');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return { text: await (await item!.getType('text/plain')).text(), html: await (await item!.getType('text/html')).text() };
  });
  expect(copied.text).toContain('Abbiamo inviato ai rivenditori un listino vecchio.');
  expect(copied.html).toContain('lang="it"');
  expect(copied.html).toContain('dir="ltr"');

  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-out]').first().locator('[data-do="save"]').click()]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('שלחנו למשווקים מחירון ישן.');

  await page.locator('[data-do="clear"]').click();
  await expect.poll(() => page.locator('#fact-mistake').inputValue()).toBe('');
  await page.locator('[data-do="undo"]').click();
  await expect.poll(() => page.locator('#fact-mistake').inputValue()).toBe('שלחנו למשווקים מחירון ישן.');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test.for([
  ['he', 'ar'],
  ['ar', 'it'],
  ['it', 'en'],
  ['en', 'he'],
] as const)('whoever takes the calls is “me” and signs on a line of their own, in %s and in the text in %s', async ([reader, locale]) => {
  const me = { he: 'להתקשר ישר אליי: ', ar: 'فاتصلوا بي على الرقم ', it: 'può chiamarmi al numero ', en: 'reach me on ' };
  const [page, faults] = await open(`${reader}/messages/follow-up/`);
  await fill(page, { 'speaker-name': 'Noa', 'contact-phone': '+972-3-555-0142' });
  await page.locator('[data-language]').selectOption(locale);
  for (const [which, language] of Object.entries({ own: reader, other: locale })) {
    const text = page.locator(`[data-text-of="${which}"] [data-text]`);
    await expect.poll(() => text.innerText()).toContain(`${me[language]}+972-3-555-0142`);
    expect(await text.innerText()).toMatch(/[^\n]\nNoa$/);
    expect(await text.locator('[data-slot="contactName"]').count()).toBe(0);
  }
  await page.locator('#fact-contact-name').fill('Dan');
  for (const which of ['own', 'other'])
    await expect.poll(() => page.locator(`[data-text-of="${which}"] [data-slot="contactName"]`).allTextContents()).toEqual(['Dan']);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('W09 takes what was written along through a reload, to another message and to another language', async () => {
  const [page, faults] = await open(`he/${sample}`);
  await fill(page, { matter: 'המחירון', mistake: 'שלחנו מחירון ישן.' });
  await page.reload();
  await expect.poll(() => page.locator('#fact-mistake').inputValue()).toBe('שלחנו מחירון ישן.');
  await page.locator('header a[data-locale="ar"]:visible').click();
  await page.waitForURL(`${url}ar/${sample}`);
  await expect.poll(() => page.locator('[data-text-of="own"] [data-text]').innerText()).toContain('שלחנו מחירון ישן.');
  await page.goto(`${url}en/messages/change-report/`);
  await expect.poll(() => page.locator('#fact-mistake').inputValue()).toBe('שלחנו מחירון ישן.');
  expect(faults).toEqual([]);
  await page.context().close();
});

test('after a yes the text stays, and the way leads to the holding message, which has the facts already', async () => {
  const [page, faults] = await open(`en/${sample}`);
  await fill(page, { matter: 'The price list' });
  await answer(page, 'yes');
  await page.locator('[data-stop]').waitFor();
  expect(await page.locator('[data-out]:visible').count()).toBe(0);
  await page.locator('[data-stop] a').first().click();
  await page.waitForURL(`${url}en/messages/holding-note/`);
  await expect.poll(() => page.locator('[data-text-of="own"] [data-text]').innerText()).toContain('The price list');
  expect(await page.locator('[data-buttons]:visible').count()).toBe(1);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('keeps facts with a client only when asked, through a new tab, and puts the agreed dates into a calendar file', async () => {
  const [page, faults] = await open('en/messages/meeting-request/');
  await fill(page, { matter: 'The list', 'time-a': '2199-03-05T10:00', 'time-b': '2199-03-09T16:30' });
  await page.locator('[data-keep]').check();
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBeGreaterThan(0);
  const other = await page.context().newPage();
  await other.goto(`${url}en/messages/follow-up/`);
  await expect.poll(() => other.locator('#fact-matter').inputValue()).toBe('The list');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do="calendar"]').click()]);
  const calendar = readFileSync(await download.path(), 'utf8');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(calendar).toContain('DTSTART;VALUE=DATE:21990305');
  expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(faults).toEqual([]);
  await page.context().close();
});

test.for(['he', 'en'] as const)(
  'W01–W03 W06 in %s: any value is copied letter for letter but for what must go, and moves no letter of the text around it',
  { timeout: 240_000 },
  async (locale) => {
    const [page] = await open(`${locale}/messages/follow-up/`);
    await showText(page);
    for (const [name, text] of Object.entries(TEXTS)) {
      const { entered, shown, copied, disordered } = await page.evaluate(fillAndCopy, text);
      const plain = copied.replaceAll('\r\n', '\n');
      for (const [fact, entry] of Object.entries(entered)) {
        const value = cleanValue(entry);
        expect([name, fact, plain.includes(value)]).toEqual([name, fact, true]);
        if (value) expect([name, fact, shown[fact]]).toEqual([name, fact, value]);
      }
      expect([name, /[\u202a-\u202e\u2066\u2067\0]/.test(plain)]).toEqual([name, false]);
      expect([name, disordered]).toEqual([name, []]);
    }
    expect(await page.evaluate(() => (window as { __pwn?: unknown }).__pwn)).toBeUndefined();
    await page.context().close();
  },
);

test.for([
  ['he', 'en', 'הזמנה 4711 של Acme Ltd: {contactName}, 12:30, חדר 3 (Bob) – {contactName}'],
  ['en', 'he', 'Order 4711 of Acme Ltd: {contactName}, 12:30, חדר 3 (Bob) – {contactName}'],
] as const)(
  'W02 W03 W06 in %s: random letters of any script, marks and controls turn nothing around them, also beside numbers and Latin names',
  { timeout: 600_000 },
  async ([locale, reader, sentence]) => {
    const [page] = await open(`${reader}/messages/follow-up/`);
    await page.route(`**/${locale}/messages/follow-up/words.json`, async (route) => {
      const response = await route.fetch();
      const words = (await response.json()) as MessageWords;
      const texts = Object.entries(words.texts).map(([form, { moves }]) => [
        form,
        { ...words.texts[form], moves: moves.map(([id, text]) => [id, id === 'no-request' ? sentence : text]) },
      ]);
      await route.fulfill({ response, json: { ...words, texts: Object.fromEntries(texts) } });
    });
    await fill(page, { 'contact-name': reader === 'he' ? 'נועה' : 'Noa', 'contact-phone': '+972-3-555-0142', 'last-contact': '2026-01-11' });
    await page.locator('[data-language]').selectOption(locale);
    await page.locator('[data-text-of="other"]').waitFor();
    const order = await page.evaluate(getOrder, 'Noa');
    // Both texts, the reader's own and the one with the sentence above, and both places in that.
    expect(order.filter((piece) => piece === '[contactName]')).toHaveLength(4);
    // What leaves nothing to be seen is no name: other words stand in its place then.
    const unnamed = await page.evaluate(getOrder, '');
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        expect(await page.evaluate(getOrder, text)).toEqual(cleanValue(text) ? order : unnamed);
      }),
      { numRuns: process.env['FULL'] ? 3_000 : 60 },
    );
    await page.context().close();
  },
);

test.for([
  ['en', 'ar'],
  ['ar', 'he'],
] as const)('draws the text for a client on a page in %s in the typeface of %s, which comes from the site itself', async ([reader, locale]) => {
  const [page, faults] = await open(`${reader}/${sample}`);
  // The page's own typeface is there at the second visit.
  await page.reload();
  await page.locator('[data-language]').selectOption(locale);
  await page.locator('[data-text-of="other"]').waitFor();
  await expect.poll(() => getForeignFonts(page)).toEqual([]);
  await page.locator('[data-language]').selectOption('');
  await page.locator('[data-language]').selectOption(locale);
  await page.locator('[data-text-of="other"]').waitFor();
  expect(await page.evaluate(() => [...document.fonts].filter(({ unicodeRange }) => !unicodeRange.startsWith('U+0-')).length)).toBe(reader === 'en' ? 2 : 4);
  expect(faults).toEqual([]);
  await page.context().close();
});

test.for(['late', 'never'] as const)('shows the text for a client before its typeface, and moves nothing when that comes %s', async (when) => {
  const [page] = await open(`en/${sample}`);
  const shown = Promise.withResolvers<void>();
  await page.route('**/fonts/body-arabic-*', async (route) => {
    await shown.promise;
    await (when === 'late' ? route.continue() : route.abort());
  });
  await page.locator('[data-language]').selectOption('ar');
  const text = page.locator('[data-text-of="other"] [data-text]');
  await text.waitFor();
  await text.scrollIntoViewIfNeeded();
  expect(await text.innerText()).toContain('تحية');
  await page.evaluate(() => {
    const noted = window as unknown as { moved: number };
    noted.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) noted.moved += entry.value;
    }).observe({ type: 'layout-shift' });
  });
  shown.resolve();
  if (when === 'late')
    await expect.poll(() => page.evaluate(() => [...document.fonts].some(({ unicodeRange }) => unicodeRange.startsWith('U+600')))).toBe(true);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
  expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThanOrEqual(0.05);
  expect(await text.isVisible()).toBe(true);
  await page.context().close();
});

test('reads without script: the example, the text with blanks, the questions before them', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${url}ar/${sample}`);
  expect(await page.locator('.sheet:visible').count()).toBeGreaterThanOrEqual(2);
  expect(await page.locator('atm-message-builder .slot[data-empty]:visible').count()).toBeGreaterThan(5);
  expect(await page.locator('atm-message-builder button:visible, atm-message-builder input:visible').count()).toBe(0);
  await page.locator('atm-message-builder summary').first().click();
  expect(await page.locator('atm-message-builder .sheet:visible').count()).toBe(2);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('atm-message-builder .sheet').first().isVisible()).toBe(true);
  await context.close();
});

test.for(localeTable.filter((row) => row.published).map(({ id }) => id))('fits a narrow screen in %s, form and two texts included', async (locale) => {
  for (const message of ['change-report', 'apology-email']) {
    const [page] = await open(`${locale}/messages/${message}/`, { width: 320, height: 700 });
    await page.locator('[data-language]').selectOption(locale === 'he' ? 'it' : 'he');
    await page.locator('[data-text-of="other"]').waitFor();
    for (const details of await page.locator('main details').all()) await details.evaluate((element) => ((element as HTMLDetailsElement).open = true));
    expect([locale, message, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([locale, message, 320]);
    await page.context().close();
  }
});

test('writes with each key the moves that the fact is in, once in each text, and looks through the texts once in a pause', async () => {
  const [page] = await open(`he/${sample}`);
  await page.clock.install({ time: 0 });
  await fill(page, { matter: 'א', impact: 'יום עבודה', 'fix-done': 'שלחנו את הנכון.' });
  await page.locator('[data-language]').selectOption('ar');
  await page.locator('[data-text-of="other"]').waitFor();
  await page.locator('#fact-mistake').focus();
  // From now on time passes in the page only as it is told to, however slow the machine is.
  await page.clock.pauseAt(3_600_000);
  await page.clock.runFor(1_000);
  const places = await page.evaluate(noteWriting, 'mistake');
  const getWork = () => page.evaluate(() => (window as unknown as { written: string[] }).written.splice(0));
  for (const letter of 'שלחנו מחירון ישן, אבל') {
    await page.keyboard.type(letter);
    await page.clock.runFor(100);
    // A space at the end is no part of the value yet.
    expect([letter, await getWork()]).toEqual([letter, letter === ' ' ? [] : places]);
  }
  await page.clock.runFor(400);
  expect(await getWork()).toEqual(['own count', 'own checks', 'other count', 'other checks']);
  await page.clock.runFor(10_000);
  expect(await getWork()).toEqual([]);
  expect(await page.locator('[data-text-of="own"] [data-slot="mistake"]').first().textContent()).toBe('שלחנו מחירון ישן, אבל');
  await page.context().close();
});

/**
 * Runs in the page: notes in which text what is written: a move, the number of words, the checks, or else the element.
 * @returns the places of a slot, as they are noted
 */
function noteWriting(slot: string): string[] {
  const written: string[] = [];
  Object.assign(window, { written });
  const getPlace = (target: Node): string => {
    const element = target instanceof Element ? target : target.parentElement!;
    const text = element.closest<HTMLElement>('[data-text-of]')!.dataset['textOf'];
    const move = element.matches('[data-move]') && (element as HTMLElement).dataset['move'];
    return `${text} ${move || (element.matches('[data-count]') ? 'count' : element.matches('[data-checks] ul') ? 'checks' : element.outerHTML.slice(0, 80))}`;
  };
  const observer = new MutationObserver((records) => written.push(...records.map(({ target }) => getPlace(target))));
  for (const text of document.querySelectorAll('[data-text-of]')) observer.observe(text, { childList: true, characterData: true, subtree: true });
  return [...document.querySelectorAll(`[data-text-of] [data-move]:has([data-slot="${slot}"])`)].map(getPlace);
}

async function open(path: string, viewport = { width: 1280, height: 900 }): Promise<[Page, string[]]> {
  const context: BrowserContext = await browser.newContext({ viewport, acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
  const faults = watchContext(context, url);
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await page.locator('[data-form]').waitFor();
  return [page, faults];
}

async function fill(page: Page, facts: Readonly<Record<string, string>>): Promise<void> {
  for (const [fact, entry] of Object.entries(facts)) await page.locator(`#fact-${fact}`).fill(entry);
  await page.locator('[data-text-of="own"] .slot:not([data-empty])').first().waitFor({ state: 'attached' });
}

/** Waits until the text is there that grows with every key: it is loaded with the first touch. */
async function showText(page: Page): Promise<void> {
  await page.locator('#fact-contact-name').focus();
  await page.locator('[data-text-of="own"] [data-review]').waitFor({ state: 'attached' });
}

async function answer(page: Page, value: 'yes' | 'no' | 'not-sure'): Promise<void> {
  for (const question of await page.locator('[data-question]').all()) await question.locator(`input[value="${value}"]`).check();
}

/** Typefaces that draw the client's text and do not come from the site. */
async function getForeignFonts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  for (const domain of ['DOM.enable', 'CSS.enable'] as const) await session.send(domain);
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[data-text-of="other"] .paragraph' });
  const fonts = await Promise.all(nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })));
  await session.detach();
  return fonts.flatMap(({ fonts: used }) => used.flatMap(({ isCustomFont, familyName }) => (isCustomFont ? [] : [familyName])));
}

/** Runs in the page: puts a text into two facts, copies the message by its button, and says what came of it. */
async function fillAndCopy(text: string): Promise<{ entered: Facts; shown: Facts; copied: string; disordered: string[] }> {
  const root = document.querySelector<HTMLElement>('[data-text-of="own"] [data-text]')!;
  const entered: Record<string, string> = {};
  for (const [fact, slot] of [
    ['contact-name', 'contactName'],
    ['new-fact', 'newFact'],
  ] as const) {
    const field = document.querySelector<HTMLInputElement>(`#fact-${fact}`)!;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // A field of one line lets no line end in.
    entered[slot] = field.value;
  }
  await new Promise(requestAnimationFrame);
  const said = document.querySelector('[data-out] [data-said]')!;
  said.textContent = '';
  document.querySelector<HTMLElement>('[data-out] [data-do="copy"]')!.click();
  for (const start = performance.now(); !said.textContent && performance.now() - start < 5_000; ) await new Promise((resolve) => setTimeout(resolve));
  const shown = Object.keys(entered).map((slot) => [slot, root.querySelector(`[data-slot="${slot}"]`)?.textContent ?? '']);
  return { entered, shown: Object.fromEntries(shown), copied: await navigator.clipboard.readText(), disordered: getDisordered() };

  /** Words of the text around the values whose letters do not stand one after the other in its direction. */
  function getDisordered(): string[] {
    const isRtl = getComputedStyle(root).direction === 'rtl';
    const faults: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (node.parentElement?.closest('bdi')) continue;
      for (const { 0: word, index } of node.data.matchAll(/[\p{Script=Hebrew}]{2,}|[A-Za-z]{2,}/gu)) {
        const boxes = [...word].map((_, offset) => {
          const range = document.createRange();
          range.setStart(node as Text, index + offset);
          range.setEnd(node as Text, index + offset + 1);
          return range.getBoundingClientRect();
        });
        const isOrdered = boxes.every((box, place) => {
          const before = boxes[place - 1];
          return !before || before.top !== box.top || (isRtl ? box.left <= before.left : box.left >= before.left);
        });
        if (!isOrdered) faults.push(word);
      }
    }
    return faults;
  }
}

/**
 * Runs in the page: puts a value into a fact and reads every paragraph from left to right as it stands on the screen, a
 * value as the name of its slot.
 */
async function getOrder(value: string): Promise<string[]> {
  const field = document.querySelector<HTMLInputElement>('#fact-contact-name')!;
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
  return [...document.querySelectorAll<HTMLElement>('[data-text-of] .paragraph')].flatMap((paragraph) => {
    // On one line, so that left and right say everything.
    paragraph.style.whiteSpace = 'nowrap';
    const pieces: { piece: string; middle: number }[] = [];
    const add = (piece: string, { left, right }: DOMRect) => pieces.push({ piece, middle: (left + right) / 2 });
    for (const slot of paragraph.querySelectorAll<HTMLElement>('bdi')) add(`[${slot.dataset['slot']}]`, slot.getBoundingClientRect());
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (node.parentElement?.closest('bdi')) continue;
      for (const { 0: letter, index } of node.data.matchAll(/\S/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + letter.length);
        add(letter, range.getBoundingClientRect());
      }
    }
    return pieces.toSorted((a, b) => a.middle - b.middle).map(({ piece }) => piece);
  });
}

type Facts = Readonly<Record<string, string>>;
