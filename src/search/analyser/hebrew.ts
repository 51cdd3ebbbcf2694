import { getWithoutPrefixes, getWithoutSuffixes } from './hebrew-affixes.ts';
import { getDefective, getRoots } from './hebrew-roots.ts';
import { hebrewSmallWords } from './hebrew-small-words.ts';
import type { Key, LanguageRules, Part } from './token.ts';

/**
 * Hebrew. No dictionary decides which letters are a prefix, so a word is found under every reading that leaves enough of
 * it, each with the weight of what was guessed: ולקוחות gives לקוחות, לקוח and לקח (without vowel letters) among others.
 */
export const hebrew: LanguageRules = {
  script: /^\p{Script=Hebrew}/u,
  fold: foldHebrew,
  getKeys: getHebrewKeys,
  split: splitAtGershayim,
  smallWords: hebrewSmallWords,
};

const FINAL_LETTERS: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

/** A mark of gershayim in any way it is typed. */
const GERSHAYIM = /[״"“”″]|[׳'’ʼ`´′]{2}/u;

/**
 * Final letters become plain ones, so that a word meets its longer forms; gershayim stay only where they make an acronym.
 *
 * @example foldHebrew('לקוחותיכם') // 'לקוחותיכמ'
 * @example foldHebrew('עו"ד') // 'עו"ד', which is not עוד
 */
function foldHebrew(word: string): string {
  const plain = word.replace(/[ךםןףץ]/gu, (letter) => FINAL_LETTERS[letter] ?? letter);
  const mark = plain.indexOf('"');
  if (mark === -1) return plain;
  const letters = plain.replaceAll('"', '');
  return mark > 0 && mark < letters.length ? `${letters.slice(0, mark)}"${letters.slice(mark)}` : letters;
}

/**
 * Gershayim near the end make an acronym (עו״ד, המנכ״לית); after a single letter they open a quotation behind a prefix
 * (ה״אבל״), which is two words.
 */
function splitAtGershayim(raw: string): Part[] {
  const whole = { start: 0, end: raw.length };
  const mark = GERSHAYIM.exec(raw);
  if (!mark) return [whole];
  const after = mark.index + mark[0].length;
  const count = (text: string): number => text.replace(/[\p{M}\p{Cf}]/gu, '').length;
  return count(raw.slice(0, mark.index)) === 1 && count(raw.slice(after)) > 1
    ? [
        { start: 0, end: mark.index },
        { ...whole, start: after },
      ]
    : [whole];
}

function getHebrewKeys(word: string): Key[] {
  if (word.includes('"')) return getAcronymKeys(word);
  const bases = getWithoutPrefixes(word);
  const stems = bases.flatMap((base) => [base, ...getWithoutSuffixes(base)]);
  return [...stems, ...stems.flatMap(getDefective), ...stems.flatMap(getRoots)];
}

/** With a single letter in front of the mark an acronym has one behind it (ד"ר); else it is a quotation. */
const ACRONYM = /^[^"]{2,}"|^[^"]"[^"]$/u;

/**
 * An acronym takes prefixes, the plural and the feminine, but has no root. It is never the word that is left without the
 * mark (עו״ד is a lawyer, עוד is “more”).
 *
 * @example להעו״ד, עו״דים // עו"ד
 */
function getAcronymKeys(word: string): Key[] {
  const bases = getWithoutPrefixes(word).filter(({ key }) => ACRONYM.test(key));
  return bases.flatMap((base) => {
    const [, stem] = /^([^"]+"\p{L}+?)(?:ימ|יות|ית|ות)$/u.exec(base.key) ?? [];
    return stem ? [base, { key: stem, weight: 0.9 * base.weight }] : [base];
  });
}
