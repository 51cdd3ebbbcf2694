import { existsSync } from 'node:fs';
import { type BrowserType, chromium, firefox, type LaunchOptions, webkit } from 'playwright-core';
import { launchOptions } from '../../src/build/find-browser.ts';

/** The browsers of this machine, by name: Chromium always, the others where Playwright has installed them. */
export const engines: readonly (readonly [name: string, type: BrowserType, options: LaunchOptions])[] = [
  ['Chromium', chromium, await launchOptions()],
  ...([firefox, webkit] as const).flatMap((type) => (existsSync(type.executablePath()) ? [[type.name(), type, {}] as const] : [])),
];
