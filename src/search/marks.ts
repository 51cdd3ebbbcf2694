import type { Token } from './analyser/token.ts';
import type { Mark } from './finder-marks.ts';

/**
 * Puts a text into an element, its marked places each in a `<mark>`. The text stays text, whatever it holds.
 *
 * @param marks whole words in their order, so that no Arabic join and no letter with its niqqud is parted
 */
export function putMarked(place: Element, text: string, marks: readonly Mark[]): void {
  const parts: (Node | string)[] = [];
  let done = 0;
  for (const [start, end] of marks) {
    if (start < done) continue;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(done, start), mark);
    done = end;
  }
  place.replaceChildren(...parts, text.slice(done));
}

/** A part of a text, with what is marked in it. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** So many words stand in an excerpt, and so many of them before the first that is marked. */
const WORDS = 32;
const BEFORE = 8;

/**
 * The part of a text in which most different words are marked, cut between words.
 *
 * @param tokens all words of the text
 * @param isHit which words of the query a word of the text answers, by their numbers
 */
export function getExcerpt(text: string, tokens: readonly Token[], getHits: (token: Token) => readonly number[]): Excerpt {
  const hits = tokens.flatMap((token, index) => {
    const words = getHits(token);
    return words.length > 0 ? [{ token, index, words }] : [];
  });
  const countFrom = (first: number): number =>
    new Set(hits.filter(({ index }) => index >= first && index < first + WORDS - BEFORE).flatMap(({ words }) => words)).size;
  const best = hits.reduce<{ index: number; count: number } | undefined>((known, { index }) => {
    const count = countFrom(index);
    return known && known.count >= count ? known : { index, count };
  }, undefined);
  const first = Math.max(0, (best?.index ?? 0) - BEFORE);
  const last = Math.min(tokens.length - 1, first + WORDS - 1);
  const start = first === 0 ? 0 : (tokens[first]?.start ?? 0);
  const end = last === tokens.length - 1 ? text.length : (tokens[last]?.end ?? text.length);
  const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  return {
    text: before + text.slice(start, end) + after,
    marks: hits.flatMap(({ token }) =>
      token.start >= start && token.end <= end ? [[token.start - start + before.length, token.end - start + before.length] as const] : [],
    ),
  };
}
