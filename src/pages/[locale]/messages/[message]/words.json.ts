import type { APIRoute, GetStaticPaths } from 'astro';
import { type Locale, locales, referenceLocale } from '../../../../i18n/locales.ts';
import { getWordFonts } from '../../../../messages/message-fonts.ts';
import { createMessageWords } from '../../../../messages/message-words.ts';
import { getFacts, getFactsOf, getMessages } from '../../../../messages/queries.ts';

/** The texts of a message in one language, for readers whose client reads another than they do; loaded when one is chosen. */
export const getStaticPaths = (async () =>
  locales.flatMap((locale) => messages.map(({ id }) => ({ params: { locale, message: id } })))) satisfies GetStaticPaths;

const messages = await getMessages(referenceLocale);

export const GET: APIRoute = async ({ params }) => {
  const { locale, message: id } = params as { locale: Locale; message: string };
  const message = (await getMessages(locale)).find((candidate) => candidate.id === id)!;
  const facts = getFactsOf(message, await getFacts(message.shown));
  return Response.json(createMessageWords(message, facts, await getWordFonts(message.shown)));
};
