import type { Locale } from '../../i18n/locales.ts';
import { getAnalyser } from '../../search/analyser/analyse.ts';
import type { Key, Token } from '../../search/analyser/token.ts';
import type { IndexedThing, StepIndex } from '../../search/step-index.ts';
import type { SearchQuery } from './query-sets.ts';

/**
 * Single words made from the titles of the steps by rule, one class for each way in which a word is typed otherwise than
 * it stands there. Any step counts whose title or terms hold the word, itself or plainly in another form (לקוח in הלקוח).
 */
export function getDerivedQueries(locale: Locale, { things }: Pick<StepIndex, 'things'>): SearchQuery[] {
  const steps = things.filter(({ kind }) => kind === 'step');
  const holders = getHolders(locale, steps);
  const words = new Map(steps.flatMap(({ title }) => getTokens(locale, title).map((token) => [getText(title, token), token] as const)));
  return [...words].flatMap(([word, token]) => {
    const expect = [...new Set(token.keys.filter(isPlain).flatMap(({ key }) => [...(holders.get(key) ?? [])]))];
    return Object.entries(CHANGES[locale]).flatMap(([name, change]) =>
      [...new Set(change(word))]
        // A slip or a missing letter that makes another word of the index asks for that one.
        .filter((query) => query !== word && !(LOSING.includes(name) && isWord(locale, query, holders)))
        .map((query) => ({ id: `${locale}-${name}-${query}`, locale, query, expect, classes: [name] })),
    );
  });
}

/** The classes that may make another word. */
const LOSING = ['typo', 'missing vowel letters'];

function isWord(locale: Locale, query: string, holders: ReadonlyMap<string, unknown>): boolean {
  return getAnalyser(locale)(query).some(({ keys }) => keys.some((key) => isPlain(key) && holders.has(key.key)));
}

/** A form that is still the word: without prefix or ending, not its root. */
const isPlain = ({ key, weight }: Key): boolean => weight >= 0.86 && /^[^~^]/.test(key);

/** The telling words of a text, from four letters. */
function getTokens(locale: Locale, text: string): Token[] {
  return getAnalyser(locale)(text).filter((token) => !token.isSmall && getText(text, token).length >= 4);
}

/** A word as people type it, without vowel signs. */
function getText(text: string, { start, end }: Token): string {
  return text
    .slice(start, end)
    .toLowerCase()
    .replace(/[\u0591-\u05c7\u064b-\u0652]/gu, '');
}

function getHolders(locale: Locale, steps: readonly IndexedThing[]): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const { id, title, terms } of steps)
    for (const { key } of [title, ...terms].flatMap((text) => getTokens(locale, text)).flatMap(({ keys }) => keys.filter(isPlain)))
      holders.set(key, (holders.get(key) ?? new Set()).add(id));
  return holders;
}

type Change = (word: string) => string[];

const isLong = (word: string): boolean => word.length >= 6;

/** One slip of the finger in a word long enough to be known again: two letters swapped, one left out, one doubled. */
const typo: Change = (word) => {
  const middle = Math.floor(word.length / 2);
  const swapped = word.slice(0, middle - 1) + word.charAt(middle) + word.charAt(middle - 1) + word.slice(middle + 1);
  const doubled = word.slice(0, middle) + word.charAt(middle) + word.slice(middle);
  return isLong(word) ? [swapped, word.slice(0, middle) + word.slice(middle + 1), doubled] : [];
};

/** Puts marks behind letters, as vocalised text has them. */
const mark = (word: string, marks: string): string => Array.from(word, (letter, index) => letter + marks.charAt(index % marks.length)).join('');

const inFront =
  (...prefixes: readonly string[]): Change =>
  (word) =>
    prefixes.map((prefix) => prefix + word);

const CHANGES: Readonly<Record<Locale, Readonly<Record<string, Change>>>> = {
  he: {
    prefix: inFront('ו', 'ב', 'ל', 'ש', 'כש', 'ול'),
    article: inFront('ה', 'וה', 'שה'),
    suffix: (word) => (/[הת]$/u.test(word) ? [`${word.slice(0, -1)}תנו`] : [`${unfinal(word)}נו`]),
    plural: (word) => (/(?:ים|ות|ו|נו)$/u.test(word) ? [] : /ה$/u.test(word) ? [`${word.slice(0, -1)}ות`] : [`${unfinal(word)}ים`]),
    'missing vowel letters': (word) => (word.length >= 5 ? [word.slice(0, 1) + word.slice(1).replace(/[וי]/u, '')] : []),
    diacritics: (word) => [mark(word, '\u05b7\u05b4\u05bc')],
    typo,
  },
  ar: {
    prefix: inFront('و', 'ب', 'ل', 'ف', 'وب'),
    article: (word) => (/^[وبكف]?ال|^لل/u.test(word) ? [] : [`ال${word}`, `وال${word}`, `بال${word}`, `لل${word}`]),
    suffix: (word) => (/ة$/u.test(word) ? [`${word.slice(0, -1)}تهم`, `${word.slice(0, -1)}تنا`] : [`${word}هم`, `${word}نا`]),
    plural: (word) => (/(?:ات|ين|ون|وا|ه)$/u.test(word) ? [] : [/ة$/u.test(word) ? `${word.slice(0, -1)}ات` : `${word}ات`]),
    'missing vowel letters': (word) => (word.length >= 6 ? [word.slice(0, 2) + word.slice(2, -1).replace(/[اوي]/u, '') + word.slice(-1)] : []),
    diacritics: (word) => [mark(word.replace(/\p{M}/gu, ''), '\u064e\u0650\u0651')],
    hamza: (word) => [word.replace(/[أإآ]/gu, 'ا').replace(/ة/gu, 'ه').replace(/ى/gu, 'ي'), word.replace(/^ا(?!ل)/u, 'أ')],
    typo,
  },
  it: {
    article: (word) => (/^[aeiouàèéìòù]/u.test(word) ? ['l’', "l'", 'dell’', "un'", 'quell’'].map((prefix) => prefix + word) : []),
    plural: (word) => [word.replace(/[oe]$/u, 'i'), word.replace(/a$/u, 'e')],
    suffix: (word) => (/[aei]re$/u.test(word) ? [`${word.slice(0, -1)}lo`, `${word.slice(0, -1)}si`, `${word.slice(0, -1)}gli`] : []),
    diacritics: (word) => [word.normalize('NFD').replace(/\p{M}/gu, ''), word.normalize('NFD'), word.replace(/([aeiou])$/u, "$1'")],
    typo,
  },
  en: {
    plural: (word) =>
      /(?:s|ed|ing)$/u.test(word) ? [] : [/[^aeiou]y$/u.test(word) ? `${word.slice(0, -1)}ies` : /(?:ch|sh|x)$/u.test(word) ? `${word}es` : `${word}s`],
    suffix: (word) => (/(?:s|ed|ing|ly)$/u.test(word) ? [] : [`${word}’s`, `${word.replace(/e$/u, '')}ing`, `${word.replace(/e$/u, '')}ed`]),
    diacritics: (word) => [mark(word, '\u0301')],
    spelling: (word) => [word.replace(/ise(?=[sd]?$)/u, 'ize'), word.replace(/our$/u, 'or'), word.replace(/ize(?=[sd]?$)/u, 'ise')],
    typo,
  },
};

/** An ending that no longer stands at the end. */
function unfinal(word: string): string {
  return word.replace(/[ךםןףץ]$/u, (letter) => ({ ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' })[letter] ?? letter);
}
