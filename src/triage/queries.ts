import { type CollectionEntry, getCollection } from 'astro:content';
import { rememberInBuild } from '../content/remember.ts';
import { getWords, type Worded } from '../content/words.ts';
import type { Locale } from '../i18n/locales.ts';
import type { TriageOutcome, TriageQuestion } from './tree.ts';

/** All questions and outcomes with their words. */
export const getTriageNodes = rememberInBuild(
  async (locale: Locale): Promise<readonly WordedNode[]> =>
    Promise.all(
      (await getCollection('triage')).map(async ({ id, data }): Promise<WordedNode> => ({ id, ...data, ...(await getWords('triageWords', id, locale)) })),
    ),
);

type Data = CollectionEntry<'triage'>['data'];

export type WordedQuestion = TriageQuestion & Extract<Data, { kind: 'question' }> & Worded<'triageWords'>;
export type WordedOutcome = TriageOutcome & Extract<Data, { kind: 'outcome' }> & Worded<'triageWords'>;
export type WordedNode = WordedQuestion | WordedOutcome;
