import { describe, expect, it } from 'vitest';
import { getAnalyser } from '../../src/search/analyser/analyse.ts';
import { getExcerpt } from '../../src/search/marks.ts';

describe('an excerpt', () => {
  const analyse = getAnalyser('en');
  const filler = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
  /** An excerpt for words that stand in the text as they are. */
  const excerpt = (text: string, words: readonly string[]) => {
    const { text: part, marks } = getExcerpt(text, analyse(text), ({ start, end }) =>
      words.flatMap((word, index) => (text.slice(start, end) === word ? [index] : [])),
    );
    return { part, marked: marks.map(([start, end]) => part.slice(start, end)) };
  };

  it('is a short text as it is, each hit marked', () => {
    expect(excerpt('Say sorry, then say what went wrong.', ['sorry', 'wrong'])).toEqual({
      part: 'Say sorry, then say what went wrong.',
      marked: ['sorry', 'wrong'],
    });
  });

  it('is the part of a long text where most of the words stand, cut between words', () => {
    const { part, marked } = excerpt(`sorry ${filler} about the sorry deadline here ${filler}`, ['sorry', 'deadline']);
    expect(marked).toEqual(['sorry', 'deadline']);
    expect(part).toMatch(/^…word\d+ .*the sorry deadline here .* word\d+…$/);
    expect(part.split(' ').length).toBeLessThanOrEqual(34);
  });

  it('begins where nothing is marked at the beginning, and is empty where the text is', () => {
    expect(excerpt(filler, ['sorry'])).toEqual({ part: `${filler.split(' ').slice(0, 32).join(' ')}…`, marked: [] });
    expect(excerpt('', ['sorry'])).toEqual({ part: '', marked: [] });
  });
});
