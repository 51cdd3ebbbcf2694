import { type CollectionEntry, getCollection } from 'astro:content';
import { rememberInBuild } from '../content/remember.ts';
import { getWords, type Worded } from '../content/words.ts';
import type { AddressForm, Locale } from '../i18n/locales.ts';
import { getLocaleRow } from '../i18n/locales.ts';
import { getSlotName } from './fact-kinds.ts';
import type { SlotValue } from './fill-slots.ts';
import { formatValue } from './format-value.ts';
import type { MessageTemplate } from './message-text.ts';
import { parseTemplate } from './template.ts';

/** All messages in order, in the reader's language or the nearest that has them. */
export const getMessages = rememberInBuild(async (locale: Locale): Promise<readonly Message[]> => {
  const structures = (await getCollection('messages')).toSorted((a, b) => a.data.order - b.data.order);
  return Promise.all(structures.map(async ({ id, data }) => ({ id, ...data, ...(await getWords('messageWords', id, locale)) })));
});

/** All facts in the order in which they are asked. */
export const getFacts = rememberInBuild(async (locale: Locale): Promise<readonly Fact[]> => {
  const structures = (await getCollection('facts')).toSorted((a, b) => a.data.order - b.data.order);
  return Promise.all(structures.map(async ({ id, data }) => ({ id, slot: getSlotName(id), ...data, ...(await getWords('factWords', id, locale)) })));
});

/** The address forms in which a message is written, the usual one first. */
export function getForms({ shown }: Pick<Message, 'shown'>): readonly AddressForm[] {
  return getLocaleRow(shown).forms;
}

/** A message in one address form, its slots not yet filled. */
export function getTemplate({ moves, words }: Message, form: AddressForm): MessageTemplate {
  const { subject, texts } = words.data;
  return {
    subject: subject ? parseTemplate(subject[form] ?? '') : null,
    moves: moves.map(({ id, paragraph }) => ({ id, paragraph, template: parseTemplate(texts[form]?.[id] ?? '') })),
  };
}

/** The facts that a message needs, in the order in which they are asked. */
export function getFactsOf({ moves, subject = [] }: Message, facts: readonly Fact[]): Fact[] {
  const slots = new Set([...subject, ...moves.flatMap((move) => move.slots)]);
  return facts.filter(({ slot }) => slots.has(slot));
}

/** What the finished example has in its slots. @param facts in the language of the message @param locale of the message */
export function createExample(facts: readonly Fact[], locale: Locale): (slot: string) => SlotValue {
  const { format } = getLocaleRow(locale);
  return (slot) => {
    const fact = facts.find((candidate) => candidate.slot === slot);
    if (!fact) throw new Error(`No fact has the slot \`${slot}\`. Run \`npm run check\` to see where it is used.`);
    const { kind, since = [], words } = fact;
    const rows = (words.data.rows ?? []).map((row, index) => ({ ...row, since: formatValue('date', since[index] ?? '', format) }));
    const value = formatValue(kind, fact.example ?? words.data.example ?? '', format);
    return { kind, value, filled: true, ...(kind === 'list' ? { rows } : {}) };
  };
}

export interface Message extends Readonly<CollectionEntry<'messages'>['data']>, Worded<'messageWords'> {
  readonly id: string;
}

export interface Fact extends Readonly<CollectionEntry<'facts'>['data']>, Worded<'factWords'> {
  readonly id: string;
  /** The name by which texts call it. */
  readonly slot: string;
}
