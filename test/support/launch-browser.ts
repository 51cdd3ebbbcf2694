import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchOptions } from '../../src/build/find-browser.ts';

/** Test files that run one after the other in a worker share its browser: to start one takes longer than many a test. */
let shared: Promise<Browser> | undefined;

/**
 * A browser for the tests of one file; its contexts are closed after the last of them.
 *
 * @param options of a browser that differs from the others, and is this file's own
 */
export async function launchBrowser(options?: LaunchOptions): Promise<Browser> {
  if (options) {
    const own = await chromium.launch({ ...(await launchOptions()), ...options });
    afterAll(() => own.close());
    return own;
  }
  if (!(await shared)?.isConnected()) shared = launchOptions().then((launch) => chromium.launch(launch));
  const browser = await shared!;
  afterAll(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  return browser;
}
