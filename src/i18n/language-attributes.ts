import { getLocaleRow, type Locale } from './locales.ts';

/** `lang` and `dir` for words that are in another language than their page; all undefined where they are not. */
export interface LanguageAttributes {
  readonly lang: string | undefined;
  readonly dir: 'ltr' | 'rtl' | undefined;
  /** For `data-fallback`, which keeps borrowed words out of the page's search index. */
  readonly fallback: '' | undefined;
}

/**
 * The attributes of an element whose words are in `shown` on a page in `locale`. Write them out one by one: where they
 * are spread, Astro gives the element a second `class`.
 */
export function getLanguageAttributes(locale: Locale, shown: Locale): LanguageAttributes {
  if (locale === shown) return { lang: undefined, dir: undefined, fallback: undefined };
  const { lang, dir } = getLocaleRow(shown);
  return { lang, dir, fallback: '' };
}
