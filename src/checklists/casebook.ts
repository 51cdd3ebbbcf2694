/**
 * The casebook: all that a reader has noted on the checklists, one case per client they let down. Every fact is a
 * field with the time it was set, so that two casebooks can always be merged (casebook-merge.ts): the later one stands.
 * Ids of items and lists are the permanent ones, the same in every language.
 */

/** A value and when it was set: a moment is counted in tenths of a second since 1970, by the clock of the device, from 1. */
export type Stamped<T extends string = string> = readonly [value: T, at: number];

export type ItemState = 'open' | 'done' | 'not-applicable';

/** Whether a case is worked on, put away, thrown away but still there, or gone for good. */
export type Place = 'here' | 'archived' | 'deleted' | 'erased';

/** What a case can know. Other fields, as the messages have them, are kept and merged like these. */
export type Field = 'name' | 'place' | `state:${string}` | `note:${string}` | `start:${string}` | `sequence:${string}`;

export interface Case {
  readonly fields: ReadonlyMap<string, Stamped>;
  /** Fields set up to this moment are gone for good, and none is left; 0 where the case was never erased. */
  readonly erased: number;
}

export interface Casebook {
  readonly cases: ReadonlyMap<string, Case>;
  /** The case shown last, in any tab. */
  readonly current: Stamped;
  /** Tells this browser's first case from that of another, in files that go from one to the other; empty until needed. */
  readonly origin: string;
}

/** Later times are neither read nor written: near the greatest whole number one more would make no difference. */
export const LATEST = 9e15;

/** Whether a value read from JSON can be the time of an action. */
export function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LATEST;
}

/** The case that exists without anybody having made it. Where it was put away, `first.2` takes its place, and so on. */
export const FIRST_CASE = 'first';

export const emptyCase: Case = { fields: new Map(), erased: 0 };
export const emptyCasebook: Casebook = { cases: new Map(), current: ['', 0], origin: '' };

/** What a field says that was never set. */
export function getDefault(field: string): string {
  if (field.startsWith('state:')) return 'open';
  return field === 'place' ? 'here' : '';
}

/** The value of a field, under its own id or, where that was never set, under one it had before; what was never set has its default. */
export function getField(casebook: Casebook, caseId: string, field: Field | string, formerIds: readonly string[] = []): string {
  const fields = casebook.cases.get(caseId)?.fields;
  const kind = field.slice(0, field.indexOf(':') + 1);
  const known = [field, ...formerIds.map((id) => kind + id)].find((name) => fields?.has(name));
  return fields?.get(known ?? field)?.[0] ?? getDefault(field);
}

/** An item's state. */
export function getState(casebook: Casebook, caseId: string, id: string, formerIds?: readonly string[]): ItemState {
  return getField(casebook, caseId, `state:${id}`, formerIds) as ItemState;
}

/** The private note on an item, empty where there is none. */
export function getNote(casebook: Casebook, caseId: string, id: string, formerIds?: readonly string[]): string {
  return getField(casebook, caseId, `note:${id}`, formerIds);
}

/**
 * The casebook with some fields of a case set. A clock that runs backwards cannot make the newest action lose: a field
 * is always later than what it replaces.
 */
export function setFields(casebook: Casebook, caseId: string, values: Iterable<readonly [field: Field | string, value: string]>, now: number): Casebook {
  const { fields, erased } = casebook.cases.get(caseId) ?? emptyCase;
  const set = [...values].map(([field, value]) => [field, [value, getMoment(now, Math.max(erased, fields.get(field)?.[1] ?? 0))]] as const);
  return set.length > 0 ? setCase(casebook, caseId, { fields: new Map<string, Stamped>([...fields, ...set]), erased }) : casebook;
}

/** The casebook without anything that a case held; what is left says only that it was erased. */
export function eraseCase(casebook: Casebook, caseId: string, now: number): Casebook {
  const { fields, erased } = casebook.cases.get(caseId) ?? emptyCase;
  const last = [...fields.values()].reduce((latest, [, at]) => Math.max(latest, at), getMoment(now, erased));
  const moment = Math.min(last, LATEST - 1);
  return setCase(casebook, caseId, { fields: new Map([['place', ['erased', moment + 1]]]), erased: moment });
}

/** The casebook with another case as the one shown last. */
export function setCurrent(casebook: Casebook, caseId: string, now: number): Casebook {
  return { ...casebook, current: [caseId, getMoment(now, casebook.current[1])] };
}

/** Ids of the cases in a place; where none is worked on, the first case is, or what takes its place. */
export function getCaseIds(casebook: Casebook, place: Place): string[] {
  const ids = [...casebook.cases.keys()].filter((id) => getField(casebook, id, 'place') === place);
  return place === 'here' && ids.length === 0 ? [getUnusedId(casebook)] : ids;
}

/** The case to show: the one a tab has chosen, else the one shown last, as long as it is worked on. */
export function getCurrentCase(casebook: Casebook, chosen?: string | null): string {
  const here = getCaseIds(casebook, 'here');
  return [chosen, casebook.current[0]].find((id): id is string => !!id && here.includes(id)) ?? (here[0] as string);
}

/** The same in every tab, so that they agree on the case that nobody made. */
function getUnusedId({ cases }: Casebook): string {
  let id = FIRST_CASE;
  for (let count = 2; cases.has(id); count += 1) id = `${FIRST_CASE}.${count}`;
  return id;
}

/** The time of an action by a clock that may say anything: later than what it replaces, and one that can be read again. */
function getMoment(now: number, replaced: number): number {
  return Math.min(Math.max(Math.trunc(now) || 0, replaced + 1), LATEST);
}

function setCase(casebook: Casebook, caseId: string, changed: Case): Casebook {
  return { ...casebook, cases: new Map(casebook.cases).set(caseId, changed) };
}
