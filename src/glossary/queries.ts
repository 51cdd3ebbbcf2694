import { type CollectionEntry, getCollection } from 'astro:content';
import { rememberInBuild } from '../content/remember.ts';
import { getWords, type Worded } from '../content/words.ts';
import { sortByName } from '../i18n/format.ts';
import type { Locale } from '../i18n/locales.ts';

/** All terms in the alphabetical order of the language. */
export const getTerms = rememberInBuild(async (locale: Locale): Promise<readonly Term[]> => {
  const terms = await Promise.all((await getCollection('terms')).map(async ({ id, data }) => ({ id, ...data, ...(await getWords('termWords', id, locale)) })));
  return sortByName(locale, terms, (term) => term.words.data.title);
});

export interface Term extends Readonly<CollectionEntry<'terms'>['data']>, Worded<'termWords'> {
  readonly id: string;
}
