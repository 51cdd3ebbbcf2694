import type { Browser, Page } from 'playwright-core';

/** What a visitor does on the page of a checklist; each takes the page first. */

/** A page of a profile of its own, whose browser asks for French: the site has none, so nothing is chosen for it. */
export async function openPage(browser: Browser, address: string, locale = 'fr-FR'): Promise<Page> {
  const context = await browser.newContext({ locale, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

export async function tick(page: Page, id: string): Promise<void> {
  await page.locator(`#${id} .state`).click();
}

export async function setNotApplicable(page: Page, id: string): Promise<void> {
  await unfold(page, id);
  await page.locator(`#${id} [data-applies-not]`).check();
}

export async function write(page: Page, id: string, text: string): Promise<void> {
  await unfold(page, id);
  await page.locator(`#${id} [data-note]`).fill(text);
}

async function unfold(page: Page, id: string): Promise<void> {
  const own = page.locator(`#${id} [data-own]`);
  if ((await own.getAttribute('open')) === null) await own.locator('> summary').click();
}

export async function openTool(page: Page, name: string): Promise<void> {
  await page.locator(`[data-tool="${name}"]`).click();
  await page.locator(`dialog[data-dialog="${name}"]`).waitFor();
}

export function getTicked(page: Page): Promise<string[]> {
  return page.locator('[data-item] .box').evaluateAll((boxes) => (boxes as HTMLInputElement[]).filter((box) => box.checked).map((box) => box.value));
}

export function getNote(page: Page, id: string): Promise<string> {
  return page.locator(`#${id} [data-note]`).inputValue();
}

/** A link of the share dialog, which is open: `plain` or `progress`. */
export async function getLink(page: Page, name: string): Promise<string> {
  const field = page.locator(`[data-link="${name}"] [data-address]`);
  await page.waitForFunction((input) => (input as HTMLInputElement).value !== '', await field.elementHandle());
  // The address is written anew when a note is chosen; the one that stands is the last.
  await page.waitForTimeout(200);
  return field.inputValue();
}

/** Everything the page's origin has stored. */
export function getStored(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...localStorage }) as Record<string, string>);
}
