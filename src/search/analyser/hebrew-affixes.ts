import type { Key } from './token.ts';

/**
 * Which prefix letter may follow which (the first row: at the beginning of the word): ו joins anything, after ש comes
 * what a clause may begin with (שהלקוח, שבפגישה), כש, מש and לכש are conjunctions, ה comes last.
 */
const NEXT: Readonly<Record<string, string>> = { '': 'ושהבכלמ', ו: 'שהבכלמ', ש: 'הבכלמ', כ: 'שה', מ: 'שהב', ל: 'כמ', ב: '', ה: '' };

/** Each letter taken for a prefix may have belonged to the word. */
const PREFIX_WEIGHT = 0.93;

/**
 * The word, and what is left of it without משה וכלב and their combinations.
 *
 * @example getWithoutPrefixes('ושהלקוח') // ושהלקוח, שהלקוח, הלקוח, לקוח, קוח
 */
export function getWithoutPrefixes(word: string): Key[] {
  const found: Key[] = [{ key: word, weight: 1 }];
  let [before, rest, weight] = ['', word, 1];
  while (found.length < 5) {
    const letter = rest.slice(0, 1);
    if (!letter || !NEXT[before]?.includes(letter)) break;
    rest = rest.slice(1);
    const { length } = rest.replace('"', '');
    // Two letters are left of a short word at most once (הבן, בפה), and that is often a wrong guess.
    if (length < 2 || (length === 2 && found.length > 1)) break;
    weight *= length === 2 ? 0.7 : PREFIX_WEIGHT;
    found.push({ key: rest, weight });
    before = letter;
  }
  return found;
}

/** Plural and construct (ימ, ות, י), possessive (נו, כמ, יהמ …), feminine (ה, ת, ית), past tense (תי, תמ), longest first. */
const SUFFIXES =
  'ותיהמ ותיהנ ותיכמ ותיכנ ותינו ויות ותיי ותיו ותיה ותיכ יהמ יהנ יכמ יכנ ינו ימ ות יות יה יו יי ית ייכ יכ תיו תי תמ תנ תו תכ תה נו המ הנ כמ כנ ונ ו ה ת י כ מ נ'.split(
    ' ',
  );

/** Endings of a feminine noun in the plural, the construct and with a possessor. */
const FEMININE = /(?:(?:ות|ת)(?:יהמ|יהנ|יכמ|יכנ|ינו|נו|כמ|המ|י|ו|ה|כ)|ות|ת)$/u;

/**
 * What is left without each ending the word may have, and the singular it may come from.
 *
 * @example getWithoutSuffixes({ key: 'לקוחותיהמ', weight: 1 }) // לקוח, לקוחה, …
 * @example getWithoutSuffixes({ key: 'שיחתנו', weight: 1 }) // שיחה, …
 */
export function getWithoutSuffixes({ key, weight }: Key): Key[] {
  const stems = SUFFIXES.filter((suffix) => key.endsWith(suffix) && key.length - suffix.length >= 3).map((suffix) => ({
    key: key.slice(0, -suffix.length),
    weight: weight * (suffix.length === 1 ? 0.8 : 0.88),
  }));
  const singular = key.replace(FEMININE, 'ה');
  return singular === key || singular.length < 3 ? stems : [...stems, { key: singular, weight: weight * 0.9 }];
}
