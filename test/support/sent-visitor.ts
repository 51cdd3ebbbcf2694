import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A page of a browser whose language is `locale`, or whose list of languages is `languages`. */
export async function openPageIn(browser: Browser, locale: string, languages?: readonly string[]): Promise<Page> {
  const context = await browser.newContext({ locale });
  if (languages) await context.addInitScript((list) => Object.defineProperty(navigator, 'languages', { get: () => list }), languages);
  return context.newPage();
}

/** Waits until the page's script has run and whatever it started is over, and expects the address unchanged. */
export async function expectToStay(page: Page, address: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  expect(page.url()).toBe(address);
}

/** Where the links lead that a page offers instead of sending its visitor on. */
export function getOffers(page: Page): Promise<string[]> {
  return page.locator('main a:visible').evaluateAll((links) => (links as HTMLAnchorElement[]).map((link) => link.href));
}
