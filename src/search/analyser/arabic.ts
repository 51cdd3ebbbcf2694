import { getWithoutClitics } from './arabic-affixes.ts';
import { getDefective, getRoots } from './arabic-roots.ts';
import { arabicSmallWords } from './arabic-small-words.ts';
import type { Key, LanguageRules } from './token.ts';

/**
 * Arabic, written standard and everyday. As in Hebrew no dictionary decides, so a word is found under every reading:
 * وللعملاء gives عملاء, and عمل (its root), which عميل has as well.
 */
export const arabic: LanguageRules = {
  script: /^[\p{Script=Arabic}\u0640]/u,
  fold: foldArabic,
  getKeys: (word) => {
    const stems = getWithoutClitics(word);
    return [...stems, ...stems.flatMap(getDefective), ...stems.flatMap(getRoots)] satisfies Key[];
  },
  smallWords: arabicSmallWords,
};

/** Letters that are one to a reader; hamza on a carrier is a mark, which every fold has already taken away. */
const LETTERS: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۀ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  پ: 'ب',
  چ: 'ج',
  ڤ: 'ف',
  گ: 'ك',
};

/**
 * Tatweel and the lone hamza go, the forms of alef, yāʾ, hāʾ and kāf are one, also as Persian keyboards write them.
 *
 * @example foldArabic('اعتـــذار') // 'اعتذار'
 * @example foldArabic('مستشفى'), foldArabic('مستشفي') // 'مستشفي'
 * @example foldArabic('شيء') // 'شي'
 */
function foldArabic(word: string): string {
  return word.replace(/[ـء"ٴ]/gu, '').replace(/[ٱىیېةہھۀکڪپچڤگ]/gu, (letter) => LETTERS[letter] ?? letter);
}
