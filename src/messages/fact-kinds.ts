/**
 * What a fact can be. A line is a name; a phrase a few words without a full stop; a sentence stands alone, with one. A
 * moment is a day and a time. Minutes are a number that is written with its unit. The list is that of the changes: what, since when, checked by whom.
 */
export const factKinds = ['line', 'phrase', 'sentence', 'date', 'moment', 'minutes', 'phone', 'list'] as const;

export type FactKind = (typeof factKinds)[number];

/** Whether readers put it in words, so that it is in a language. */
export function isWorded(kind: FactKind): boolean {
  return kind === 'line' || kind === 'phrase' || kind === 'sentence' || kind === 'list';
}

/** The name by which texts call a fact: `fixDate` for `fix-date`. */
export function getSlotName(fact: string): string {
  return fact.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
