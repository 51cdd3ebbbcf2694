import type { Locale } from '../i18n/locales.ts';
import type { OtherLanguage } from './rescue.ts';

/** A language that can be searched, as the server writes it into the page. */
export interface SearchedLanguage {
  /** The segment of its addresses. */
  readonly locale: Locale;
  /** BCP-47 tag. */
  readonly lang: string;
  readonly script: OtherLanguage['script'];
  /** The address of its step index, named by its content. */
  readonly index: string;
}

/** The languages that the server wrote into `data-languages` of a search element; the first is the page's own. */
export function readLanguages({ dataset }: HTMLElement): SearchedLanguage[] {
  return JSON.parse(dataset['languages'] ?? '[]') as SearchedLanguage[];
}
