import type { Analyse, Key, Token } from './analyser/token.ts';
import { createFinder, type Finder } from './finder.ts';
import { type Census, getLetters, getRarity, type Spelling } from './finder-postings.ts';
import { getNearKeys } from './finder-spelling.ts';
import { findBlock, getLookUpKeys, type KeyRow, type LargeIndexHead, STRENGTHS } from './large-index.ts';
import { type IndexedThing, parseStepIndex } from './step-index.ts';

/** How many things are looked at closely, and how many words of a query choose them. */
const MOST_CANDIDATES = 32;
const MOST_WORDS = 8;

/** Fetches a part of the index by its kind and number. */
export type LoadPart = (part: 'keys' | 'things', number: number) => Promise<string>;

/**
 * Answers from an index that comes in parts. `prepare()` fetches the keys of the query, chooses by them the things that
 * may answer, fetches those, and makes the finder of them alone; how rare a word is, the keys of the whole index say.
 */
export function createLargeFinder(head: LargeIndexHead, load: LoadPart, analyse: Analyse): Finder {
  const rows = new Map<string, KeyRow>();
  const parts = new Map<string, Promise<readonly IndexedThing[] | undefined>>();
  const census: Census = { count: head.count, getFrequency: (key) => (rows.has(key) ? rows.get(key)!.length - 1 : undefined) };
  let current = createFinder({ lang: head.lang, things: [] }, analyse, census);
  let newest = 0;

  const loadOnce = (part: 'keys' | 'things', number: number): Promise<readonly IndexedThing[] | undefined> => {
    const name = `${part}-${number}`;
    const known = parts.get(name);
    if (known) return known;
    const loading = load(part, number).then((text) => {
      if (part === 'things') return parseStepIndex(text, head).things;
      for (const row of JSON.parse(text) as KeyRow[]) rows.set(row[0], row);
      return undefined;
    });
    parts.set(name, loading);
    loading.catch(() => parts.delete(name));
    return loading;
  };

  return {
    lang: head.lang,
    analyse,
    get postings() {
      return current.postings;
    },
    async prepare(query) {
      newest += 1;
      const turn = newest;
      const tokens = analyse(query.slice(0, 1_000)).slice(0, 4 * MOST_WORDS);
      const words = tokens.filter(({ isSmall }) => !isSmall).slice(0, MOST_WORDS);
      const blocks = new Set(words.flatMap(getLookUpKeys).map(({ key }) => findBlock(head.blocks, key)));
      await Promise.all([...blocks].map((number) => loadOnce('keys', number)));
      const candidates = getCandidates(words, rows, census);
      const chunks = await Promise.all([...new Set(candidates.map((thing) => Math.floor(thing / head.chunk)))].map((number) => loadChunk(number)));
      const wanted = new Set(candidates);
      const things = chunks.flatMap(({ first, things: all }) =>
        all.filter(({ kind }, index) => wanted.has(first + index) || kind === 'item' || kind === 'message'),
      );
      if (turn === newest) current = createFinder({ lang: head.lang, things }, analyse, census);
    },
    find: (query, limit) => current.find(query, limit),
    get: (id) => current.get(id),
  };

  async function loadChunk(number: number): Promise<{ first: number; things: readonly IndexedThing[] }> {
    return { first: number * head.chunk, things: (await loadOnce('things', number)) ?? [] };
  }
}

/** The things that have most of what the words say, by their keys alone. */
function getCandidates(words: readonly Token[], rows: ReadonlyMap<string, KeyRow>, census: Census): number[] {
  const sums = new Map<number, number>();
  const spellings = getSpellings(rows.keys());
  for (const word of words) {
    const best = new Map<number, number>();
    for (const { key, weight } of getKnownKeys(word, rows, spellings)) {
      const [, ...things] = rows.get(key)!;
      const rarity = getRarity({ census }, things.length);
      let thing = 0;
      for (const code of things) {
        thing += code >> 2;
        best.set(thing, Math.max(best.get(thing) ?? 0, weight * rarity * (STRENGTHS[code & 3] ?? 0)));
      }
    }
    for (const [thing, score] of best) sums.set(thing, (sums.get(thing) ?? 0) + score);
  }
  return [...sums]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_CANDIDATES)
    .map(([thing]) => thing);
}

/** The keys of a word that the index has; where it has none for sure, those that begin like it or are nearly spelt so. */
function getKnownKeys(word: Token, rows: ReadonlyMap<string, KeyRow>, spellings: readonly (readonly Spelling[])[]): Key[] {
  const keys = getLookUpKeys(word);
  const known = keys.filter(({ key }) => rows.has(key));
  const start = keys[0]?.key ?? '';
  if (known.some(({ weight }) => weight >= 0.9)) return known;
  const longer = start.length < 3 ? [] : [...rows.keys()].filter((key) => key.startsWith(start)).map((key) => ({ key, weight: 0.8 }));
  return [...known, ...longer, ...getNearKeys({ spellings }, keys)];
}

function getSpellings(keys: Iterable<string>): Spelling[][] {
  const byLength: Spelling[][] = [];
  for (const word of keys) {
    const spelling = { word, letters: getLetters(word) };
    const same = byLength[word.length];
    if (same) same.push(spelling);
    else byLength[word.length] = [spelling];
  }
  return byLength;
}
