import { type Case, isGone, LATEST, type Stamped } from './casebook.ts';
import { isRecord, isTime } from './casebook-format.ts';
import { isKeepable, keepUnread, type Rest } from './casebook-rest.ts';

/*
 * A case in a file (casebook-file.ts):
 *
 *     {
 *       "id": "q7d1…",
 *       "name": "Dana", "nameSet": "2026-11-22T08:00:00.000Z",
 *       "place": "here", "placeSet": "…",                             here, archived, deleted or erased
 *       "erased": "…",                                                where there was something before that is gone for good
 *       "items": { "<item id>": { "state": "done", "stateSet": "…", "note": "…", "noteSet": "…" } },
 *       "plans": { "<list id>": { "start": "2026-11-25", "startSet": "…", "sequence": "3", "sequenceSet": "…" } },
 *       "other": { "<field>": { "value": "…", "valueSet": "…" } },
 *       "unread": { "<field>": … }, "beside": { "<key>": … }         what the casebook could not read (casebook-rest.ts)
 *     }
 *
 * An erased case has its id, place and `erased` alone. Other keys are kept beside the case, under `file`; those of an
 * entry among what is unread, under `<group>:<id>`.
 */
const groups = { items: ['state', 'note'], plans: ['start', 'sequence'], other: ['value'] } as const;
const groupNames = ['items', 'plans', 'other'] as const;
type Entry = Map<string, unknown>;

/** A moment as a file has it: in words a person can read, as far as a calendar goes. */
export function formatTime(at: number): string | number {
  return at <= 8.64e15 ? new Date(at).toISOString() : at;
}

/** @returns milliseconds since 1970, 0 where nothing is said, null where it is no moment */
export function parseTime(value: unknown): number | null {
  if (value === undefined) return 0;
  const at = typeof value === 'string' && /^[+\d]\d{3,6}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? Date.parse(value) : value;
  return isTime(at) ? at : null;
}

/** Whether a value read from JSON is a map that can be written again. */
export function isKeepableRecord(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && isKeepable(value);
}

/** What is written, and behind it the keys that were kept from another file. */
export function addUnknown(written: Record<string, unknown>, file: unknown): Record<string, unknown> {
  const unknown = isKeepableRecord(file) ? Object.entries(file).filter(([key]) => !Object.hasOwn(written, key)) : [];
  return { ...written, ...Object.fromEntries(unknown) };
}

/** A case as a file has it. */
export function formatFileCase(id: string, { fields, erased, rest }: Case): Record<string, unknown> {
  const file = rest?.beside.get('file');
  const beside = [...(rest?.beside ?? [])].filter(([key]) => key !== 'file' || !isKeepableRecord(file));
  const [name, place] = [fields.get('name'), fields.get('place')];
  const written: Record<string, unknown> = {
    id,
    ...(name ? { name: name[0], nameSet: formatTime(name[1]) } : {}),
    place: place?.[0] ?? 'here',
    ...(place ? { placeSet: formatTime(place[1]) } : {}),
    ...(erased > 0 ? { erased: formatTime(erased) } : {}),
  };
  if (place?.[0] === 'erased') return { id, place: 'erased', placeSet: written['placeSet'], ...(erased > 0 ? { erased: written['erased'] } : {}) };
  for (const [group, entries] of getGroups(fields)) if (entries.size > 0) written[group] = toObject(entries);
  if (rest?.fields.size) written['unread'] = Object.fromEntries(rest.fields);
  if (beside.length > 0) written['beside'] = Object.fromEntries(beside);
  return addUnknown(written, file);
}

/** The id and the case that a file has, null where something in it is not as it should be. */
export function parseFileCase(value: unknown): [id: string, one: Case] | null {
  if (!isRecord(value)) return null;
  const { id, name, nameSet, place = 'here', placeSet, erased, items = {}, plans = {}, other = {}, unread = {}, beside = {}, ...file } = value;
  const since = parseTime(erased);
  if (typeof id !== 'string' || id === '' || since === null || since >= LATEST) return null;
  if (![unread, beside, file].every(isKeepableRecord)) return null;
  const fields = new Map<string, Stamped>();
  const more = new Map(Object.entries(unread as object));
  const isRead = [
    name === undefined || setField(fields, 'name', name, nameSet),
    // A case that was never moved has no place of its own.
    (place === 'here' && placeSet === undefined) || setField(fields, 'place', place, placeSet),
    ...groupNames.map((group) => parseGroup(fields, more, group, { items, plans, other }[group])),
  ];
  if (isRead.includes(false)) return null;
  for (const [field, [, at]] of fields) if (isGone(at, since)) fields.delete(field);
  const kept = Object.keys(file).length > 0 ? [['file', file] as const] : [];
  const rest: Rest = { beside: new Map([...Object.entries(beside as object), ...kept]), fields: more };
  return [id, { fields, erased: since, ...keepUnread(rest, fields) }];
}

/** The fields by group, id and kind. */
function getGroups(fields: Case['fields']): Map<string, Map<string, Entry>> {
  const written = new Map(groupNames.map((group) => [group as string, new Map<string, Entry>()]));
  for (const [field, [value, at]] of fields) {
    if (field === 'name' || field === 'place') continue;
    const [, kind = 'value', id = field] = /^(state|note|start|sequence):(.*)$/s.exec(field) ?? [];
    const group = groupNames.find((name) => (groups[name] as readonly string[]).includes(kind)) ?? 'other';
    const entries = written.get(group) as Map<string, Entry>;
    entries.set(id, new Map([...(entries.get(id) ?? []), [kind, value], [`${kind}Set`, formatTime(at)]]));
  }
  return written;
}

function toObject(entries: Map<string, Entry>): object {
  return Object.fromEntries([...entries].map(([id, entry]) => [id, Object.fromEntries(entry)]));
}

/** @param unread takes what is not known of an entry  @returns whether all that is known was as it should be */
function parseGroup(fields: Map<string, Stamped>, unread: Map<string, unknown>, group: (typeof groupNames)[number], entries: unknown): boolean {
  if (!isRecord(entries)) return false;
  return Object.entries(entries).every(([id, entry]) => {
    if (!isRecord(entry)) return false;
    const kinds: readonly string[] = groups[group];
    const unknown = Object.entries(entry).filter(([key]) => !kinds.includes(key.replace(/Set$/, '')));
    if (!isKeepable(unknown)) return false;
    if (unknown.length > 0) unread.set(`${group}:${id}`, Object.fromEntries(unknown));
    return kinds.every((kind) => entry[kind] === undefined || setField(fields, group === 'other' ? id : `${kind}:${id}`, entry[kind], entry[`${kind}Set`]));
  });
}

function setField(fields: Map<string, Stamped>, name: string, value: unknown, set: unknown): boolean {
  const at = parseTime(set);
  if (typeof value !== 'string' || at === null) return false;
  fields.set(name, [value, at]);
  return true;
}
