/**
 * A text with slots. `{fixDate}` stands for a fact; a part in [[double brackets]] is left out where a slot inside it is
 * empty, and what stands in it after a bar takes its place: [[{contactName}|me]]. Parts do not nest. A line break of the
 * text is one of the message. A template can be JSON.
 */
export type Template = readonly TemplatePart[];

export type TemplatePart = string | { readonly slot: string } | OptionalPart;

export interface OptionalPart {
  readonly optional: Template;
  /** What stands there while a slot is empty: words without slots. */
  readonly otherwise?: string | undefined;
}

/** Reads a text of content/messages/; what is no slot and no part in brackets is text. Never throws. */
export function parseTemplate(text: string): Template {
  return text.split(/(\[\[.*?\]\])/su).flatMap((part, index): Template => (index % 2 ? [parseOptional(part.slice(2, -2))] : parseSlots(part)));
}

/** The names of all slots of a template, in its order. */
export function getSlots(template: Template): string[] {
  return template.flatMap((part) => (typeof part === 'string' ? [] : 'slot' in part ? [part.slot] : getSlots(part.optional)));
}

function parseOptional(text: string): OptionalPart {
  const [part = '', otherwise] = text.split('|');
  return { optional: parseSlots(part), ...(otherwise === undefined ? {} : { otherwise }) };
}

function parseSlots(text: string): Template {
  const parts = text.split(/\{([A-Za-z][A-Za-z0-9]*)\}/u);
  return parts.flatMap((part, index): Template => (index % 2 ? [{ slot: part }] : part ? [part] : []));
}
