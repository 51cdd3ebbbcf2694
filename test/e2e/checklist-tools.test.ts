import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { afterEach, expect, inject, onTestFinished, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { getNote, getTicked, openPage, openTool, tick, write } from '../support/checklist-page.ts';
import { launchBrowser } from '../support/launch-browser.ts';

const url = inject('url');
const browser = await launchBrowser();
const list = 'checklists/during-conversation/';

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test('S18 asks before a list is cleared, says what goes, and brings it all back', async () => {
  for (const locale of locales) {
    const page = await openPage(browser, `${url}${locale}/${list}`);
    await tick(page, 'no-but');
    await tick(page, 'said-we');
    await write(page, 'said-we', 'a note');
    await openTool(page, 'reset');
    const numbers = (await page.locator('dialog [data-text]').textContent())?.match(/\d+/g);
    expect(numbers, locale).toEqual(['2', '1']);
    await page.keyboard.press('Escape');
    expect(await getTicked(page)).toEqual(['said-we', 'no-but']);
    await openTool(page, 'reset');
    await page.locator('[data-do="reset"]').click();
    expect([await getTicked(page), await getNote(page, 'said-we')]).toEqual([[], '']);
    await page.locator('[data-take-back]').click();
    expect([await getTicked(page), await getNote(page, 'said-we')]).toEqual([['said-we', 'no-but'], 'a note']);
    await page.context().close();
  }
});

test('S20 says calmly what is wrong with a file that is cut, of another site, a picture or far too large, and changes nothing', async () => {
  const page = await openPage(browser, `${url}it/${list}`);
  await tick(page, 'no-but');
  await openTool(page, 'files');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do="save"]').click()]);
  const saved = readFileSync(await download.path(), 'utf8');
  expect(await page.locator('[data-by-hand] textarea').inputValue()).toBe(saved);
  const said = page.locator('dialog [data-said]');
  const cases = [
    ['damaged', Buffer.from(saved.slice(0, saved.length / 2))],
    ['foreign', Buffer.from('{"a":1}')],
    ['foreign', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
    ['newer', Buffer.from(saved.replace(/"version": ?1/, '"version": 999'))],
    // As a file: its bytes would take half a minute to reach the browser.
    ['too-large', await writeLargeFile(50_000_000)],
  ] as const;
  for (const [kind, file] of cases) {
    await page.locator('[data-file]').setInputFiles(typeof file === 'string' ? file : { name: 'file.json', mimeType: 'application/json', buffer: file });
    const sentence = await said.getAttribute(`data-${kind}`);
    await expect.poll(() => said.textContent(), { message: kind }).toBe(sentence);
  }
  await page.keyboard.press('Escape');
  expect(await getTicked(page)).toEqual(['no-but']);
});

test('a list can be pasted into a ticket: as text and as Markdown, with notes only where they were asked for', async () => {
  const page = await openPage(browser, `${url}he/${list}`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await tick(page, 'no-but');
  await write(page, 'no-but', 'דן (054-555-0142)');
  await openTool(page, 'files');
  const read = async (kind: string) => {
    await page.locator(`[data-do="${kind}"]`).click();
    await expect.poll(() => page.locator('dialog [data-said]').textContent()).not.toBe('');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const plain = await read('text');
  expect(plain).toContain('[x] לא אמרנו אף ״אבל״');
  expect(plain).not.toContain('054');
  await page.locator('[data-with-notes] input').check();
  await expect.poll(() => read('markdown')).toContain('054');
});

test('I04 I06 the plan goes into a calendar file, past the weekend of the reader’s choice, and as text where no file comes', async () => {
  const page = await openPage(browser, `${url}he/checklists/ninety-days/`);
  await openTool(page, 'calendar');
  await page.locator('[data-start]').fill('2026-11-18');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('dialog [data-do="save"]').click()]);
  expect(download.suggestedFilename()).toBe('ninety-days.ics');
  const text = readFileSync(await download.path(), 'utf8');
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  // Day 3 is a Friday: in Hebrew the weekend is Friday and Saturday, so it moves to Sunday.
  expect(events[0]?.startDate.toString()).toBe('2026-11-22');
  expect(events).toHaveLength(8);
  const shown = await page.locator('[data-dates] time').evaluateAll((times) => times.map((time) => (time as HTMLTimeElement).dateTime));
  expect(events.map((event) => event.startDate.toString())).toEqual(shown);
  expect((await page.locator('[data-by-hand] textarea').inputValue()).replace(/\r?\n/g, '\n')).toBe(text.replace(/\r\n/g, '\n'));
  const uids = events.map((event) => event.uid);
  const [again] = await Promise.all([page.waitForEvent('download'), page.locator('dialog [data-do="save"]').click()]);
  const second = new ICAL.Component(ICAL.parse(readFileSync(await again.path(), 'utf8'))).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  expect(second.map((event) => event.uid)).toEqual(uids);
  expect(second[0]!.sequence).toBeGreaterThan(events[0]!.sequence);
});

test('an agreed date goes into the calendar from any list', async () => {
  const page = await openPage(browser, `${url}en/${list}`);
  await openTool(page, 'calendar');
  await page.locator('[data-start]').fill('2026-12-01');
  await page.locator('[data-what]').fill('Second meeting; bring the plan,\nand Dana');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('dialog [data-do="save"]').click()]);
  const [event] = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8'))).getAllSubcomponents('vevent');
  expect(new ICAL.Event(event!).summary).toMatch(/^Second meeting; bring the plan,\s?and Dana$/);
});

test('several clients have lists of their own, are renamed, put away, deleted and brought back', async () => {
  const page = await openPage(browser, `${url}en/${list}`);
  await tick(page, 'no-but');
  expect(await page.locator('[data-case]').isVisible()).toBe(false);
  await openTool(page, 'cases');
  await page.locator('[data-new-name]').fill('Shams');
  await page.keyboard.press('Enter');
  const rows = page.locator('[data-cases-in="here"] > li');
  expect(await rows.count()).toBe(2);
  await page.keyboard.press('Escape');
  expect(await getTicked(page)).toEqual([]);
  await tick(page, 'said-we');
  await page.locator('[data-case] select').selectOption({ index: 0 });
  expect(await getTicked(page)).toEqual(['no-but']);
  await page.locator('header a[data-locale="ar"]:visible').click();
  await page.waitForURL(`${url}ar/${list}`);
  expect(await getTicked(page)).toEqual(['no-but']);
  // A second tab may work for the other client; this one is left where it is.
  const other = await page.context().newPage();
  await other.goto(`${url}en/${list}`);
  await other.locator('[data-case] select').selectOption({ label: 'Shams' });
  await tick(other, 'mistake-named');
  expect(await getTicked(page)).toEqual(['no-but']);
  expect(await getTicked(other)).toEqual(['mistake-named', 'said-we']);

  await openTool(other, 'cases');
  const shams = other
    .locator('dialog [data-id]')
    .filter({ has: other.locator('[data-case-name]') })
    .nth(1);
  const name = shams.locator('[data-case-name]');
  await name.focus();
  await other.keyboard.press('End');
  await other.keyboard.type(' K.', { delay: 20 });
  expect(await name.inputValue()).toBe('Shams K.');
  await shams.locator('[data-to="deleted"]').click();
  await other.locator('[data-group="deleted"] > summary').click();
  await other.locator('[data-cases-in="deleted"] [data-to="here"]').click();
  expect(await other.locator('[data-cases-in="here"] > li').count()).toBe(2);
  await other.keyboard.press('Escape');
  await other.locator('[data-case] select').selectOption({ label: 'Shams K.' });
  expect(await getTicked(other)).toEqual(['mistake-named', 'said-we']);
});

test('E11 every tool opens from the keyboard, closes with Escape and gives the focus back', async () => {
  const page = await openPage(browser, `${url}ar/checklists/ninety-days/`);
  for (const name of ['share', 'files', 'calendar', 'cases', 'reset']) {
    const button = page.locator(`[data-tool="${name}"]`);
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.locator(`dialog[data-dialog="${name}"]`);
    await dialog.waitFor();
    expect(await dialog.evaluate((element) => element.contains(document.activeElement)), name).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement), name).toBe(true);
  }
});

test('every control of a list and its tools is at least 44 pixels high, at 360 pixels and in every language', async () => {
  for (const locale of locales) {
    const page = await openPage(browser, `${url}${locale}/${list}`);
    await page.setViewportSize({ width: 360, height: 740 });
    const faults: string[] = [];
    await write(page, 'no-but', 'x');
    faults.push(...(await getSmallTargets(page)));
    for (const name of ['share', 'files', 'calendar', 'cases', 'reset']) {
      await openTool(page, name);
      faults.push(...(await getSmallTargets(page)).map((fault) => `${name}: ${fault}`));
      expect(await page.evaluate(() => document.scrollingElement!.scrollWidth), `${locale} ${name}`).toBe(360);
      await page.keyboard.press('Escape');
    }
    expect(faults, locale).toEqual([]);
    await page.context().close();
  }
});

test('shows a QR code of the link, and prints one of the list', async () => {
  const page = await openPage(browser, `${url}en/${list}`);
  await openTool(page, 'share');
  await page.locator('[data-link="progress"] [data-do="qr"]').click();
  const code = page.locator('[data-link="progress"] svg');
  await code.waitFor();
  await expect.poll(() => code.locator('path').getAttribute('d')).toMatch(/^M\d/);
  await page.keyboard.press('Escape');
  await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed-now', '') }));
  await page.locator('[data-tool="print"]').click();
  await page.locator('body[data-printed-now]').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('[data-printed] svg').isVisible()).toBe(true);
  expect(await page.locator('[data-printed] bdi').textContent()).toBe(`${url}go/during-conversation/`);
});

test('says so where a part cannot be loaded, and goes on ticking', async () => {
  const page = await openPage(browser, `${url}en/${list}`);
  await page.context().route('**/checklist-tools*.js', (route) => route.abort());
  await page.locator('[data-tool="share"]').click();
  const said = page.locator('[data-tools] [data-said]');
  await expect.poll(() => said.textContent()).toBe(await said.getAttribute('data-failed'));
  await tick(page, 'no-but');
  expect(await getTicked(page)).toEqual(['no-but']);
});

/** Buttons, boxes with their labels and disclosures that are lower than 44 CSS pixels. */
function getSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'atm-checklist :is(button, summary, select, textarea, label:has(input), input:not([type="checkbox"], .visually-hidden))',
      ),
    ]
      .filter((element) => element.checkVisibility() && (!document.querySelector('dialog[open]') || element.closest('dialog')))
      .filter((element) => element.getBoundingClientRect().height < 43.5)
      .map((element) => `${element.outerHTML.slice(0, 80)} is ${element.getBoundingClientRect().height} px high`),
  );
}

/** @returns the path of a file of so many bytes, which goes when the test is over */
async function writeLargeFile(bytes: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'large-file-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'large.json');
  await writeFile(path, Buffer.alloc(bytes, 'a'));
  return path;
}
