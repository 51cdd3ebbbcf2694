import { stemmer } from '@orama/stemmers/english';
import { englishForms } from './english-forms.ts';
import { englishSmallWords } from './english-small-words.ts';
import { getConsonants, getStems } from './latin-stems.ts';
import type { Key, LanguageRules, Part } from './token.ts';

/**
 * English: possessives lose their s, British and American spelling are one, Snowball finds the stem, irregular forms
 * meet their verb, and the beginning of a long stem joins what derivation has changed (apology, apologise).
 */
export const english: LanguageRules = {
  script: /^\p{Script=Latin}/u,
  fold: foldEnglish,
  getKeys: getEnglishKeys,
  split: splitPossessive,
  smallWords: englishSmallWords,
};

/** Endings by which British and American spelling differ, most particular first. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(e[sdr]?|ing|ation|ations|able)$/, 'iz$1'], // apologise
  [/ys(e[sdr]?|ing)$/, 'yz$1'], // analyse
  [/(\w{2})our(?=(s|ed|ing|able|ite|al|ful)?$)/, '$1or'], // behaviour
  [/ence(?=s?$)/, 'ense'], // defence
  [/([aeiou])ll(?=(ed|ing|er|ation)$)/, '$1l'], // cancelled
  [/([bt])re(?=[sd]?$)/, '$1er'], // centre
  [/ogue(?=s?$)/, 'og'], // dialogue
  [/mme(?=s?$)/, 'm'], // programme
];

/**
 * British and American spelling are one.
 *
 * @example foldEnglish('apologise'), foldEnglish('apologize') // 'apologize'
 */
function foldEnglish(word: string): string {
  const plain = word.replaceAll('"', '');
  return plain.length < 6 ? plain : SPELLINGS.reduce((text, [ending, instead]) => text.replace(ending, instead), plain);
}

/**
 * The s of a possessive is left out; other apostrophes vanish from the word, so that “dont” finds “don’t”.
 *
 * @example splitPossessive('client’s') // client
 */
function splitPossessive(raw: string): Part[] {
  return [{ start: 0, end: raw.replace(/[׳'’ʼ`´′]s$/iu, '').length }];
}

function getEnglishKeys(word: string): Key[] {
  const base = englishForms.get(word);
  return [
    { key: word, weight: 1 },
    ...getStems(stemmer, word, 1),
    ...getConsonants(word),
    ...(base ? [{ key: base, weight: 0.9 }, ...getStems(stemmer, base, 0.9)] : []),
  ];
}
