import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { launchOptions } from '../find-browser.ts';
import { getMedian } from './sizes.ts';

/** The categories of Lighthouse, in the order of its report. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export type Scores = Record<(typeof categories)[number], number>;

/**
 * Lighthouse's scores for `url` (0 to 100) as a phone with simulated throttling, each the median of `runs` runs.
 * @param port where a browser listens, see {@link launchForLighthouse}
 * @throws where a run gives no score, with Lighthouse's reason
 */
export async function measureLighthouse(url: string, port: number, runs: number): Promise<Scores> {
  const all: Scores[] = [];
  for (let run = 0; run < runs; run++) all.push(await runOnce(url, port));
  return createScores((category) => getMedian(all.map((scores) => scores[category])));
}

async function runOnce(url: string, port: number): Promise<Scores> {
  const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...categories] });
  if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse, ${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
  return createScores((category) => Math.round((result.lhr.categories[category]?.score ?? 0) * 100));
}

function createScores(getScore: (category: (typeof categories)[number]) => number): Scores {
  return Object.fromEntries(categories.map((category) => [category, getScore(category)])) as Scores;
}

/**
 * Starts the test browser with a port for Lighthouse, which cannot use Playwright's connection.
 * @returns the port, and how to end the browser
 */
export async function launchForLighthouse(): Promise<{ port: number; close: () => Promise<void> }> {
  const { executablePath, args } = await launchOptions();
  const profile = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  const browser = spawn(executablePath, [...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => browser.once('close', () => resolve()));
  const close = async () => {
    browser.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 }); // its helpers may still be writing
  };
  let printed = '';
  const port = await new Promise<number>((resolve, reject) => {
    browser.once('error', reject);
    browser.stderr.on('data', (part: Buffer) => {
      printed += part;
      const [, found] = /DevTools listening on ws:\/\/[^/]*:(\d+)\//.exec(printed) ?? [];
      if (found) resolve(Number(found));
    });
    void ended.then(() => reject(new Error(`The browser ended before it listened:\n${printed}`)));
  });
  return { port, close };
}
