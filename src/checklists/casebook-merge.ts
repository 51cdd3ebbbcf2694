import { type Case, type Casebook, emptyCase, getDefault, isGone, type Stamped } from './casebook.ts';
import { countRest, keepUnread, mergeRests } from './casebook-rest.ts';

/**
 * Both, field by field; the later one stands, and at the same moment the one that says more. The order in which
 * casebooks are merged, and how often, makes no difference; only of what this version does not know does `b` win:
 * give it what was read last.
 */
export function mergeCasebooks(a: Casebook, b: Casebook): Casebook {
  const cases = new Map(a.cases);
  for (const [id, other] of b.cases) cases.set(id, mergeCases(cases.get(id) ?? emptyCase, other));
  const origins = [a.origin, b.origin].filter(Boolean).sort();
  return { cases, current: getLater('current', a.current, b.current), origin: origins[0] ?? '', rest: { ...a.rest, ...b.rest } };
}

/** Whether a casebook holds something that another one lacks or has in an older state, so that merging would add to it. */
export function hasMore(casebook: Casebook, other: Casebook): boolean {
  const merged = mergeCasebooks(casebook, other);
  if (!isSame(merged.current, other.current) || merged.origin !== other.origin) return true;
  if (Object.keys(merged.rest).length > Object.keys(other.rest).length) return true;
  return [...merged.cases].some(([id, { fields, erased, rest }]) => {
    const known = other.cases.get(id) ?? emptyCase;
    if (erased > known.erased || countRest(rest) > countRest(known.rest)) return true;
    return [...fields].some(([name, stamped]) => !isSame(stamped, known.fields.get(name)));
  });
}

/** The later of two values; of the same moment that which is not the default, else the greater, so that order is no matter. */
export function getLater(name: string, a: Stamped, b: Stamped): Stamped {
  if (a[1] !== b[1]) return a[1] > b[1] ? a : b;
  const isDefault = [a, b].map(([value]) => value === getDefault(name));
  if (isDefault[0] !== isDefault[1]) return isDefault[0] ? b : a;
  return a[0] >= b[0] ? a : b;
}

/** Whether two values are of the same action. */
export function isSame(a: Stamped | undefined, b: Stamped | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

function mergeCases(a: Case, b: Case): Case {
  const erased = Math.max(a.erased, b.erased);
  const fields = new Map(a.fields);
  for (const [name, stamped] of b.fields) {
    const other = fields.get(name);
    fields.set(name, other ? getLater(name, other, stamped) : stamped);
  }
  for (const [name, [, at]] of fields) if (isGone(at, erased)) fields.delete(name);
  // What cannot be read bears no time that could be read: it is as old as the case was before it was erased.
  const [restOfA, restOfB] = [a, b].map((side) => (side.erased === erased ? side.rest : undefined));
  return { fields, erased, ...keepUnread(mergeRests(restOfA, restOfB), fields) };
}
