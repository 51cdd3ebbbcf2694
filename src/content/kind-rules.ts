/**
 * What the checks across files need to know of the fields of each kind, as data. The schemas say what a field
 * looks like; this says what it points at. A kind or field without a row here is checked by its schema alone.
 */

/** A way to values: `*` stands for every entry of a list or map. */
export type FieldPattern = readonly string[];

/** Fields that hold the id of another thing. */
export const references: readonly { readonly from: string; readonly field: FieldPattern; readonly to: string }[] = [
  { from: 'step', field: ['phase'], to: 'phase' },
  { from: 'checklist', field: ['phase'], to: 'phase' },
  { from: 'checklist', field: ['nextList'], to: 'checklist' },
  { from: 'checklist', field: ['nextStep'], to: 'step' },
  { from: 'checklist', field: ['items', '*', 'steps', '*'], to: 'step' },
  { from: 'tension', field: ['steps', '*'], to: 'step' },
  { from: 'tension', field: ['sources', '*'], to: 'source' },
  { from: 'message', field: ['phase'], to: 'phase' },
  { from: 'message', field: ['steps', '*'], to: 'step' },
  { from: 'message', field: ['moves', '*', 'steps', '*'], to: 'step' },
  { from: 'triage', field: ['yes'], to: 'triage' },
  { from: 'triage', field: ['no'], to: 'triage' },
  { from: 'triage', field: ['notSure'], to: 'triage' },
  { from: 'triage', field: ['steps', '*'], to: 'step' },
  { from: 'triage', field: ['checklists', '*'], to: 'checklist' },
  { from: 'triage', field: ['messages', '*'], to: 'message' },
];

/** Kinds whose `ideas` cite the sources. A source's own `ideas` is the map that defines them. */
export const citingKinds: readonly string[] = ['page', 'phase', 'step', 'message'];

/** Things with an id of their own inside another thing's structure. */
export const innerIds: readonly { readonly kind: string; readonly within: string; readonly list: string; readonly words: string }[] = [
  { kind: 'item', within: 'checklist', list: 'items', words: 'items' },
];

/**
 * Kinds whose ids are permanent and unique across all kinds, because an anchor, a stored tick or /go/<id>/ says no kind.
 * Pages are left out: their ids are addresses (`steps`, `sources`) and stand in no link of another thing.
 */
export const permanentKinds: readonly string[] = ['phase', 'step', 'checklist', 'item', 'message', 'fact', 'triage', 'source', 'tension', 'term'];

/** Permanent kinds whose ids are unique only among themselves: they are stored under a name with the kind in it and have no address. */
export const kindsApart: readonly string[] = ['fact'];

/** Kinds that are numbered by `order` from 1, and the field that says among which siblings. */
export const orderedKinds: readonly { readonly kind: string; readonly within?: string }[] = [
  { kind: 'phase' },
  { kind: 'step', within: 'phase' },
  { kind: 'checklist' },
  { kind: 'message' },
  { kind: 'fact' },
  { kind: 'source' },
  { kind: 'tension' },
];

/** Pages that are nothing without a text of their own; the others consist of what the site puts into them. */
const pagesWithBody: readonly string[] = ['home', 'guide', 'checklists', 'sources', 'about'];

/** Whether the words of the thing `id` must have a body. A phase opens with one as soon as it has steps. */
export function isBodyDue(kind: string, id: string, hasSteps: boolean): boolean {
  if (kind === 'page') return pagesWithBody.includes(id);
  if (kind === 'phase') return hasSteps;
  return kind === 'step' || kind === 'source' || kind === 'term';
}

/** Fields whose text in two languages is never the same, unless one was copied and forgotten. */
export const fieldsThatDiffer: readonly string[] = ['title', 'action', 'description'];

/** Up to this many characters a text may be the same in two languages: names, loan words. */
export const longestSharedText = 12;
