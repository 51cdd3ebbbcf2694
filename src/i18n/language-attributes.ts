import { getLocaleRow, type Locale } from './locales.ts';

/**
 * The `lang` and `dir` that an element needs because its words are in `shown` on a page in `locale`;
 * nothing where the two are the same. `data-fallback` keeps the words out of that page's search index.
 */
export function getLanguageAttributes(locale: Locale, shown: Locale): { lang?: string; dir?: 'ltr' | 'rtl'; 'data-fallback'?: '' } {
  if (locale === shown) return {};
  const { lang, dir } = getLocaleRow(shown);
  return { lang, dir, 'data-fallback': '' };
}
