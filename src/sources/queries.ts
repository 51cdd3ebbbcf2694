import { type CollectionEntry, getCollection } from 'astro:content';
import { rememberInBuild } from '../content/remember.ts';
import { getWords, type Worded } from '../content/words.ts';
import type { Locale } from '../i18n/locales.ts';

/** The three sources in the order of their badges. */
export const getSources = rememberInBuild(async (locale: Locale): Promise<readonly Source[]> => {
  const structures = (await getCollection('sources')).toSorted((a, b) => a.data.order - b.data.order);
  return Promise.all(structures.map(async ({ id, data }) => ({ id, ...data, ...(await getWords('sourceWords', id, locale)) })));
});

/** Where the sources pull apart, in order. */
export const getTensions = rememberInBuild(async (locale: Locale): Promise<readonly Tension[]> => {
  const structures = (await getCollection('tensions')).toSorted((a, b) => a.data.order - b.data.order);
  return Promise.all(structures.map(async ({ id, data }) => ({ id, ...data, ...(await getWords('tensionWords', id, locale)) })));
});

/**
 * The badges of something that cites `ideas`: one for each source that has any of them, leading to the first.
 *
 * @returns in the order of the sources' numbers
 */
export function getBadges(sources: readonly Source[], ideas: readonly string[]): Badge[] {
  return sources.flatMap((source) => {
    const idea = Object.keys(source.ideas).find((candidate) => ideas.includes(candidate));
    return idea ? [{ source, idea }] : [];
  });
}

export interface Source extends Readonly<CollectionEntry<'sources'>['data']>, Worded<'sourceWords'> {
  readonly id: string;
}

export interface Tension extends Readonly<CollectionEntry<'tensions'>['data']>, Worded<'tensionWords'> {
  readonly id: string;
}

export interface Badge {
  readonly source: Source;
  /** The first idea of the source that is cited, where its page is opened. */
  readonly idea: string;
}
