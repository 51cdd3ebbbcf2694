import type { Token } from './analyser/token.ts';
import type { QueryWord } from './finder-query.ts';

/** A place in a text to mark, in UTF-16 units; `end` is behind it. */
export type Mark = readonly [start: number, end: number];

/** A word is marked where it is surely the one that was asked for. */
const SURE = 0.3;

/**
 * The words of a text that answer the query, whole, so that a mark never cuts an Arabic join or a letter from its niqqud.
 * Words that only join others are marked only where they stand alone in the query.
 */
export function getMarks(tokens: readonly Token[], words: readonly QueryWord[]): Mark[] {
  const telling = words.filter(({ isSmall }) => !isSmall);
  const wanted = telling.length > 0 ? telling : words;
  return tokens
    .filter((token) => wanted.some(({ keys }) => token.keys.some(({ key, weight }) => weight * (keys.get(key) ?? 0) >= SURE)))
    .map(({ start, end }) => [start, end] as const);
}
