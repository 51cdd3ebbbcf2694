import type { MessageTemplate } from './message-text.ts';
import type { Columns } from './plain-text.ts';
import { parseTemplate } from './template.ts';

/** The texts of a message in one language, as they are loaded. */
export interface MessageWords {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly format: string;
  /** For each address form the subject line and the moves, in order. */
  readonly texts: Readonly<Record<string, { readonly subject?: string; readonly moves: readonly (readonly [id: string, text: string])[] }>>;
  /** What the fact of each slot is called. */
  readonly names: Readonly<Record<string, string>>;
  readonly columns?: Columns;
  /** The typefaces of its letters, where no other page has them. */
  readonly fonts?: readonly WordFont[];
}

/** A file with the letters of a language in one weight of the text face. */
export interface WordFont {
  readonly url: string;
  readonly weight: string;
  readonly unicodeRange: string;
}

/** @throws where they cannot be loaded */
export async function loadWords(address: string): Promise<MessageWords> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}. Is the whole of dist/ on the host?`);
  return (await response.json()) as MessageWords;
}

/** The text in one address form, its slots not yet filled. @param paragraphs ids of the moves with which one begins */
export function getOtherTemplate({ texts }: MessageWords, form: string, paragraphs: readonly string[]): MessageTemplate {
  const { subject, moves = [] } = texts[form] ?? {};
  return {
    subject: subject === undefined ? null : parseTemplate(subject),
    moves: moves.map(([id, text]) => ({ id, template: parseTemplate(text), paragraph: paragraphs.includes(id) })),
  };
}
