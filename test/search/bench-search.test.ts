import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getMeasures, groupOutcomes, type Outcome } from '../../src/build/bench-search/measures.ts';
import { readQuerySet } from '../../src/build/bench-search/query-sets.ts';
import { root } from '../../src/build/run-astro.ts';
import { getContentIds } from '../support/content-files.ts';

const outcome = (found: string[], classes: string[] = [], locale: 'he' | 'en' = 'en'): Outcome => ({
  query: { id: 'q', locale, query: 'q', expect: ['right', 'also'], classes },
  found,
  time: found.length,
});

describe('the measures of a search', () => {
  it('count the rank of the first right answer', () => {
    expect(getMeasures([outcome(['right']), outcome(['a', 'also']), outcome(['a', 'b', 'c', 'right']), outcome([])])).toEqual({
      count: 4,
      hitAt1: 0.25,
      hitAt3: 0.5,
      meanReciprocalRank: (1 + 1 / 2 + 1 / 4) / 4,
      zero: 0.25,
      median: 2,
      slowest: 4,
    });
  });

  it('stand for each language, and in it for each class', () => {
    const groups = groupOutcomes([outcome(['a'], ['typo', 'multi']), outcome(['b'], ['multi']), outcome(['c'], ['exact'], 'he')]);
    expect(groups.map(({ locale, name, outcomes }) => [locale, name, outcomes.length])).toEqual([
      ['en', 'all', 2],
      ['en', 'multi', 2],
      ['en', 'typo', 1],
      ['he', 'all', 1],
      ['he', 'exact', 1],
    ]);
  });
});

describe('the query sets', () => {
  it('expect only steps that exist', async () => {
    const steps = getContentIds('steps');
    const files = await readdir(join(root, 'test/queries'));
    expect(files).toContain('dev.json');
    for (const file of files) {
      const queries = await readQuerySet(join(root, 'test/queries', file));
      expect(queries.flatMap(({ expect: ids }) => ids).filter((id) => !steps.includes(id))).toEqual([]);
      expect(new Set(queries.map(({ id }) => id)).size).toBe(queries.length);
    }
  });

  it('name file and entry where one is not of the form', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'queries-'));
    const file = join(dir, 'bad.json');
    await writeFile(
      file,
      '[{"id":"a","locale":"en","query":"x","expect":["b"],"classes":[]},{"id":"b","locale":"xx","query":"x","expect":["b"],"classes":[]}]',
    );
    await expect(readQuerySet(file)).rejects.toThrow(`${file}: entry 2 must be`);
    await rm(dir, { recursive: true });
  });
});
