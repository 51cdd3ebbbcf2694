import type { Key } from './token.ts';

/** A word without vowel letters tells nearly as much as with them, where three letters are left. */
const DEFECTIVE_WEIGHT = 0.92;
/** A root is shared by words of different meaning. */
const ROOT_WEIGHT = 0.55;
const SHORT_ROOT_WEIGHT = 0.4;

/**
 * Plene and defective spelling are one: without the vowel letters ו and י, and with the doubled ones of modern spelling.
 *
 * @example פיצויים and פיצוים // ~פצמ
 * @example אמיתי and אמתי // ~אמת
 */
export function getDefective({ key, weight }: Key): Key[] {
  const bare = withoutVowelLetters(key);
  return bare.length >= 3 ? [{ key: `~${bare}`, weight: weight * DEFECTIVE_WEIGHT }] : [];
}

function withoutVowelLetters(word: string): string {
  return word.slice(0, 1) + word.slice(1).replace(/[וי]/gu, '');
}

/** The prefixes of hitpaʿel in all tenses; before ש, ס, צ and ז its ת stands behind the letter (להשתמש, להצטער). */
const HITPAEL = /^[המיתנא]ת(?=.{3})/u;
const HITPAEL_SWAPPED = /^[המיתנא](?:([שס])ת|(צ)ט|(ז)ד)(?=..)/u;
/** The first letter of hifʿil, of participles with מ and of the future tense. */
const FORMATIVE = /^[המיתנא](?=..)/u;

/**
 * The roots a word may have: binyan prefixes, vowel letters and a weak last letter are taken away, so that verb and noun
 * meet. Light: no dictionary, hence the low weight.
 *
 * @example התנצלות and להתנצל // ^נצל
 * @example פיצוי and לפצות // ^פצ
 * @example מסביר and הסבר // ^סבר
 */
export function getRoots({ key, weight }: Key): Key[] {
  const stems = [key, key.replace(HITPAEL, ''), key.replace(HITPAEL_SWAPPED, '$1$2$3'), key.replace(FORMATIVE, '')];
  return [...new Set(stems.map(reduce))]
    .filter((root) => root.length >= 2 && root.length <= 5)
    .map((root) => ({ key: `^${root}`, weight: weight * (root.length === 2 ? SHORT_ROOT_WEIGHT : ROOT_WEIGHT) }));
}

/** Without vowel letters and the weak letters at the end (פצות, פצה → פצ); what is reduced stays as it is. */
function reduce(word: string): string {
  return withoutVowelLetters(word).replace(/(?<=..)[הת]+$/u, '');
}
