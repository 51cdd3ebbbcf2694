import type { Analyse, Key, Token } from './analyser/token.ts';

/**
 * An index too large to be sent at once comes in parts: the things in small chunks of rows, each a step index of its own,
 * and the keys of their words in alphabetical blocks that say in which things they stand. This is what the page gets first.
 */
export interface LargeIndexHead {
  readonly version: string;
  readonly lang: string;
  /** How many things there are. */
  readonly count: number;
  /** How many of them are in a chunk. */
  readonly chunk: number;
  /** The first key of each block. */
  readonly blocks: readonly string[];
}

/**
 * Reads the head of a large index.
 *
 * @param expected what the page knows of its index; anything else is refused
 * @throws if it is none, damaged, of another build or in another language
 */
export function parseLargeIndexHead(text: string, expected: Pick<LargeIndexHead, 'version' | 'lang'>): LargeIndexHead {
  const head = JSON.parse(text) as Partial<LargeIndexHead> | null;
  if (!Array.isArray(head?.blocks) || typeof head.count !== 'number' || typeof head.chunk !== 'number')
    throw new Error('The step index is damaged. Build the site again.');
  if (head.lang !== expected.lang || head.version !== expected.version)
    throw new Error(`The step index is ${head.lang} ${head.version}, the page asked for ${expected.lang} ${expected.version}. Load the page again.`);
  return head as LargeIndexHead;
}

/** A key and the things that have it: for each its distance to the one before, four times, and its strength. */
export type KeyRow = readonly [key: string, ...things: number[]];

/** How much a key says about a thing: in one of its texts, in several, in its title. */
export const STRENGTHS = [0.6, 0.8, 1] as const;

/** The keys by which a word is looked for: its plain forms and its strongest root. Words that only join others have none. */
export function getLookUpKeys({ keys, isSmall }: Pick<Token, 'keys' | 'isSmall'>): Key[] {
  if (isSmall) return [];
  const [root] = keys.filter(({ key }) => key.startsWith('^')).sort((a, b) => b.weight - a.weight);
  return [...keys.filter(({ key, weight }) => weight >= 0.8 && /^[^~^]/.test(key)), ...(root ? [root] : [])];
}

/** The keys of a text by which it is looked for, each once. */
export function getTextKeys(analyse: Analyse, text: string): Set<string> {
  return new Set(
    analyse(text)
      .flatMap(getLookUpKeys)
      .map(({ key }) => key),
  );
}

/** The number of the block that a key is in. */
export function findBlock(blocks: readonly string[], key: string): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]! <= key) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The names of the parts of an index, beside its head. */
export function getPartName(head: string, part: 'keys' | 'things', number: number): string {
  return head.replace(/\.json$/, `.${part}-${number}.json`);
}
