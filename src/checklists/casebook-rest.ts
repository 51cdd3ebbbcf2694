/**
 * What a stored case holds beyond what this version can read: keys beside its fields, and fields whose values are of
 * another kind. Kept, merged and written back, because a later version may have put it there.
 */
export interface Rest {
  readonly beside: ReadonlyMap<string, unknown>;
  readonly fields: ReadonlyMap<string, unknown>;
}

/** Deeper values are of no version, and more than can be written again. */
const DEEPEST = 50;

/** The rest as part of a case, absent where there is none; a field that can be read by now is no longer part of it. */
export function keepUnread(rest: Rest | undefined, known: ReadonlyMap<string, unknown>): { rest?: Rest } {
  if (!rest) return {};
  const fields = [...rest.fields].filter(([name]) => !known.has(name));
  return rest.beside.size + fields.length > 0 ? { rest: { beside: rest.beside, fields: new Map(fields) } } : {};
}

/** Both; where they differ, `b` stands. */
export function mergeRests(a: Rest | undefined, b: Rest | undefined): Rest | undefined {
  if (!a || !b) return a ?? b;
  return { beside: new Map([...a.beside, ...b.beside]), fields: new Map([...a.fields, ...b.fields]) };
}

/** How much it holds. */
export function countRest(rest: Rest | undefined): number {
  return rest ? rest.beside.size + rest.fields.size : 0;
}

/** Whether a value read from JSON can be kept, that is, be written again. */
export function isKeepable(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth < DEEPEST && Object.values(value).every((part) => isKeepable(part, depth + 1));
}
