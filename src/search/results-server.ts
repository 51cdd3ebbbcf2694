import { getLocaleRow, type Locale, locales } from '../i18n/locales.ts';
import { getTranslator } from '../i18n/translator.ts';
import type { SearchedLanguage } from './results-languages.ts';
import { getStepIndexAddresses } from './step-index-files.ts';

/**
 * All languages as the search elements of a page in `locale` need them, that of the page first.
 *
 * @throws where a language has no index
 */
export async function getSearchedLanguages(locale: Locale): Promise<SearchedLanguage[]> {
  const addresses = await getStepIndexAddresses();
  return [locale, ...locales.filter((other) => other !== locale)].map((each) => {
    const { lang, script } = getLocaleRow(each);
    const index = addresses.get(each);
    if (!index) throw new Error(`There is no step index for \`${each}\`.`);
    return { locale: each, lang, script, index };
  });
}

/** What a list of results says in `locale`: how many it holds, for each number up to `most`, and of which kind each is. */
export function getResultWords(locale: Locale, most: number) {
  const t = getTranslator(locale);
  return {
    counts: Array.from({ length: most + 1 }, (_, count) => t('results', { count })),
    kinds: {
      step: t('kindStep'),
      message: t('kindMessage'),
      checklist: t('kindChecklist'),
      item: t('kindItem'),
      phase: t('kindPhase'),
      term: t('kindTerm'),
      page: t('kindPage'),
    },
  };
}
