import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getDerivedQueries } from '../../src/build/bench-search/derived-queries.ts';
import { getMeasures, groupOutcomes, type Outcome } from '../../src/build/bench-search/measures.ts';
import { root } from '../../src/build/run-astro.ts';
import { locales } from '../../src/i18n/locales.ts';
import { getAnalyser } from '../../src/search/analyser/analyse.ts';
import { createFinder } from '../../src/search/finder.ts';
import { FIRST_TERMS } from '../../src/search/step-index.ts';
import { readStepIndexes } from '../../src/search/step-index-source.ts';

const indexes = await readStepIndexes(join(root, 'content'));

describe.each(locales)('the step index of the site in %s', (locale) => {
  const index = indexes.get(locale)!;
  const finder = createFinder(index, getAnalyser(index.lang));
  const steps = index.things.filter(({ kind }) => kind === 'step');
  const find = (query: string, limit = 5): string[] => finder.find(query, limit).map(({ id }) => id);

  it('finds every step first by its own title', () => {
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.filter(({ id, title }) => find(title)[0] !== id).map(({ title }) => `${title}: ${find(title)[0]}`)).toEqual([]);
  });

  it('finds every step first by each of its authored terms, within three where several steps share it', () => {
    const sequence = (text: string) =>
      getAnalyser(index.lang)(text)
        .map(({ keys }) => keys[0]?.key)
        .sort()
        .join(' ');
    const owners = Map.groupBy(
      steps.flatMap(({ id, terms }) => terms.map((term) => ({ id, words: sequence(term) }))),
      ({ words }) => words,
    );
    const isShared = (term: string) => new Set(owners.get(sequence(term))?.map(({ id }) => id)).size > 1;
    // Those that come behind the first answer are many: every fourth stands for them.
    const isAsked = (index: number) => index < FIRST_TERMS || index % 4 === 0 || process.env['FULL'] !== undefined;
    const faults = steps.flatMap(({ id, terms }) =>
      terms
        .filter((_, index) => isAsked(index))
        .filter(
          (term) =>
            !find(term, 3)
              .slice(0, isShared(term) ? 3 : 1)
              .includes(id),
        )
        .map((term) => `${id} “${term}”: ${find(term, 3).join(', ')}`),
    );
    expect(faults).toEqual([]);
  });

  it('finds every item with its step, among the first three', () => {
    const items = index.things.filter(({ kind }) => kind === 'item');
    const isFound = (id: string, title: string) => finder.find(title, 3).some((found) => found.id === id || found.related.some((related) => related.id === id));
    expect(items.filter(({ id, title }) => !isFound(id, title)).map(({ title }) => title)).toEqual([]);
  });

  it('finds single words with prefix, suffix, article, plural, missing vowel letters, diacritics or a slip', () => {
    const outcomes = getDerivedQueries(locale, index).map((query): Outcome => ({ query, found: find(query.query), time: 0 }));
    const figures = groupOutcomes(outcomes).map(({ name, outcomes: own }) => ({ name, ...getMeasures(own) }));
    expect(figures.length).toBeGreaterThan(4);
    // A class of few queries may miss two: at that size a share says little.
    expect(
      figures.filter(({ hitAt1, count }) => hitAt1 < 0.95 && Math.round(count * (1 - hitAt1)) > 2).map(({ name, hitAt1 }) => `${name}: ${hitAt1.toFixed(3)}`),
    ).toEqual([]);
  });
});
