import { stemmer } from '@orama/stemmers/italian';
import { italianForms } from './italian-forms.ts';
import { italianSmallWords } from './italian-small-words.ts';
import { getConsonants, getStems } from './latin-stems.ts';
import type { Key, LanguageRules, Part } from './token.ts';

/**
 * Italian: elision parts words, accents count for nothing, Snowball finds the stem, irregular participles meet their
 * verb, and the beginning of a long stem joins what derivation has changed (rimborso, rimborsabile).
 */
export const italian: LanguageRules = {
  script: /^\p{Script=Latin}/u,
  getKeys: getItalianKeys,
  split: splitElision,
  smallWords: italianSmallWords,
};

/** An apostrophe in any way it is typed. */
const APOSTROPHE = /[׳'’ʼ`´′]{1,2}|[״"“”″]/gu;

/**
 * Each apostrophe inside a word ends one.
 *
 * @example splitElision('dell’azienda') // dell, azienda
 */
export function splitElision(raw: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const { 0: mark, index } of raw.matchAll(APOSTROPHE)) {
    parts.push({ start, end: index });
    start = index + mark.length;
  }
  return [...parts, { start, end: raw.length }];
}

/** Articles and prepositions that people write together with the next word when the apostrophe is hard to reach. */
const ELIDED = /^(?:dell|nell|sull|dall|all|quell|l)(?=[aeiou]\p{L}{3})/u;

function getItalianKeys(word: string): Key[] {
  const keys = [{ key: word, weight: 1 }, ...getStems(stemmer, word, 1), ...getConsonants(word)];
  const base = italianForms.get(word);
  if (base) keys.push({ key: base, weight: 0.85 }, ...getStems(stemmer, base, 0.85));
  // “lavvocato”, “dellazienda”
  const bare = word.replace(ELIDED, '');
  if (bare !== word) keys.push({ key: bare, weight: 0.7 }, ...getStems(stemmer, bare, 0.65));
  return keys;
}
