import { type CollectionEntry, getCollection } from 'astro:content';
import { rememberInBuild } from '../content/remember.ts';
import { getWords, type Worded } from '../content/words.ts';
import type { Locale } from '../i18n/locales.ts';
import { getTranslator } from '../i18n/translator.ts';

/** All checklists in order, each item with its words. */
export const getChecklists = rememberInBuild(async (locale: Locale): Promise<readonly Checklist[]> => {
  const structures = (await getCollection('checklists')).toSorted((a, b) => a.data.order - b.data.order);
  return Promise.all(
    structures.map(async ({ id, data }) => {
      const worded = await getWords('checklistWords', id, locale);
      const items = data.items.map((item) => ({ ...item, text: worded.words.data.items[item.id] ?? '' }));
      return { id, ...data, ...worded, items };
    }),
  );
});

/** Progress on a list in words: one sentence per number of items done, from none. */
export function getSentences(locale: Locale, { items }: Pick<Checklist, 'items'>): string[] {
  const t = getTranslator(locale);
  return Array.from({ length: items.length + 1 }, (_, count) => t('itemsDone', { count, total: items.length }));
}

export interface Checklist extends Omit<CollectionEntry<'checklists'>['data'], 'items'>, Worded<'checklistWords'> {
  readonly id: string;
  readonly items: ChecklistItem[];
}

/** An item and its finished state in words. */
export type ChecklistItem = CollectionEntry<'checklists'>['data']['items'][number] & { readonly text: string };
