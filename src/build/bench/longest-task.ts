import type { Browser, Page } from 'playwright-core';
import { slowdown } from './page-load.ts';

/** Of a trace of Chromium, in microseconds; a task also with the time that its thread worked. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/**
 * CPU time of the longest task of the page's main thread while somebody types, from the first key on, in milliseconds at
 * the slowdown of the phone. It is taken at full speed and multiplied: what else the machine does does not count.
 * @param type types, and waits until all is done that follows
 */
export async function measureLongestTask(browser: Browser, page: Page, type: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories });
  await type();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  return getLongestTask(traceEvents);
}

/** @throws where the trace holds no key, or says nothing of the time of threads */
export function getLongestTask(events: readonly TraceEvent[]): number {
  const key = events.find(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'input');
  const tasks = events.filter(({ name, pid, tid, ts, dur = 0 }) => name === 'RunTask' && pid === key?.pid && tid === key.tid && ts + dur >= key.ts);
  const times = tasks.flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur]));
  if (times.length === 0) throw new Error('The trace of the browser holds no task after a key, or none with the time of its thread (tdur of RunTask).');
  return (slowdown * Math.max(...times)) / 1000;
}
