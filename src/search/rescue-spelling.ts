import type { Analyse } from './analyser/token.ts';
import type { Postings } from './finder-postings.ts';
import { getNearKeys } from './finder-spelling.ts';

/** In a rescue more slips are allowed than in a search: about one in three letters, at most three. */
const getMost = (length: number): number => Math.min(3, Math.floor(length / 3));

/**
 * The query with each word that the index does not have replaced by the one spelt most like it.
 *
 * @returns undefined where every word is known or nothing comes near
 */
export function getNearestSpelling(postings: Postings, analyse: Analyse, query: string): string | undefined {
  const text = query.slice(0, 200);
  let [corrected, end, isChanged] = ['', 0, false];
  for (const token of analyse(text)) {
    const isKnown = token.isSmall || token.keys.some(({ key, weight }) => weight >= 0.7 && postings.keys.has(key));
    const near = isKnown ? [] : getNearKeys(postings, token.keys.slice(0, 1), getMost).sort((a, b) => b.weight - a.weight);
    corrected += text.slice(end, token.start) + (near[0]?.key ?? text.slice(token.start, token.end));
    end = token.end;
    isChanged ||= near.length > 0;
  }
  return isChanged ? corrected + text.slice(end) : undefined;
}
