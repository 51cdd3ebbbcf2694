import type { ContentModel } from './content-model.ts';
import { getIdUses } from './current-ids.ts';
import { getNearest } from './nearest.ts';

/** What a reference to an id leads to. */
export type Resolved =
  | { readonly found: true }
  | {
      readonly found: false /** The id that the thing has now. */;
      readonly now?: string /** The kinds that have the id, if others than asked. */;
      readonly kinds?: readonly string[];
      readonly nearest?: string;
    };

/** Answers whether a thing of a kind has an id. */
export type IdIndex = (kind: string, id: string) => Resolved;

/** Makes the index of all ids of the content, pages included. */
export function createIdIndex(model: ContentModel): IdIndex {
  const current = new Map<string, Set<string>>();
  const former = new Map<string, string>();
  const add = (kind: string, id: string) => current.set(kind, (current.get(kind) ?? new Set()).add(id));
  for (const thing of model.things) add(thing.kind, thing.id);
  for (const { kind, id, now } of getIdUses(model)) {
    if (now === undefined) add(kind, id);
    else former.set(`${kind} ${id}`, now);
  }
  return (kind, id) => {
    if (current.get(kind)?.has(id)) return { found: true };
    const now = former.get(`${kind} ${id}`);
    if (now !== undefined) return { found: false, now };
    const kinds = [...current].filter(([, ids]) => ids.has(id)).map(([name]) => name);
    const nearest = getNearest(id, current.get(kind) ?? []);
    return { found: false, ...(kinds.length ? { kinds: kinds.toSorted() } : {}), ...(nearest === undefined ? {} : { nearest }) };
  };
}
