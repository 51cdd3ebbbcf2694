import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { locales } from '../i18n/locales.ts';
import { createStepIndexFiles } from '../search/step-index-files.ts';
import { readStepIndexes } from '../search/step-index-source.ts';
import { getBrotliSize } from './bench/sizes.ts';
import { formatTable } from './bench/table.ts';
import { getDerivedQueries } from './bench-search/derived-queries.ts';
import { createDistractors } from './bench-search/distractors.ts';
import { getScriptBytes } from './bench-search/first-answer-bytes.ts';
import { getMeasures, groupOutcomes, runQueries } from './bench-search/measures.ts';
import { createNodeAnswers, type NodeAnswers } from './bench-search/node-answer.ts';
import { readQuerySet, type SearchQuery } from './bench-search/query-sets.ts';
import { root } from './run-astro.ts';

// `npm run bench:search`: how well the step index answers the sets of test/queries/ and single words made from titles,
// alone and among steps that nobody looks for, what it weighs and what a query costs.
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
for (const name of names) await report(name, await readQuerySet(join(root, 'test/queries', name)), answers);
if (!options.set)
  await report(
    'single words from titles',
    [...indexes].flatMap(([locale, index]) => getDerivedQueries(locale, index)),
    answers,
  );
await reportDistractors(Number(options.distractors));
await reportBytes();

/** Prints the figures of a set by language and class. */
async function report(title: string, queries: readonly SearchQuery[], { index, rescue }: NodeAnswers): Promise<void> {
  const rows = [['language', 'class', 'queries', 'hit@1', 'hit@3', 'MRR', 'zero', 'rescued hit@1', 'zero', 'median ms', 'slowest']];
  const alone = groupOutcomes(await runQueries(queries, index));
  const rescued = groupOutcomes(await runQueries(queries, rescue));
  for (const [number, { locale, name, outcomes }] of alone.entries()) {
    const figures = getMeasures(outcomes);
    const after = getMeasures(rescued[number]?.outcomes ?? []);
    const shares = [figures.hitAt1, figures.hitAt3, figures.meanReciprocalRank, figures.zero, after.hitAt1, after.zero].map((value) => value.toFixed(3));
    rows.push([locale, name, String(figures.count), ...shares, figures.median.toFixed(1), figures.slowest.toFixed(1)]);
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
  for (const name of names) await report(`${name} among ${count} steps that nobody looks for`, await readQuerySet(join(root, 'test/queries', name)), among);
}

async function reportBytes(): Promise<void> {
  const { engine, rules } = await getScriptBytes();
  const rows = [...indexes].map(([locale, index]) => {
    const file = getBrotliSize(createStepIndexFiles(locale, index)[0]?.text ?? '');
    return [locale, ...[engine, rules[locale], file, engine + rules[locale] + file].map(String)];
  });
  console.log(`\nBytes to the first answer after Brotli (at most 30,000)\n\n${formatTable([['language', 'engine', 'rules', 'index', 'all'], ...rows])}`);
}

/** Numbers from 0 up to 1, the same in every run (a linear congruence). */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
