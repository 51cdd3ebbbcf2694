import type { ContentModel } from './content-model.ts';
import { getIdUses, type IdUse } from './current-ids.ts';
import { createFault, type Fault } from './faults.ts';
import { kindsApart } from './kind-rules.ts';

/** No permanent id is given twice, today or formerly: in whatever kind, but for those that stand apart (B05). */
export function checkIds(model: ContentModel): Fault[] {
  const byId = new Map<string, IdUse[]>();
  for (const use of getIdUses(model)) {
    const key = kindsApart.includes(use.kind) ? `${use.kind} ${use.id}` : use.id;
    byId.set(key, [...(byId.get(key) ?? []), use]);
  }
  return [...byId.values()].flatMap((uses) => {
    // What has the id today stands first: of two things the former owner has to give way.
    const [first, ...others] = uses.toSorted((a, b) => Number(a.now !== undefined) - Number(b.now !== undefined));
    return first
      ? others.map((other) =>
          createFault('duplicate-id', other.at, {
            id: other.id,
            kind: other.kind,
            ...(other.now === undefined ? {} : { now: other.now }),
            first: first.at,
            firstKind: first.kind,
          }),
        )
      : [];
  });
}
