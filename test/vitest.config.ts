import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';
import { launchOptions } from '../src/build/find-browser.ts';
import { LongestFirst } from './setup/longest-first.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const launch = await launchOptions();

// Tests that start a browser of their own find it here at once instead of searching again in every file.
process.env['CHROMIUM'] = launch.executablePath;

export default defineConfig({
  root,
  test: {
    watch: false,
    // On two cores a third worker has what the others leave while they wait for a browser.
    maxWorkers: Math.max(3, Math.min(4, availableParallelism() - 1)),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        test: {
          name: 'unit',
          isolate: false, // pure modules: loading them anew for each file takes longer than the tests
          include: ['test/{content,editorial,i18n,guide,checklists,messages,share,triage,glossary,search,site,build}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      getViteConfig({
        root,
        test: {
          name: 'components',
          include: ['test/components/**/*.test.ts'],
          globalSetup: 'test/setup/sync-content.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      }),
      {
        root,
        test: {
          name: 'elements',
          include: ['test/elements/**/*.test.ts'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launch }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        root,
        test: {
          name: 'built',
          isolate: false,
          include: ['test/built/**/*.test.ts'],
          globalSetup: 'test/setup/build-site.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          isolate: false, // files that follow each other in a worker share its browser
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/setup/build-site.ts', 'test/setup/serve-site.ts'],
          expect: { poll: { timeout: 5_000 } },
          // Playwright now and then misses that a page went somewhere. What it waited for in vain is tried once more, and
          // the output says so; what is untrue fails at once.
          retry: { count: 1, condition: /^\w+\.\w+: Timeout \d+ms exceeded/ },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
