import { type Case, type Casebook, emptyCase, getDefault, type Stamped } from './casebook.ts';
import { formatCasebook } from './casebook-format.ts';

/**
 * Both, field by field; the later one stands, and at the same moment the one that says more. The order in which
 * casebooks are merged, and how often, makes no difference.
 */
export function mergeCasebooks(a: Casebook, b: Casebook): Casebook {
  const cases = new Map(a.cases);
  for (const [id, other] of b.cases) cases.set(id, mergeCases(cases.get(id) ?? emptyCase, other));
  const [origin = ''] = [a.origin, b.origin].filter(Boolean).sort();
  return { cases, current: getLater('current', a.current, b.current), origin };
}

/** Whether a casebook holds something that another one lacks or has in an older state, so that merging would add to it. */
export function hasMore(casebook: Casebook, other: Casebook): boolean {
  return formatCasebook(mergeCasebooks(other, casebook)) !== formatCasebook(other);
}

/** The later of two values; of the same moment that which is not the default, else the greater, so that order is no matter. */
function getLater(name: string, a: Stamped, b: Stamped): Stamped {
  if (a[1] !== b[1]) return a[1] > b[1] ? a : b;
  const isDefault = (value: string) => value === getDefault(name);
  if (isDefault(a[0]) || isDefault(b[0])) return isDefault(a[0]) ? b : a;
  return a[0] >= b[0] ? a : b;
}

function mergeCases(a: Case, b: Case): Case {
  const erased = Math.max(a.erased, b.erased);
  const fields = new Map(a.fields);
  for (const [name, stamped] of b.fields) fields.set(name, getLater(name, fields.get(name) ?? stamped, stamped));
  for (const [name, [, at]] of fields) if (at <= erased) fields.delete(name);
  return { fields, erased };
}
