import { attempt, parseJson } from './attempt.ts';
import { type Case, type Casebook, emptyCasebook, isTime, LATEST, type Stamped } from './casebook.ts';
import { formatStates, getItemId, getPlaces, getStateName, isState, parseStates } from './casebook-states.ts';

/**
 * The stored shape of a casebook, version 2 (JSON under the key `casebook`, see site/storage-key.ts):
 *
 *     { "v": 2, "origin": "k3x9…", "current": ["first", 17950000000],
 *       "ids": ["no-but", "said-we"],
 *       "cases": { "first": { "erased": 0, "states": "08uysn4D17xN", "fields": { "note:no-but": ["…", 17950000000] } } } }
 *
 * Times are in tenths of a second since 1970. `ids` are the items that have a state anywhere, `states` says which, what
 * and when (casebook-states.ts): a tick takes about seven characters. Everything else is a field with its value and time.
 *
 * There is one way to write a casebook, and nothing else in a value of this version: what would be written otherwise was
 * spoilt. So whatever a later version adds or writes otherwise raises the number and brings a migration; a value whose
 * number is higher than `VERSION` is shown as far as it can be read but never written over. Version 1, under the key
 * `progress`, is read by casebook-v1.ts.
 */
export const VERSION = 2;

/** How a stored value was understood, and what of it could be read. Damaged is one that holds anything else besides. */
export interface Reading {
  readonly kind: 'ok' | 'newer' | 'damaged';
  readonly casebook: Casebook;
}

/** The string to store. {@link parseCasebook} gives back what went in. */
export function formatCasebook(casebook: Casebook): string {
  return JSON.stringify(getStoredShape(casebook));
}

/** Reads a stored string; nothing stored is an empty casebook. Never throws. */
export function parseCasebook(stored: string | null): Reading {
  return stored === null ? { kind: 'ok', casebook: emptyCasebook } : readStoredShape(parseJson(stored));
}

/** The stored shape, to be written as JSON. */
export function getStoredShape({ cases, current, origin }: Casebook): object {
  const names = new Set([...cases.values()].flatMap(({ fields }) => [...fields.keys()]));
  const states = [...names].filter(isState).sort();
  const places = getPlaces(states);
  const stored = [...cases].map(([id, { fields, erased }]) => {
    const entries = [...fields];
    const others = entries.filter(([name]) => !places.has(name));
    return [id, { erased, states: formatStates(entries, places), fields: Object.fromEntries(others) }];
  });
  return { v: VERSION, origin, current, ids: states.map(getItemId), cases: Object.fromEntries(stored) };
}

/** Reads a stored shape out of what JSON gave, whatever that is. Never throws. */
export function readStoredShape(value: unknown): Reading {
  const { v, origin, current, ids, cases } = getRecord(value);
  const entries = Object.entries(getRecord(cases)).filter(([, one]) => isRecord(one));
  const names = (Array.isArray(ids) ? ids : []).map((id) => (typeof id === 'string' ? getStateName(id) : ''));
  const casebook: Casebook = {
    cases: new Map(entries.map(([id, one]) => [id, parseCase(one as Record<string, unknown>, names)])),
    current: isStamped(current) ? current : emptyCasebook.current,
    origin: typeof origin === 'string' ? origin : '',
  };
  if (typeof v === 'number' && v > VERSION) return { kind: 'newer', casebook };
  // Not every value that was parsed can be written again: some are too deep.
  const isWhole = attempt(() => JSON.stringify(value)) === formatCasebook(casebook);
  return { kind: isWhole ? 'ok' : 'damaged', casebook };
}

/** Whether a value read from JSON is a map. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function getRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function isStamped(value: unknown): value is Stamped {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isTime(value[1]);
}

function parseCase({ erased, states, fields }: Record<string, unknown>, names: readonly string[]): Case {
  const others = Object.entries(getRecord(fields)).filter((entry): entry is [string, Stamped] => !isState(entry[0]) && isStamped(entry[1]));
  // Nothing set later could be told from what was erased at the last moment there is.
  const since = isTime(erased) && erased < LATEST ? erased : 0;
  const all = [...others, ...parseStates(typeof states === 'string' ? states : '', names)];
  return { fields: new Map(all.filter(([, [, at]]) => at > since)), erased: since };
}
