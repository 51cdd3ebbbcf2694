import { getLocaleRow } from '../i18n/locales.ts';
import type { MessageWords, WordFont } from './other-words.ts';
import type { Fact, Message } from './queries.ts';

/** A message's texts and the names of its facts in the language it is shown in, as a browser loads them. */
export function createMessageWords({ shown, moves, words }: Message, facts: readonly Fact[], fonts: readonly WordFont[]): MessageWords {
  const { subject = {}, texts } = words.data;
  const { lang, dir, format, forms } = getLocaleRow(shown);
  const columns = facts.find(({ kind }) => kind === 'list')?.words.data.columns;
  return {
    lang,
    dir,
    format,
    texts: Object.fromEntries(
      forms.map((form) => [
        form,
        { ...(subject[form] ? { subject: subject[form] } : {}), moves: moves.map(({ id }) => [id, texts[form]?.[id] ?? ''] as const) },
      ]),
    ),
    names: Object.fromEntries(facts.map(({ slot, words: { data } }) => [slot, data.title])),
    ...(columns ? { columns } : {}),
    ...(fonts.length > 0 ? { fonts } : {}),
  };
}
