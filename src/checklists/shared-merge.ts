import { type Casebook, getField, type ItemState, setFields } from './casebook.ts';
import { joinNotes } from './notes.ts';
import type { SharedItem, SharedProgress } from './share-link.ts';

/** What the reader and the one who sent the link say of an item; done against not applicable is a conflict. */
export interface Comparison {
  readonly id: string;
  readonly mine: ItemState;
  readonly theirs: ItemState;
  readonly kind: 'same' | 'differs' | 'conflict';
}

/** State and note of an item. */
type Noted = readonly [state: ItemState, note: string];

/** Of two states the one further on stands. */
const order: readonly ItemState[] = ['open', 'not-applicable', 'done'];

/** Sets the states of a case beside those that were shared, for every item in order. Notes are not compared. */
export function compareShared(casebook: Casebook, caseId: string, items: readonly SharedItem[], shared: SharedProgress): Comparison[] {
  return items.map(({ id, formerIds }) => {
    const mine = getField(casebook, caseId, `state:${id}`, formerIds) as ItemState;
    const [theirs] = getShared(shared, id);
    return { id, mine, theirs, kind: mine === theirs ? 'same' : [mine, theirs].includes('open') ? 'differs' : 'conflict' };
  });
}

/** The casebook with both in the case: of two states the one further on, of two notes all that either says. */
export const mergeShared = createTaking(([state, note], [theirs, theirNote]) => [
  order.indexOf(theirs) > order.indexOf(state) ? theirs : state,
  joinNotes(note, theirNote),
]);

/** The casebook with their states in the case, open where they have none, and their notes where they sent one. */
export const replaceShared = createTaking(([, note], [theirs, theirNote]) => [theirs, theirNote || note]);

/** Sets what `choose` makes of each item's state and note; what stays the same is not set anew. */
function createTaking(choose: (mine: Noted, theirs: Noted) => Noted) {
  return (casebook: Casebook, caseId: string, items: readonly SharedItem[], shared: SharedProgress, now: number): Casebook => {
    const values = items.flatMap(({ id, formerIds }) => {
      const fields = [`state:${id}`, `note:${id}`];
      const mine = fields.map((field) => getField(casebook, caseId, field, formerIds));
      const chosen = choose(mine as unknown as Noted, getShared(shared, id));
      return fields.flatMap((field, index) => (chosen[index] === mine[index] ? [] : [[field, chosen[index] as string] as const]));
    });
    return setFields(casebook, caseId, values, now);
  };
}

function getShared({ marks, notes }: SharedProgress, id: string): Noted {
  return [marks.get(id) ?? 'open', notes.get(id) ?? ''];
}
