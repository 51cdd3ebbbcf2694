import { type Casebook, getNote, getState, type ItemState, setFields } from './casebook.ts';
import { joinNotes } from './notes.ts';
import type { SharedProgress } from './share-link.ts';

/** An item of the list that was shared. */
export interface SharedItem {
  readonly id: string;
  readonly formerIds: readonly string[];
}

/** What the reader and the one who sent the link say of an item; done against not applicable is a conflict. */
export interface Comparison {
  readonly id: string;
  readonly mine: ItemState;
  readonly theirs: ItemState;
  readonly kind: 'same' | 'differs' | 'conflict';
}

/** Of two states the one further on stands. */
const order: readonly ItemState[] = ['open', 'not-applicable', 'done'];

/** Sets the states of a case beside those that were shared, for every item in order. Notes are not compared. */
export function compareShared(casebook: Casebook, caseId: string, items: readonly SharedItem[], shared: SharedProgress): Comparison[] {
  return items.map(({ id, formerIds }) => {
    const mine = getState(casebook, caseId, id, formerIds);
    const theirs = shared.marks.get(id) ?? 'open';
    return { id, mine, theirs, kind: mine === theirs ? 'same' : [mine, theirs].includes('open') ? 'differs' : 'conflict' };
  });
}

/** The casebook with both in the case: of two states the one further on, of two notes all that either says. */
export function mergeShared(casebook: Casebook, caseId: string, items: readonly SharedItem[], shared: SharedProgress, now: number): Casebook {
  return setItems(casebook, caseId, items, now, (id, state, note) => {
    const theirs = shared.marks.get(id) ?? 'open';
    return [order.indexOf(theirs) > order.indexOf(state) ? theirs : state, joinNotes(note, shared.notes.get(id) ?? '')];
  });
}

/** The casebook with their states in the case, open where they have none, and their notes where they sent one. */
export function replaceShared(casebook: Casebook, caseId: string, items: readonly SharedItem[], shared: SharedProgress, now: number): Casebook {
  return setItems(casebook, caseId, items, now, (id, _state, note) => [shared.marks.get(id) ?? 'open', shared.notes.get(id) || note]);
}

/** Sets what `change` makes of each item's state and note; what stays the same is not set anew. */
function setItems(
  casebook: Casebook,
  caseId: string,
  items: readonly SharedItem[],
  now: number,
  change: (id: string, state: ItemState, note: string) => [state: ItemState, note: string],
): Casebook {
  const values = items.flatMap(({ id, formerIds }) => {
    const [state, note] = [getState(casebook, caseId, id, formerIds), getNote(casebook, caseId, id, formerIds)];
    const [newState, newNote] = change(id, state, note);
    return [...(newState === state ? [] : [[`state:${id}`, newState] as const]), ...(newNote === note ? [] : [[`note:${id}`, newNote] as const])];
  });
  return setFields(casebook, caseId, values, now);
}
