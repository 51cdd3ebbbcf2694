import { getEntry } from 'astro:content';
import { getWords, type Worded } from '../content/words.ts';
import type { Locale } from '../i18n/locales.ts';

/** The words of a page that is none of the other kinds (`home`, `about` …). */
export function getPage(id: string, locale: Locale): Promise<Worded<'pageWords'>> {
  return getWords('pageWords', id, locale);
}

/** The ideas of the sources that the home page carries. */
export async function getHomeIdeas(): Promise<string[]> {
  return (await getEntry('pages', 'home'))?.data.ideas ?? [];
}
