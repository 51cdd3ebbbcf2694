import { getLocaleRow, type Locale } from './locales.ts';

/** U+2068 and U+2069: the isolate for values inside plain strings (attributes, titles), where `<bdi>` cannot stand. */
const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];

/** Stands for a value in a sentence that is then split there, where the value is an element of its own. */
export const SLOT = '\u0000';

/** A number in the digits and grouping of `locale`. */
export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(getLocaleRow(locale).format).format(value);
}

/** The name of the language `other` in the language `locale` (`it` in `he`: איטלקית). */
export function formatLanguageName(locale: Locale, other: Locale): string {
  return formatLangName(locale, getLocaleRow(other).lang);
}

/** The name of the language with the BCP-47 tag `lang` in the language `locale`. */
export function formatLangName(locale: Locale, lang: string): string {
  return new Intl.DisplayNames(getLocaleRow(locale).format, { type: 'language' }).of(lang) ?? lang;
}

/** Sorts by a name as the language of `locale` orders it; the input is left as it is. */
export function sortByName<T>(locale: Locale, things: readonly T[], getName: (thing: T) => string): T[] {
  const collator = new Intl.Collator(getLocaleRow(locale).format);
  return [...things].sort((a, b) => collator.compare(getName(a), getName(b)));
}

/**
 * Things with what stands between their names where they are listed after a colon, as the language of `locale` writes it.
 *
 * @returns the things in their order and, as strings, what separates them
 */
export function joinAsList<T extends object>(locale: Locale, things: readonly T[], getName: (thing: T) => string): (T | string)[] {
  const rest = things.values();
  return new Intl.ListFormat(getLocaleRow(locale).format, { type: 'unit', style: 'short' })
    .formatToParts(things.map(getName))
    .map(({ type, value }) => (type === 'element' ? rest.next().value! : value));
}

/** `value` in invisible marks that keep its direction to itself; for a value put into a plain string (rule 11). */
export function isolate(value: string): string {
  return `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}`;
}
