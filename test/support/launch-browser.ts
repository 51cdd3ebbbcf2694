import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchOptions } from '../../src/build/find-browser.ts';

/** A browser for the tests of one file, closed after the last of them. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const browser = await chromium.launch({ ...(await launchOptions()), ...options });
  afterAll(() => browser.close());
  return browser;
}
