import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { type Locale, locales } from '../i18n/locales.ts';
import { readStepIndexes } from '../search/step-index-source.ts';
import { formatTable } from './bench/table.ts';
import { type BrowserAnswers, createBrowserAnswers } from './bench-search/browser-answer.ts';
import { getDerivedQueries } from './bench-search/derived-queries.ts';
import { createDistractors } from './bench-search/distractors.ts';
import { type Answer, getMeasures, groupOutcomes, runQueries } from './bench-search/measures.ts';
import { createNodeAnswers } from './bench-search/node-answer.ts';
import { readQuerySet, type SearchQuery } from './bench-search/query-sets.ts';
import { launchOptions } from './find-browser.ts';
import { dist, root } from './run-astro.ts';
import { serveStatic } from './static-server.ts';

// `npm run bench:search`: how well the search page of the built site answers the sets of test/queries/, in a browser; how
// the step index answers single words made from titles, and the sets among steps that nobody looks for, in this process;
// what a first answer weighs and what a query costs.
const { values: options } = parseArgs({
  options: {
    set: { type: 'string' }, // one file of test/queries/ without its ending; else all, and the single words
    distractors: { type: 'string', default: '2000' },
    failures: { type: 'boolean', default: false }, // also prints every query whose first answer is wrong
  },
});

const content = join(root, 'content');
const indexes = await readStepIndexes(content);
const answers = createNodeAnswers(indexes);
const files = (await readdir(join(root, 'test/queries'))).filter((file) => file.endsWith('.json')).sort();
const names = options.set ? [`${options.set}.json`] : files;
if (!existsSync(join(dist, 'index.html'))) {
  console.error('There is no built site in dist/. Run `npm run build` first.');
  process.exit(1);
}
await reportSets();
if (!options.set)
  await report(
    'Single words from titles: the index, the index with the rescue',
    [...indexes].flatMap(([locale, index]) => getDerivedQueries(locale, index)),
    answers.index,
    answers.rescue,
  );
await reportDistractors(Number(options.distractors));

/** The sets as readers meet them, and what the first answer weighs. */
async function reportSets(): Promise<void> {
  const server = await serveStatic(dist, { base: process.env['BASE'] });
  const browser = await chromium.launch(await launchOptions());
  try {
    const getFirst = (locale: Locale): string => indexes.get(locale)?.things[0]?.title ?? '';
    const shown = await createBrowserAnswers(browser, server.url, getFirst);
    for (const name of names)
      await report(`${name}: the index, the search page`, await readQuerySet(join(root, 'test/queries', name)), answers.index, shown.page);
    reportBytes(shown);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Prints the figures of a set by language and class: of the index by its words alone, then of what is shown in the end. */
async function report(title: string, queries: readonly SearchQuery[], index: Answer, shown: Answer): Promise<void> {
  const rows = [['language', 'class', 'queries', 'hit@1', 'hit@3', 'MRR', 'zero', 'shown hit@1', 'hit@3', 'MRR', 'zero', 'median ms', 'slowest']];
  const alone = groupOutcomes(await runQueries(queries, index));
  const rescued = groupOutcomes(await runQueries(queries, shown));
  for (const [number, { locale, name, outcomes }] of alone.entries()) {
    const after = getMeasures(rescued[number]?.outcomes ?? []);
    const shares = [getMeasures(outcomes), after].flatMap(({ hitAt1, hitAt3, meanReciprocalRank, zero }) => [hitAt1, hitAt3, meanReciprocalRank, zero]);
    rows.push([locale, name, String(after.count), ...shares.map((value) => value.toFixed(3)), after.median.toFixed(1), after.slowest.toFixed(1)]);
  }
  console.log(`\n${title}\n\n${formatTable(rows)}`);
  if (!options.failures) return;
  for (const { query, found } of rescued.filter(({ name }) => name === 'all').flatMap(({ outcomes }) => outcomes))
    if (!query.expect.includes(found[0] ?? ''))
      console.log(`${query.locale} “${query.query}” expects ${query.expect.join(' or ')}, got ${found.slice(0, 3).join(', ') || 'nothing'}`);
}

async function reportDistractors(count: number): Promise<void> {
  const more = new Map(await Promise.all(locales.map(async (locale) => [locale, await createDistractors(content, locale, count, createRandom())] as const)));
  const among = createNodeAnswers(indexes, (locale) => more.get(locale) ?? []);
  for (const name of names)
    await report(
      `${name} among ${count} steps that nobody looks for: the index, the index with the rescue`,
      await readQuerySet(join(root, 'test/queries', name)),
      among.index,
      among.rescue,
    );
}

function reportBytes({ getBytes }: BrowserAnswers): void {
  const rows = locales.map((locale) => [locale, String(getBytes(locale).first), String(getBytes(locale).later)]);
  console.log(
    `\nBytes after Brotli that the search page fetches for an answer (first: at most 30,000)\n\n${formatTable([['language', 'first', 'later'], ...rows])}`,
  );
}

/** Numbers from 0 up to 1, the same in every run (a linear congruence). */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
