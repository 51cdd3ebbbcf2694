import { attempt } from './attempt.ts';
import { type Case, type Casebook, emptyCasebook, isGone, LATEST, type Stamped } from './casebook.ts';
import { isKeepable, keepUnread, type Rest } from './casebook-rest.ts';
import { formatStates, hasLetter, parseStates } from './casebook-states.ts';

/**
 * The stored shape of a casebook, version 2 (JSON under the key `casebook`, see site/storage-key.ts):
 *
 *     { "v": 2, "origin": "k3x9…", "current": ["first", 1795000000000],
 *       "ids": ["no-but", "said-we"],
 *       "cases": { "first": { "erased": 0, "states": "!%[K,8GqD#)X0N", "fields": { "note:no-but": ["…", 1795000000000] } } } }
 *
 * `ids` are the items that have a state anywhere, `states` says which, what and when (casebook-states.ts): a tick
 * takes about seven characters. Everything else is a field with its value and time. Keys and fields that this version does
 * not know are kept (casebook-rest.ts). A later version gets a new number and a migration; one whose number is higher
 * than `VERSION` is shown as far as it can be read but not written over. Version 1, under the key `progress`, is read
 * by casebook-v1.ts.
 */
export const VERSION = 2;

/** How a stored string was understood. `isWhole` is false where a part of it could not be read and was left out. */
export type Reading = { readonly kind: 'ok' | 'newer'; readonly casebook: Casebook; readonly isWhole: boolean } | { readonly kind: 'damaged' };

/** The string to store. {@link parseCasebook} gives back what went in. */
export function formatCasebook(casebook: Casebook): string {
  return JSON.stringify(getStoredShape(casebook));
}

/** Reads a stored string; nothing stored is an empty casebook. Never throws. */
export function parseCasebook(stored: string | null): Reading {
  if (stored === null) return { kind: 'ok', casebook: emptyCasebook, isWhole: true };
  return readStoredShape(attempt(() => JSON.parse(stored)));
}

/** The stored shape, to be written as JSON. */
export function getStoredShape({ cases, current, origin, rest }: Casebook): object {
  const ids = [...new Set([...cases.values()].flatMap(({ fields }) => [...fields].filter(isShort).map(getItemId)))].sort();
  const places = new Map(ids.map((id, index) => [id, index]));
  const stored = [...cases].map(([id, { fields, erased, rest }]) => {
    const states = [...fields].filter(isShort).map((field) => [places.get(getItemId(field)) as number, field[1]] as const);
    const others = Object.fromEntries([...(rest?.fields ?? []), ...[...fields].filter((field) => !isShort(field))]);
    return [id, { ...Object.fromEntries(rest?.beside ?? []), erased, states: formatStates(states, ids.length), fields: others }];
  });
  return { ...rest, v: VERSION, origin, current, ids, cases: Object.fromEntries(stored) };
}

/** Reads a stored shape out of what JSON gave, whatever that is. Never throws. */
export function readStoredShape(value: unknown): Reading {
  if (!isRecord(value) || typeof value['v'] !== 'number' || !(value['v'] >= VERSION)) return { kind: 'damaged' };
  const { v, origin = '', current = ['', 0], ids = [], cases, ...rest } = value;
  const kind = (v as number) > VERSION ? 'newer' : 'ok';
  // A newer version may keep its cases otherwise; that is no damage, and what can be read is shown.
  if (!isRecord(cases) && kind === 'ok') return { kind: 'damaged' };
  const entries = Object.entries(isRecord(cases) ? cases : {});
  const known = Array.isArray(ids) ? ids : [];
  const read = entries.flatMap(([id, one]) => (isRecord(one) ? [[id, parseCase(one, known)] as const] : []));
  const isHeadWhole = isStamped(current) && typeof origin === 'string' && Array.isArray(ids) && isKeepable(rest);
  return {
    kind,
    casebook: {
      cases: new Map(read.map(([id, { read }]) => [id, read])),
      current: isStamped(current) ? current : ['', 0],
      origin: typeof origin === 'string' ? origin : '',
      rest: isKeepable(rest) ? rest : {},
    },
    isWhole: isHeadWhole && read.length === entries.length && read.every(([, { isWhole }]) => isWhole),
  };
}

/** Whether a value read from JSON is one with its time. */
export function isStamped(value: unknown): value is Stamped {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isTime(value[1]);
}

/** Whether a value read from JSON is a map. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value read from JSON can be the time of an action. */
export function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LATEST;
}

function parseCase({ erased = 0, states = '', fields = {}, ...rest }: Record<string, unknown>, ids: readonly unknown[]): { read: Case; isWhole: boolean } {
  const marks = parseStates(typeof states === 'string' ? states : '', ids);
  const entries = Object.entries(isRecord(fields) ? fields : {});
  const stamped = entries.filter((entry): entry is [string, Stamped] => isStamped(entry[1]));
  // Nothing set later could be told from what was erased at the last moment there is.
  const since = isTime(erased) && erased < LATEST ? erased : 0;
  const all = [...stamped, ...marks.states];
  const read = new Map(all.filter(([, [, at]]) => !isGone(at, since)));
  const beyond: Rest = { beside: new Map(Object.entries(rest)), fields: new Map(entries.filter(([, field]) => !isStamped(field))) };
  const isRestWhole = isKeepable([...beyond.beside.values(), ...beyond.fields.values()]);
  const isWhole = marks.isWhole && typeof states === 'string' && isRecord(fields) && since === erased && read.size === all.length && isRestWhole;
  return { read: { fields: read, erased: since, ...(isRestWhole ? keepUnread(beyond, read) : {}) }, isWhole };
}

/** Whether a field is stored the short way. */
function isShort([name, [value]]: readonly [string, Stamped]): boolean {
  return name.startsWith('state:') && hasLetter(value);
}

function getItemId([name]: readonly [string, Stamped]): string {
  return name.slice('state:'.length);
}
