import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import type { Locale } from '../../src/i18n/locales.ts';
import { getLink, getTicked, setNotApplicable, tick, write } from '../support/checklist-page.ts';
import { engines } from '../support/engines.ts';
import { watchContext } from '../support/watch-context.ts';

const url = inject('url');
const list = 'checklists/during-conversation/';

describe.for(engines)('in %s', ([name, type, options]) => {
  const launching = type.launch(options);
  afterAll(async () => (await launching).close());

  test('a team works a list off together: ticked in Hebrew, sent in Arabic, taken over in Italian, undone, saved, opened elsewhere, printed', async () => {
    const browser = await launching;
    const [sender, faults] = await open(browser, 'he');
    await tick(sender, 'apology-came-first');
    await tick(sender, 'mistake-named');
    await setNotApplicable(sender, 'said-we');
    await write(sender, 'no-but', 'דן ביקש (פעמיים)');

    await sender.locator('header a[data-locale="ar"]:visible').click();
    await sender.waitForURL(`${url}ar/${list}`);
    expect(await getTicked(sender)).toEqual(['apology-came-first', 'mistake-named']);
    await sender.locator('[data-tool="share"]').click();
    await sender.locator('[data-notes] input').check();
    const link = await getLink(sender, 'progress');
    expect(link.startsWith(`${url}go/during-conversation/#progress=1.`)).toBe(true);
    expect(link.length).toBeLessThan(400);

    const [receiver, ...others] = await open(browser, 'it', link, 'it-IT');
    await receiver.waitForURL((address) => address.pathname.endsWith(`/it/${list}`));
    await receiver.locator('[data-received]').waitFor();
    expect(await getTicked(receiver)).toEqual(['apology-came-first', 'mistake-named']);
    expect(await receiver.locator('#said-we').getAttribute('data-state')).toBe('not-applicable');
    expect(await receiver.locator('#no-but [data-their-note] bdi').textContent()).toBe('דן ביקש (פעמיים)');
    expect(await receiver.locator('#no-but .box').isDisabled()).toBe(true);
    // Looking changes nothing: another page of the same profile knows of no tick.
    const glance = await receiver.context().newPage();
    await glance.goto(`${url}it/${list}`);
    expect(await getTicked(glance)).toEqual([]);
    await glance.close();

    await receiver.locator('[data-received] [data-do]:visible').first().click();
    expect(new URL(receiver.url()).hash).toBe('');
    await receiver.reload();
    expect(await getTicked(receiver)).toEqual(['apology-came-first', 'mistake-named']);
    expect(await receiver.locator('#no-but [data-note-printed]').textContent()).toBe('דן ביקש (פעמיים)');

    await tick(receiver, 'next-date-agreed');
    await receiver.locator('[data-take-back]').click();
    expect(await getTicked(receiver)).toEqual(['apology-came-first', 'mistake-named']);

    await receiver.locator('[data-tool="files"]').click();
    const [download] = await Promise.all([receiver.waitForEvent('download'), receiver.locator('[data-do="save"]').click()]);
    const path = await download.path();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ format: 'after-the-mistake' });

    const [third, ...more] = await open(browser, 'en');
    await tick(third, 'nothing-disputed');
    await third.locator('[data-tool="files"]').click();
    await third.locator('[data-file]').setInputFiles(path);
    await expect.poll(() => third.locator('[data-dialog="files"] [data-said]').textContent()).not.toBe('');
    await third.keyboard.press('Escape');
    await showAllCases(third);
    expect(await getEverTicked(third)).toEqual(['apology-came-first', 'mistake-named', 'nothing-disputed']);

    await third.emulateMedia({ media: 'print' });
    expect(await third.locator('#apology-came-first .box').isVisible()).toBe(true);
    expect(await third.locator('[data-tools]').isVisible()).toBe(false);
    expect([...faults, ...others.flat(), ...more.flat()], name).toEqual([]);
  });
});

async function open(browser: Browser, locale: Locale, address = `${url}${locale}/${list}`, language = 'fr-FR'): Promise<[Page, string[]]> {
  const context: BrowserContext = await browser.newContext({ locale: language, acceptDownloads: true });
  const faults = watchContext(context, url);
  const page = await context.newPage();
  await page.goto(address);
  return [page, faults];
}

/** Waits until the choice of clients is there, which it is once another browser's case has come in. */
async function showAllCases(page: Page): Promise<void> {
  await page.locator('[data-case] select').waitFor();
}

/** What is ticked in any of the clients' lists. */
async function getEverTicked(page: Page): Promise<string[]> {
  const select = page.locator('[data-case] select');
  const ticked: string[] = [];
  for (const value of await select.locator('option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))) {
    await select.selectOption(value);
    ticked.push(...(await getTicked(page)));
  }
  return ticked.sort();
}
