import type { Browser, Page } from 'playwright-core';
import type { Locale } from '../../i18n/locales.ts';
import { samplePages } from '../sample-pages.ts';
import { measureLongestTask } from './longest-task.ts';
import { phone } from './page-load.ts';
import { getMedian } from './sizes.ts';

/** Where somebody types. */
export type TypingPlace = 'search box' | 'search page' | 'message form';

/** Milliseconds of CPU that the longest task may take: a longer one holds up the next key. */
export const typingBudget = 50;

/** How often each is measured. */
const runs = 3;

/** What somebody types who has let a client down: a question for the search, and what happened for a message. */
const typed: Readonly<Record<Locale, { readonly query: string; readonly fact: string }>> = {
  he: { query: 'איך אומרים סליחה', fact: 'שלחנו למשווקים מחירון ישן' },
  ar: { query: 'كيف أعتذر للعميل', fact: 'أرسلنا قائمة أسعار قديمة' },
  it: { query: 'come chiedere scusa', fact: 'Abbiamo inviato un listino vecchio' },
  en: { query: 'how to apologise', fact: 'We sent an old price list' },
};

/**
 * CPU time of the longest task while somebody types, by place, in milliseconds at the slowdown of the phone: the median
 * of three runs.
 * @param url of the base of the built site, with a slash at its end
 */
export async function measureTyping(browser: Browser, url: string, locale: Locale): Promise<Record<TypingPlace, number>> {
  const measure = async (run: (page: Page) => Promise<number>): Promise<number> => {
    const times: number[] = [];
    for (let count = 0; count < runs; count++) times.push(await inPage(browser, run));
    return Math.round(getMedian(times));
  };
  return {
    'search box': await measure((page) => typeQuery(browser, page, `${url}${locale}/${samplePages.about}`, '[role="option"]', typed[locale].query)),
    'search page': await measure((page) => typeQuery(browser, page, `${url}${locale}/${samplePages.search}`, '[data-list] [data-link]', typed[locale].query)),
    'message form': await measure((page) => typeFact(browser, page, `${url}${locale}/${samplePages.message}`, typed[locale].fact)),
  };
}

async function inPage<T>(browser: Browser, run: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(phone);
  try {
    return await run(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Types a query after it was answered once: what answers is there. */
async function typeQuery(browser: Browser, page: Page, address: string, answer: string, query: string): Promise<number> {
  await page.goto(address);
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  await page.locator(answer).first().waitFor();
  await page.waitForLoadState('networkidle');
  return measureLongestTask(browser, page, async () => {
    await page.keyboard.type(` ${query}`, { delay: 50 });
    await page.waitForTimeout(1500);
  });
}

/** Types what happened, with a text in the client's language beside that in the reader's; then letter by letter, each with its checks. */
async function typeFact(browser: Browser, page: Page, address: string, fact: string): Promise<number> {
  await page.goto(address);
  await page.locator('#fact-matter').fill(fact);
  await page.locator('[data-language]').selectOption({ index: 1 });
  await page.locator('[data-text-of="other"]').waitFor();
  await page.locator('#fact-mistake').focus();
  await page.waitForLoadState('networkidle');
  return measureLongestTask(browser, page, async () => {
    await page.keyboard.type(fact, { delay: 100 });
    await page.keyboard.type(fact.slice(0, 3), { delay: 600 });
    await page.waitForTimeout(600);
  });
}
