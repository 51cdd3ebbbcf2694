/**
 * The languages of the site, as data. Routing, `lang`, `dir`, fonts, formats, the language links and hreflang
 * all read this table; a language is added here, in content/ui/ and in the word files, and nowhere else.
 */
export const localeTable = [
  {
    id: 'he',
    lang: 'he',
    format: 'he',
    dir: 'rtl',
    name: 'עברית',
    script: 'hebrew',
    published: true,
    fallback: ['en'],
    forms: ['plural', 'feminine', 'masculine'],
  },
  {
    id: 'ar',
    lang: 'ar',
    format: 'ar-u-nu-latn',
    dir: 'rtl',
    name: 'العربية',
    script: 'arabic',
    published: true,
    fallback: ['en'],
    forms: ['plural', 'feminine', 'masculine'],
  },
  { id: 'it', lang: 'it', format: 'it', dir: 'ltr', name: 'Italiano', script: 'latin', published: true, fallback: ['en'], forms: ['lei', 'tu', 'voi'] },
  { id: 'en', lang: 'en', format: 'en-GB', dir: 'ltr', name: 'English', script: 'latin', published: true, fallback: ['it'], forms: ['plain'] },
] as const satisfies readonly LocaleRow[];

/** The language that keys, placeholders and search engines' x-default are taken from. */
export const referenceLocale = 'en' satisfies Locale;

/** All locale ids, in the order in which the language links stand. */
export const locales: readonly Locale[] = localeTable.map((row) => row.id);

/** Whether `value` is the id of a locale in the table. */
export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

/** The table row of `locale`. */
export function getLocaleRow(locale: Locale): LocaleRow & { id: Locale } {
  const row = localeTable.find((candidate) => candidate.id === locale);
  if (!row) throw new Error(`Locale \`${locale}\` is not in src/i18n/locales.ts. Known: ${locales.join(', ')}.`);
  return row;
}

/**
 * The locales in which to look for a text, best first: the locale itself, then its fallbacks, then every other.
 * The rest of the table stands last so that a text that exists in any language is found.
 */
export function getFallbackChain(locale: Locale): Locale[] {
  return [...new Set<Locale>([locale, ...(getLocaleRow(locale).fallback as readonly Locale[]), ...locales])];
}

/** `locale` = URL segment, `lang` = BCP-47 tag, `dir` = direction; the three are never mixed. */
export interface LocaleRow {
  /** URL segment and name of the word files. */
  readonly id: string;
  /** BCP-47 tag for `lang` and hreflang. */
  readonly lang: string;
  /** BCP-47 tag for Intl; Arabic pins Western digits (`ar-u-nu-latn`), because regions differ. */
  readonly format: string;
  readonly dir: 'ltr' | 'rtl';
  /** The language's own name, for the language links. */
  readonly name: string;
  /** Which set of typefaces it is set in (src/site/fonts/). */
  readonly script: 'hebrew' | 'arabic' | 'latin';
  /** Published languages must be complete; others fall back text by text and stay out of search engines. */
  readonly published: boolean;
  /** Where to look first for a text that this language lacks. */
  readonly fallback: readonly string[];
  /** The ways in which a message can address its reader, the usual one first; each message has a text for every one. */
  readonly forms: readonly AddressForm[];
}

/** Several people or a company, one woman, one man; Lei, tu, voi; or no choice, as in English. */
export type AddressForm = 'plural' | 'feminine' | 'masculine' | 'lei' | 'tu' | 'voi' | 'plain';

export type Locale = (typeof localeTable)[number]['id'];
