import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { localeTable } from '../../src/i18n/locales.ts';
import { cleanValue } from '../../src/messages/clean-value.ts';
import { TEXTS } from '../support/hostile-inputs.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { watchContext } from '../support/watch-context.ts';

const url = inject('url');
const browser = await launchBrowser();
const sample = 'messages/apology-email/';

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
    const { lang, dir } = localeTable.find(({ id }) => id === locale)!;
    for (const [name, text] of Object.entries(TEXTS)) {
      await page.locator('#fact-contact-name').evaluate(write, text);
      await page.locator('#fact-new-fact').evaluate(write, text);
      // A field of one line lets no line end in.
      const entered = await page.locator('#fact-contact-name').inputValue();
      await page.waitForTimeout(40);
      await page.locator('[data-out] [data-do="copy"]').click();
      const value = cleanValue(entered);
      await expect.poll(() => page.locator('[data-text-of="own"] [data-slot="contactName"]').textContent()).toContain(value.slice(0, 50));
      const read = async () => (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n');
      // Copying takes the browser a moment.
      await expect.poll(async () => (await read()).includes(value), { message: name, timeout: 5_000 }).toBe(true);
      const plain = await read();
      expect([name, /[\u202a-\u202e\u2066\u2067\0]/.test(plain)]).toEqual([name, false]);
      expect([name, await isTextInOrder(page)]).toEqual([name, []]);
    }
    expect([lang, dir, await page.evaluate(() => (window as { __pwn?: unknown }).__pwn)]).toEqual([lang, dir, undefined]);
    await page.context().close();
  },
);

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

test('typing, and the checks in a pause, take so little of the processor that a machine four times slower has no task over 50 ms', async () => {
  const [page] = await open(`he/${sample}`);
  await fill(page, { matter: 'א', impact: 'יום עבודה', 'fix-done': 'שלחנו את הנכון.' });
  await page.locator('[data-language]').selectOption('ar');
  await page.locator('[data-text-of="other"]').waitFor();
  const session = await page.context().newCDPSession(page);
  // Time of the thread, not of the clock: other programs on the machine do not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const getBusy = async () => 1000 * ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  const field = page.locator('#fact-mistake');
  await field.focus();
  const [keys, pauses]: [number[], number[]] = [[], []];
  for (const letter of 'שלחנו למשווקים מחירון') {
    const before = await getBusy();
    await page.keyboard.type(letter);
    await page.waitForTimeout(100);
    keys.push((await getBusy()) - before);
    if (keys.length % 7 > 0) continue;
    const paused = await getBusy();
    await page.waitForTimeout(600);
    pauses.push((await getBusy()) - paused);
  }
  const getMedian = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];
  expect(getMedian(keys)).toBeLessThanOrEqual(50 / 4);
  expect(getMedian(pauses)).toBeLessThanOrEqual(50 / 4);
  await page.context().close();
});

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
  await page
    .locator('[data-text-of="own"] [data-move] .slot:not([data-empty])')
    .first()
    .waitFor({ state: 'attached' })
    .catch(() => undefined);
}

async function answer(page: Page, value: 'yes' | 'no' | 'not-sure'): Promise<void> {
  for (const question of await page.locator('[data-question]').all()) await question.locator(`input[value="${value}"]`).check();
}

function write(field: Element, text: string): void {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Words of the text around the values whose letters do not stand one after the other in its direction. */
function isTextInOrder(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector<HTMLElement>('[data-text-of="own"] [data-text]')!;
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
  });
}
