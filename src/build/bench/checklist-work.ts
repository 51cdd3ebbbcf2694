import type { Browser } from 'playwright-core';
import { type Casebook, emptyCasebook, FIRST_CASE, type Stamped } from '../../checklists/casebook.ts';
import { formatCasebook, parseCasebook } from '../../checklists/casebook-format.ts';
import { parseShareLink } from '../../checklists/share-link.ts';
import { measureOwnTime } from './own-time.ts';
import { phone, slowdown } from './page-load.ts';
import { getMedian } from './sizes.ts';

/** What the most loaded list costs whoever ticks it, in milliseconds; the first two at the slowdown of the phone. */
export interface ChecklistWork {
  /** From the press to the frame that shows the tick. */
  readonly tick: number;
  /** The longest task while ticking. */
  readonly longest: number;
  /** Reading 10,000 stored ticks on this machine (fault case S19). */
  readonly read: number;
  /** Refusing a link of a megabyte (fault case L07). */
  readonly refuse: number;
}

/** Milliseconds that each part may take; one frame and its script for a tick. */
export const checklistWorkBudget: ChecklistWork = { tick: 50, longest: 50, read: 16, refuse: 50 };

const itemCount = 60;
const caseCount = 20;

/**
 * Measures a list of 60 items with 20 clients in the storage: the page's own items are written out until there are so many.
 * @param url a page with a checklist
 */
export async function measureChecklistWork(browser: Browser, url: string, key: string): Promise<ChecklistWork> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    await page.route(url, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: multiplyItems(await response.text()) });
    });
    await context.addInitScript(
      ([name, stored]) => localStorage.setItem(name as string, stored as string),
      [key, formatCasebook(createCasebook(caseCount, itemCount))],
    );
    await page.goto(url);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const { ticks, longest } = await page.evaluate(tickAll);
    return {
      tick: Math.round(getMedian(ticks)),
      longest: Math.round(longest),
      read: await measureOwnTime(readTicks()),
      refuse: await measureOwnTime(refuseLink),
    };
  } finally {
    await context.close();
  }
}

/** The page's first item, as often as it takes, each with an id of its own. */
function multiplyItems(html: string): string {
  const [first] = /<li class="item[^>]* id="([\w-]+)".*?<\/li>/s.exec(html) ?? [];
  const id = /id="([\w-]+)"/.exec(first ?? '')?.[1];
  if (!first || !id) throw new Error('The bench found no item in the list. See multiplyItems in src/build/bench/checklist-work.ts.');
  return html.replace(first, Array.from({ length: itemCount }, (_, index) => first.replaceAll(id, `item-${index}`)).join(''));
}

function createCasebook(cases: number, items: number): Casebook {
  const fields = Array.from({ length: items }, (_, index): [string, Stamped] => [
    `state:item-${index}`,
    [index % 3 ? 'done' : 'open', 17_950_000_000 + index * 600],
  ]);
  const ids = Array.from({ length: cases }, (_, index) => (index === 0 ? FIRST_CASE : `case-${index}`));
  return { ...emptyCasebook, cases: new Map(ids.map((id) => [id, { fields: new Map(fields), erased: 0 }])) };
}

/** Reads 10,000 ticks of 150 clients. */
function readTicks(): () => void {
  const stored = formatCasebook(createCasebook(150, 67));
  return () => void parseCasebook(stored);
}

/** Refuses a link of a megabyte. */
async function refuseLink(): Promise<void> {
  await parseShareLink(`progress=1.${'A'.repeat(1_000_000)}`, { list: 'first-hour', items: [] });
}

/** Runs in the page: ticks items one after the other, each time waiting for the frame that shows it. */
async function tickAll(): Promise<{ ticks: number[]; longest: number }> {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  const ticks: number[] = [];
  for (const box of [...document.querySelectorAll<HTMLInputElement>('[data-item] .box')].slice(0, 20)) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const before = performance.now();
    box.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    ticks.push(performance.now() - before);
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { ticks, longest };
}
