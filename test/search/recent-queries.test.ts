import { afterEach, describe, expect, it, vi } from 'vitest';
import { addRecentQuery, clearRecentQueries, getRecentQueries, MOST_RECENT } from '../../src/search/recent-queries.ts';
import { getStorageKey } from '../../src/site/storage-key.ts';
import { createFakeStorage } from '../support/fake-storage.ts';
import { STORED } from '../support/hostile-inputs.ts';

const key = getStorageKey('recent-queries');

afterEach(() => vi.unstubAllGlobals());

describe('the queries of before', () => {
  it('are kept newest first, each once whatever its capitals, and no more than eight', () => {
    stubStorage();
    for (let count = 0; count < 12; count += 1) addRecentQuery(`query ${count}`);
    addRecentQuery('  QUERY 7 ');
    expect(getRecentQueries()).toEqual(['QUERY 7', 'query 11', 'query 10', 'query 9', 'query 8', 'query 6', 'query 5', 'query 4']);
    expect(MOST_RECENT).toBe(8);
    clearRecentQueries();
    expect(getRecentQueries()).toEqual([]);
  });

  it('are never empty words', () => {
    stubStorage();
    for (const query of ['', ' \n', '\u00a0']) addRecentQuery(query);
    expect(getRecentQueries()).toEqual([]);
  });

  it('are none where something else lies in their place (S05), and the next one is kept all the same', () => {
    for (const stored of STORED) {
      stubStorage({ [key]: stored });
      expect(getRecentQueries().every((query) => typeof query === 'string' && query.length <= 300)).toBe(true);
      addRecentQuery('sorry');
      expect(getRecentQueries()[0]).toBe('sorry');
    }
  });

  it('are none, and break nothing, where the browser keeps nothing (S01, S02, S03)', () => {
    const refuse = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    for (const storage of [undefined, null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
      vi.stubGlobal('localStorage', storage);
      addRecentQuery('sorry');
      clearRecentQueries();
      expect(getRecentQueries()).toEqual([]);
    }
  });
});

function stubStorage(values: Record<string, string> = {}): void {
  const storage = createFakeStorage(values);
  vi.stubGlobal('localStorage', { ...storage, removeItem: (name: string) => storage.values.delete(name) });
}
