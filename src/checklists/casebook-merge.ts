import { type Case, type Casebook, emptyCase, getDefault, type Stamped } from './casebook.ts';
import { formatCasebook } from './casebook-format.ts';

/**
 * Both, field by field; the later one stands, and at the same moment the one that says more. The order in which
 * casebooks are merged, and how often, makes no difference.
 *
 * @returns `a` itself where `b` has nothing that it lacks or has in an older state
 */
export function mergeCasebooks(a: Casebook, b: Casebook): Casebook {
  const [origin = ''] = [a.origin, b.origin].filter(Boolean).sort();
  const merged = { cases: mergeCases([...a.cases, ...b.cases]), current: getLater('current', a.current, b.current), origin };
  return formatCasebook(merged) === formatCasebook(a) ? a : merged;
}

/** Cases by their ids; those that have the same one become one. */
export function mergeCases(all: Iterable<readonly [id: string, Case]>): ReadonlyMap<string, Case> {
  const cases = new Map<string, Case>();
  for (const [id, one] of all) {
    const known = cases.get(id) ?? emptyCase;
    const erased = Math.max(known.erased, one.erased);
    const fields = new Map(known.fields);
    for (const [name, stamped] of one.fields) fields.set(name, getLater(name, fields.get(name) ?? stamped, stamped));
    for (const [name, [, at]] of fields) if (at <= erased) fields.delete(name);
    cases.set(id, { fields, erased });
  }
  return cases;
}

/** The later of two values; of the same moment that which is not the default, else the greater, so that order is no matter. */
function getLater(name: string, a: Stamped, b: Stamped): Stamped {
  if (a[1] !== b[1]) return a[1] > b[1] ? a : b;
  const isDefault = (value: string) => value === getDefault(name);
  if (isDefault(a[0]) || isDefault(b[0])) return isDefault(a[0]) ? b : a;
  return a[0] >= b[0] ? a : b;
}
