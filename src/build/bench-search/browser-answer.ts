import type { Browser, CDPSession, Page } from 'playwright-core';
import { type Locale, locales } from '../../i18n/locales.ts';
import { getTaskTime } from '../bench/ready-time.ts';
import { getBrotliSize } from '../bench/sizes.ts';
import { samplePages } from '../sample-pages.ts';
import type { Answer } from './measures.ts';

/** Answers as readers get them: by the search page of the built site, with the rescue and the further terms. */
export interface BrowserAnswers {
  /** `time` is the CPU time of the page's main thread. */
  readonly page: Answer;
  /** What the page fetched, in bytes after Brotli: until its first answer was shown, and afterwards. */
  getBytes(locale: Locale): { readonly first: number; readonly later: number };
}

/** The part of `<atm-search-results>` that is used here. */
type Results = Element & { answer(query: string): Promise<void> };

/**
 * Opens the search page of every language.
 *
 * @param url of the base of the built site, with a slash at its end
 * @param getFirst a query with a plain answer in a language: the one whose bytes are counted
 */
export async function createBrowserAnswers(browser: Browser, url: string, getFirst: (locale: Locale) => string): Promise<BrowserAnswers> {
  const opened = new Map<Locale, Opened>();
  for (const locale of locales) opened.set(locale, await openSearch(browser, `${url}${locale}/${samplePages.search}`, getFirst(locale)));
  return {
    page: async ({ locale, query }) => {
      const { page, session } = opened.get(locale)!;
      const before = await getTaskTime(session);
      const found = await page.evaluate(askPage, query);
      return { found, time: (await getTaskTime(session)) - before };
    },
    getBytes: (locale) => opened.get(locale)!.bytes,
  };
}

interface Opened {
  readonly page: Page;
  readonly session: CDPSession;
  readonly bytes: { readonly first: number; readonly later: number };
}

async function openSearch(browser: Browser, address: string, query: string): Promise<Opened> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(address, { waitUntil: 'networkidle' });
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => sizes.set(response.url(), response.body().then(getBrotliSize)));
  await page.evaluate(noteFirstAnswer);
  await page.locator('atm-search-box input').first().fill(query);
  await page.locator('[data-list] [data-link]').first().waitFor();
  // The page has been idle once, so that it cannot be waited for again.
  await page.waitForTimeout(1_000);
  const { before, after } = await page.evaluate(() => (window as unknown as Noted).getFetched());
  const add = async (urls: readonly string[]): Promise<number> =>
    (await Promise.all(urls.map((url) => sizes.get(url) ?? 0))).reduce((sum, size) => sum + size, 0);
  return { page, session, bytes: { first: await add(before), later: await add(after) } };
}

/** What the page fetched before and after its first answer was shown. */
interface Noted {
  getFetched(): { readonly before: string[]; readonly after: string[] };
}

/** Runs in the page: notes when the first answer is shown. What is asked for later is not what it needed. */
function noteFirstAnswer(): void {
  const start = performance.now();
  let shown = Number.POSITIVE_INFINITY;
  new MutationObserver((_, observer) => {
    shown = performance.now();
    observer.disconnect();
  }).observe(document.querySelector('atm-search-results [data-list]')!, { childList: true });
  (window as unknown as Noted).getFetched = () => {
    const fetched = performance.getEntriesByType('resource').filter(({ startTime }) => startTime >= start);
    const select = (isAfter: boolean) => fetched.filter(({ startTime }) => startTime > shown === isAfter).map(({ name }) => name);
    return { before: select(false), after: select(true) };
  };
}

/** Runs in the page: the ids of what is shown for a query, in its order. */
async function askPage(query: string): Promise<string[]> {
  const results = document.querySelector<Results>('atm-search-results');
  if (!results) throw new Error('This page has no <atm-search-results>. Build the site again.');
  await results.answer('');
  await results.answer(query);
  // Rows behind the first ones follow a moment later.
  await new Promise((resolve) => setTimeout(resolve, 60));
  return Array.from(results.querySelectorAll<HTMLAnchorElement>('.result .title'), ({ hash, pathname }) =>
    decodeURIComponent(hash.slice(1) || (pathname.split('/').filter(Boolean).at(-1) ?? '')),
  );
}
