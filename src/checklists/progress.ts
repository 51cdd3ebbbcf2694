/**
 * Progress: which checklist items are done, as a plain value that can be stored, merged and read back.
 *
 * Stored shape, version 1 (JSON under the key `progress`, see site/storage-key.ts):
 *
 *     { "v": 1, "items": { "<item id>": [1, 1795000000000] } }
 *
 * One entry per item that was ever touched: its state (1 done, 0 open) and when it was set (milliseconds since 1970 by
 * the clock of the device). Ids are the permanent ids of items, the same in every language. Entries and fields that
 * this version does not know are kept as they are. A later version gets a new number and a migration here; a value
 * whose number is higher than `VERSION` is shown but not written over.
 */
export const VERSION = 1;

/** Later times are not read: near the greatest whole number there would be no room for a later action. */
const LATEST = 9e15;

/** The state of one item and the time it was set. */
export type Mark = readonly [state: 0 | 1, at: number];

export interface Progress {
  readonly items: ReadonlyMap<string, Mark>;
  /** What the stored value held beyond this version's fields; written back unchanged. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** How a stored string was understood: as progress, as damaged, or as made by a newer version of the site. */
export type Reading = { readonly kind: 'ok' | 'newer'; readonly progress: Progress } | { readonly kind: 'damaged' };

export const emptyProgress: Progress = { items: new Map(), rest: {} };

/** Reads a stored string; nothing stored is empty progress. Never throws. */
export function parseProgress(stored: string | null): Reading {
  if (stored === null) return { kind: 'ok', progress: emptyProgress };
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return { kind: 'damaged' };
  }
  if (!isRecord(value) || typeof value['v'] !== 'number') return { kind: 'damaged' };
  const { v, items, ...rest } = value;
  const isNewer = (v as number) > VERSION;
  // A newer version may keep its items otherwise; that is no damage, and what can be read is shown.
  if (!isRecord(items) && !isNewer) return { kind: 'damaged' };
  const known = isRecord(items) ? Object.entries(items) : [];
  const unknown = known.filter(([, mark]) => !isMark(mark));
  return {
    kind: isNewer ? 'newer' : 'ok',
    progress: {
      items: new Map(known.filter((entry): entry is [string, Mark] => isMark(entry[1]))),
      rest: unknown.length ? { ...rest, items: Object.fromEntries(unknown) } : rest,
    },
  };
}

/** The string to store. `parseProgress` gives back what went in. */
export function formatProgress({ items, rest }: Progress): string {
  const { items: unknown, ...fields } = rest;
  return JSON.stringify({ ...fields, v: VERSION, items: { ...(unknown as object | undefined), ...Object.fromEntries(items) } });
}

/**
 * Both, item by item; where both know an item, the later mark stands, and at the same moment “done” does.
 * Of what this version does not know, `b` wins: give it what was read last.
 */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const items = new Map(a.items);
  for (const [id, mark] of b.items) {
    const other = items.get(id);
    if (!other || mark[1] > other[1] || (mark[1] === other[1] && mark[0] > other[0])) items.set(id, mark);
  }
  const unknown = { ...getUnknown(a), ...getUnknown(b) };
  return { items, rest: { ...a.rest, ...b.rest, ...(Object.keys(unknown).length ? { items: unknown } : {}) } };
}

/** Progress with one item set; `now` in milliseconds. A clock that runs backwards cannot make the newest action lose. */
export function setDone(progress: Progress, id: string, done: boolean, now: number): Progress {
  const before = progress.items.get(id)?.[1] ?? 0;
  return { ...progress, items: new Map(progress.items).set(id, [done ? 1 : 0, Math.max(now, before + 1)]) };
}

/** Whether the item is done, under its own id or, where that was never touched, one it had before. */
export function isDone(progress: Progress, id: string, formerIds: readonly string[] = []): boolean {
  const known = [id, ...formerIds].find((candidate) => progress.items.has(candidate));
  return known !== undefined && progress.items.get(known)?.[0] === 1;
}

/** Marks that this version cannot read. */
function getUnknown({ rest }: Progress): Record<string, unknown> {
  return isRecord(rest['items']) ? rest['items'] : {};
}

function isMark(value: unknown): value is Mark {
  return Array.isArray(value) && value.length === 2 && (value[0] === 0 || value[0] === 1) && Number.isSafeInteger(value[1]) && value[1] <= LATEST;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
