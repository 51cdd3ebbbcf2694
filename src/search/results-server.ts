import { getLocaleRow, type Locale, locales } from '../i18n/locales.ts';
import type { SearchedLanguage } from './results-languages.ts';
import { getStepIndexAddress } from './step-index-files.ts';

/** All languages as the search elements of a page in `locale` need them, that of the page first. */
export function getSearchedLanguages(locale: Locale): Promise<SearchedLanguage[]> {
  return Promise.all(
    [locale, ...locales.filter((other) => other !== locale)].map(async (each) => {
      const { lang, script } = getLocaleRow(each);
      return { locale: each, lang, script, index: await getStepIndexAddress(each) };
    }),
  );
}
