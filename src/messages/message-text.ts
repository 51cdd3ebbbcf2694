import { type FilledPart, fillSlots, type SlotValue } from './fill-slots.ts';
import type { Template } from './template.ts';

/** A move of a message: its text with slots, and whether a new paragraph begins with it. */
export interface MessageMove {
  readonly id: string;
  readonly template: Template;
  readonly paragraph: boolean;
}

/** A message in one language and address form, with its slots. */
export interface MessageTemplate {
  readonly subject: Template | null;
  readonly moves: readonly MessageMove[];
}

/** A message with values in its slots, paragraph by paragraph. */
export interface FilledMessage {
  readonly subject: readonly FilledPart[] | null;
  readonly paragraphs: readonly (readonly FilledMove[])[];
}

export interface FilledMove {
  readonly id: string;
  readonly parts: readonly FilledPart[];
}

/** The language that a text is in. */
export interface TextLanguage {
  /** BCP-47 tag. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** Puts values into a message and its moves into paragraphs. */
export function fillMessage({ subject, moves }: MessageTemplate, getValue: (slot: string) => SlotValue): FilledMessage {
  const paragraphs: FilledMove[][] = [];
  for (const { id, template, paragraph } of moves) {
    const move = { id, parts: fillSlots(template, getValue) };
    const last = paragraphs.at(-1);
    if (paragraph || !last) paragraphs.push([move]);
    else last.push(move);
  }
  return { subject: subject && fillSlots(subject, getValue), paragraphs };
}

/** Everything in a message, in its order; between two moves of a paragraph stands a space. */
export function getParts({ paragraphs }: FilledMessage): FilledPart[][] {
  return paragraphs.map((moves) => moves.flatMap(({ parts }, index) => (index ? [{ text: ' ' }, ...parts] : [...parts])));
}

/** The names of the slots that nothing was filled into, each once. */
export function getEmptySlots(message: FilledMessage): string[] {
  const parts = [...(message.subject ?? []), ...getParts(message).flat()];
  return [...new Set(parts.flatMap((part) => ('slot' in part && !part.filled ? [part.slot] : [])))];
}
