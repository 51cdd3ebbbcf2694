import type { Browser, CDPSession } from 'playwright-core';
import { phone, slowdown } from './page-load.ts';
import { getMedian } from './sizes.ts';

/**
 * CPU time of the main thread, in milliseconds at the slowdown of the phone, from the navigation until `url` is loaded,
 * its typefaces are there and both are on the screen: the median of `runs` first visits. CPU time instead of time on
 * the clock, because it depends less on what else the machine does.
 * @param plainUrl a file of the same origin without styles or script; it is opened first, so that the start of the
 *   browser's process, which no page can make shorter, does not count
 */
export async function measureReadyTime(browser: Browser, url: string, plainUrl: string, runs: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await measureOnce(browser, url, plainUrl));
  return Math.round(getMedian(times));
}

async function measureOnce(browser: Browser, url: string, plainUrl: string): Promise<number> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(plainUrl);
    const before = await getTaskTime(session);
    await page.goto(url, { waitUntil: 'load' });
    await page.evaluate(afterFonts);
    return (await getTaskTime(session)) - before;
  } finally {
    await context.close();
  }
}

/**
 * Milliseconds that the tasks of the main thread have taken since the process began. `Performance.enable` must have been sent.
 * @throws where the browser does not say so
 */
export async function getTaskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const duration = metrics.find(({ name }) => name === 'TaskDuration');
  if (!duration) throw new Error('The browser does not say how long its tasks take (Performance.getMetrics has no TaskDuration).');
  return duration.value * 1000;
}

/** Runs in the page: waits for its typefaces, and for the frame that shows them. */
async function afterFonts(): Promise<void> {
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
