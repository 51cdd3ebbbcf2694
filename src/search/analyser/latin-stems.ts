import type { Key } from './token.ts';

/** How much of a stem or word stays when only its beginning is compared. */
const LENGTH = 5;

/** A word typed without its vowels still has this many letters, and tells this much. */
const CONSONANTS = 4;
const CONSONANTS_WEIGHT = 0.6;

/** The beginning of a long stem leaves out what may tell it apart. */
const STEM_WEIGHT = 0.95;
const WHOLE_WEIGHT = 0.6;
const BEGINNING_WEIGHT = 0.4;

/**
 * A word as people shorten it in a hurry; it also meets a word in which a vowel is wrong.
 *
 * @example getConsonants('compensation') and getConsonants('cmpnstn') // ~cmpnstn
 */
export function getConsonants(word: string): Key[] {
  const bare =
    word.slice(0, 1) +
    word
      .slice(1)
      .replace(/[aeiou]/g, '')
      .replace(/(.)\1+/g, '$1');
  return bare.length >= CONSONANTS && /^[a-z]+$/.test(bare) ? [{ key: `~${bare}`, weight: CONSONANTS_WEIGHT }] : [];
}

/**
 * The stem of a word and its beginning, which joins what derivation has changed (apology and apologise, rimborso and
 * rimborsabile).
 *
 * @param stemmer of Snowball for the language
 */
export function getStems(stemmer: (word: string) => string, word: string, weight: number): Key[] {
  const stem = stemmer(word);
  return [
    ...(stem.length >= 2 ? [{ key: stem, weight: weight * STEM_WEIGHT }] : []),
    ...[stem, word]
      .filter(({ length }) => length >= LENGTH)
      .map((form) => ({ key: `^${form.slice(0, LENGTH)}`, weight: weight * (form === stem && stem.length === LENGTH ? WHOLE_WEIGHT : BEGINNING_WEIGHT) })),
  ];
}
