import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { isLocale, locales } from '../../i18n/locales.ts';
import { getStorageKey } from '../../site/storage-key.ts';
import { launchOptions } from '../find-browser.ts';
import { dist } from '../run-astro.ts';
import { getSamplePages, type PageKind, samplePages } from '../sample-pages.ts';
import { serveStatic } from '../static-server.ts';
import { getBudget, getExcess, readyBudget } from './budgets.ts';
import { measureColdBuild } from './build-time.ts';
import { checklistWorkBudget, measureChecklistWork } from './checklist-work.ts';
import { categories, launchForLighthouse, measureLighthouse } from './lighthouse.ts';
import { longTextBudget, measureLongTexts } from './long-text-work.ts';
import { measurePage } from './page-load.ts';
import { measureReadyTime } from './ready-time.ts';
import { formatCell, formatTable } from './table.ts';
import { measureTyping, typingBudget } from './typing-work.ts';

// `npm run bench`: how long the site takes to build, what its pages weigh against their budgets, what its scripts cost whoever works
// with them, what Lighthouse says.
const { values: options } = parseArgs({
  options: {
    build: { type: 'boolean', default: false }, // builds, and times it, although dist/ is there
    lighthouse: { type: 'string', default: 'full' }, // full: median of three runs; quick: one; none
    only: { type: 'string', default: locales.join(',') }, // languages, with commas
  },
});
const runs = { full: 3, quick: 1, none: 0 }[options.lighthouse];
const languages = options.only.split(',').filter(isLocale);
if (runs === undefined || languages.join(',') !== options.only) {
  console.error('Usage: npm run bench -- [--build] [--lighthouse=full|quick|none] [--only=he,it,ar,en]');
  process.exit(1);
}

/** The kinds of page that Lighthouse looks at: the front door, a text, a tool, a script. */
const lighthouseKinds: readonly PageKind[] = ['home', 'phase', 'checklist', 'search'];

/** How often the time until a page is ready is taken. */
const readyRuns = 3;

await reportBuild();
const server = await serveStatic(dist, { base: process.env['BASE'] });
try {
  const isWithinBudget = await reportPages();
  await reportTyping();
  await reportChecklistWork();
  await reportLongTexts();
  if (runs > 0) await reportLighthouse(runs);
  if (!isWithinBudget) console.log('\nA budget is broken: see the figures with a star.');
  process.exitCode = isWithinBudget ? 0 : 1;
} finally {
  await server.close();
}

async function reportBuild(): Promise<void> {
  if (!options.build && existsSync(join(dist, 'index.html'))) {
    console.log('Build: not measured, because dist/ is there. `npm run bench -- --build` builds from nothing and takes the time.');
    return;
  }
  const { seconds, cpuSeconds } = await measureColdBuild();
  console.log(`Build from nothing: ${seconds.toFixed(1)} s, CPU ${cpuSeconds === undefined ? 'unknown on this system' : `${cpuSeconds.toFixed(1)} s`}.`);
}

/** Prints what every sample page weighs. Returns whether all keep to their budgets. */
async function reportPages(): Promise<boolean> {
  const rows = [['page', 'language', 'HTML', 'script', 'blocking', 'fonts', 'CLS', 'LCP ms', 'ready ms']];
  const browser = await chromium.launch(await launchOptions());
  let isWithinBudget = true;
  for (const page of getSamplePages(languages)) {
    const load = await measurePage(browser, server.url + page.path);
    const ready = await measureReadyTime(browser, server.url + page.path, `${server.url}robots.txt`, readyRuns);
    const excess = getExcess(load, getBudget(page));
    if (excess.length > 0) isWithinBudget = false;
    const cells = (['html', 'script', 'blocking', 'fonts', 'shift'] as const).map((part) => formatCell(load[part], excess.includes(part)));
    rows.push([page.kind, page.locale, ...cells, String(load.paint), formatCell(ready, ready > readyBudget)]);
  }
  await browser.close();
  console.log('\nFirst visit on a slow phone (bytes after Brotli; 4× CPU slowdown, 150 ms, 1.6 Mbit/s; a star is over budget)');
  console.log(
    'Budgets: HTML with styles 14.6 KB (two languages, glossary, sources, checklist 22 KB), script 2 KB (checklists 8 KB, message 6 KB, search 4 KB), nothing blocking,',
  );
  console.log('fonts 60 KB (Arabic, two languages 90 KB), CLS 0.');
  console.log(`ready: CPU time of the main thread at 4× slowdown from the navigation until all is loaded and the typefaces are on the screen, without`);
  console.log(`the start of the browser, median of ${readyRuns}; at most ${readyBudget} ms. It varies with the machine, so that a star there fails nothing.\n`);
  console.log(formatTable(rows));
  return isWithinBudget;
}

/** Prints what a key costs where somebody types. The figures vary with the machine, so that a star fails nothing. */
async function reportTyping(): Promise<void> {
  const rows = [['place', 'language', 'ms']];
  const browser = await chromium.launch(await launchOptions());
  for (const locale of languages) {
    const places = Object.entries(await measureTyping(browser, server.url, locale));
    rows.push(...places.map(([place, time]) => [place, locale, formatCell(time, time > typingBudget)]));
  }
  await browser.close();
  console.log(`\nTyping at 4× slowdown, CPU time of the longest task in ms (at most ${typingBudget}; median of three runs, a star is over budget)\n`);
  console.log(formatTable(rows));
}

/** Prints what a list of 60 items with 20 clients costs. The figures vary with the machine, so that a star fails nothing. */
async function reportChecklistWork(): Promise<void> {
  const browser = await chromium.launch(await launchOptions());
  const base = `/${(process.env['BASE'] ?? '').split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const work = await measureChecklistWork(browser, `${server.url}ar/${samplePages.checklist}`, getStorageKey('casebook', base));
  await browser.close();
  const cells = Object.entries(work).map(([part, time]) => [part, formatCell(time, time > checklistWorkBudget[part as keyof typeof work])]);
  console.log('\nA checklist of 60 items with 20 clients, in milliseconds: from a tick to the frame that shows it and the longest task, both at 4× slowdown;');
  console.log('reading 10,000 stored ticks; refusing a link of a megabyte (a star is over budget)\n');
  console.log(formatTable([['part', 'ms'], ...cells]));
}

/** Prints what texts cost that are far longer than anybody types. The figures vary with the machine, so that a star fails nothing. */
async function reportLongTexts(): Promise<void> {
  const work = Object.entries(await measureLongTexts());
  const cells = work.map(([part, time]) => [part, formatCell(time, time > longTextBudget[part as keyof typeof longTextBudget])]);
  console.log(
    '\nLong texts, in milliseconds at full speed, the worst of several: cleaning 100,000 characters for a message; checking an entry of the greatest',
  );
  console.log('length; taking 10,000 characters of a query apart (a star is over budget)\n');
  console.log(formatTable([['part', 'ms'], ...cells]));
}

/** Prints Lighthouse's scores. They vary with the machine, so that a star here does not fail the bench. */
async function reportLighthouse(count: number): Promise<void> {
  const rows = [['page', 'language', ...categories]];
  const browser = await launchForLighthouse();
  try {
    for (const { kind, locale, path } of getSamplePages(languages).filter((page) => lighthouseKinds.includes(page.kind))) {
      const scores = await measureLighthouse(server.url + path, browser.port, count);
      rows.push([kind, locale, ...categories.map((category) => formatCell(scores[category], scores[category] < 100))]);
    }
  } finally {
    await browser.close();
  }
  console.log(`\nLighthouse, mobile, simulated throttling, ${count === 1 ? 'one run' : `median of ${count} runs`} (a star is below 100)\n`);
  console.log(formatTable(rows));
}
