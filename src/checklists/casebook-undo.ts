import { type Casebook, getDefault, getField, type Stamped, setFields } from './casebook.ts';

/** The ids that an item had before, the newest first. */
export type GetFormerIds = (itemId: string) => readonly string[];

/** Values that were brought back here. Their times are new, and yet nobody has set these fields anew. */
const broughtBack = new WeakSet<Stamped>();

/**
 * Takes back what led from `before` to `after`, and nothing else: a field that was set anew since then stays, here or
 * in another tab. A case that was made in between is put among the deleted ones. An item that was never touched goes
 * back to what it had under a former id.
 */
export function revertChange(casebook: Casebook, before: Casebook, after: Casebook, now: number, getFormerIds: GetFormerIds = () => []): Casebook {
  let reverted = casebook;
  for (const [id, { fields }] of after.cases) {
    const old = before.cases.get(id)?.fields;
    const isMade = !old && fields.has('place');
    // An erased case has lost its fields, so those of before count as well.
    const names = isMade ? ['place'] : [...(old?.keys() ?? []), ...fields.keys()];
    const changed = names.filter(
      (name) => !isSame(old?.get(name), fields.get(name)) && isStill(casebook.cases.get(id)?.fields.get(name), fields.get(name), name),
    );
    const values = changed.map((name) => [name, isMade ? 'deleted' : getField(before, id, name, getFormerIds(name.replace(/^\w+:/, '')))] as const);
    reverted = setFields(reverted, id, values, now);
    for (const name of changed) broughtBack.add(reverted.cases.get(id)?.fields.get(name) as Stamped);
  }
  return reverted;
}

/** Whether two values are of the same action. */
function isSame(a: Stamped | undefined, b: Stamped | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

/** Whether a field is as an action left it, or again so because a later one was taken back. */
function isStill(present: Stamped | undefined, left: Stamped | undefined, name: string): boolean {
  return isSame(present, left) || (!!present && broughtBack.has(present) && present[0] === (left?.[0] ?? getDefault(name)));
}
