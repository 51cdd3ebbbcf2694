import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core';
import type { PageWeight } from './budgets.ts';
import { getBrotliSize, getScriptSize } from './sizes.ts';

/** A phone of the middle class. The service worker stays out: it fetches ahead for later visits, when the page has long been there. */
export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  serviceWorkers: 'block',
};

/** How many times slower its processor is than this one. */
export const slowdown = 4;

/** A slow line: 150 ms, 1.6 Mbit/s down and 0.75 up. */
const slowLine = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

/** So long after the last request a late shift or paint would have come. */
const settleMs = 500;

export interface PageLoad extends PageWeight {
  /** Largest contentful paint, in milliseconds. */
  readonly paint: number;
}

/**
 * Loads `url` as a first visitor on a slow phone and weighs what comes before anybody does anything.
 * @throws where the page does not answer with 200
 */
export async function measurePage(browser: Browser, url: string): Promise<PageLoad> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    await slowDown(page);
    await page.addInitScript(observe);
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    const answer = await page.goto(url, { waitUntil: 'networkidle' });
    if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status() ?? 'nothing'}.`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForTimeout(settleMs);
    const html = await answer.text();
    const [scripts, fonts] = await Promise.all([getBodies(responses, isScript), getBodies(responses, isFont)]);
    return {
      html: getBrotliSize(html),
      script: getScriptSize(html, scripts),
      fonts: fonts.reduce((sum, font) => sum + font.length, 0),
      ...(await page.evaluate(getTimings)),
    };
  } finally {
    await context.close();
  }
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowLine);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** By type, not by what asked for it: a preloaded module is script as well. */
function isScript(response: Response): boolean {
  return /javascript/.test(response.headers()['content-type'] ?? '');
}

function isFont(response: Response): boolean {
  return new URL(response.url()).pathname.endsWith('.woff2');
}

function getBodies(responses: readonly Response[], isWanted: (response: Response) => boolean): Promise<Buffer[]> {
  return Promise.all(responses.filter((response) => response.ok() && isWanted(response)).map((response) => response.body()));
}

/** Runs in the page, before its own scripts. */
function observe(): void {
  const seen = { shift: 0, paint: 0 };
  Object.assign(window, { bench: seen });
  const watch = (type: string, look: (entry: PerformanceEntry & Partial<LayoutShift>) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(look)).observe({ type, buffered: true });
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value ?? 0;
  });
  watch('largest-contentful-paint', (entry) => {
    seen.paint = entry.startTime;
  });
}

/** Runs in the page, at the end. */
function getTimings(): { shift: number; paint: number; blocking: number } {
  const { shift, paint } = (window as unknown as { bench: { shift: number; paint: number } }).bench;
  const requests = performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus?: string })[];
  const blocking = requests.filter((request) => request.renderBlockingStatus === 'blocking').length;
  return { shift: Math.round(shift * 1000) / 1000, paint: Math.round(paint), blocking };
}

interface LayoutShift {
  readonly value: number;
  readonly hadRecentInput: boolean;
}
