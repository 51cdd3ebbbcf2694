import { type Case, type Casebook, getDefault, isGone, LATEST, type Stamped } from './casebook.ts';
import { addUnknown, formatFileCase, formatTime, isKeepableRecord, parseFileCase, parseTime } from './casebook-file-case.ts';
import { isRecord } from './casebook-format.ts';
import { getLater } from './casebook-merge.ts';
import { keepUnread, mergeRests } from './casebook-rest.ts';
import { joinNotes } from './notes.ts';

/**
 * All cases as a file, to be kept or taken to another browser. Indented JSON, version 1:
 *
 *     {
 *       "format": "after-the-mistake",
 *       "version": 1,
 *       "saved": "2026-11-22T09:00:00.000Z",
 *       "origin": "k3x9…",                      the browser it comes from
 *       "current": "first-k3x9…", "currentSet": "2026-11-22T08:30:00.000Z",
 *       "cases": [ … ],                         casebook-file-case.ts
 *       "rest": { … }                           what the casebook held that its version did not know
 *     }
 *
 * A key that ends in `Set` says when the value beside it was set; without it, the value is as old as can be. The first
 * case has the same id in every browser, so in a file its id carries the origin; in the browser it comes from it gets
 * its own id back. Other keys are kept in the casebook's rest, under `file`, and stand in the next file again. A later
 * version gets a new number; a file whose number is higher is not read.
 */
const FORMAT = 'after-the-mistake';
const VERSION = 1;

/** In bytes. No casebook comes near it; the caller refuses a larger file without reading it. */
export const LARGEST_FILE = 5_000_000;

/** How a file was understood. `cases` counts those that were not erased, `marks` their items that are done or not applicable. */
export type FileReading =
  | { readonly kind: 'ok'; readonly casebook: Casebook; readonly cases: number; readonly marks: number }
  /** Not a file of this site; a file of it that was cut or spoilt; one of a newer version of the site. */
  | { readonly kind: 'foreign' | 'damaged' | 'newer' };

/** The casebook with an origin; `random` gives letters and digits that no other browser will think of. */
export function ensureOrigin(casebook: Casebook, random: () => string): Casebook {
  return casebook.origin ? casebook : { ...casebook, origin: random() };
}

/**
 * The id of a case that no case of another browser has.
 * @throws RangeError where the case needs an origin and the casebook has none
 */
export function getPublicId({ origin }: Casebook, caseId: string): string {
  if (!isLocal(caseId)) return caseId;
  if (!origin) throw new RangeError(`The case \`${caseId}\` has the same id in every browser, and the casebook has no origin. Call ensureOrigin first.`);
  return `${caseId}-${origin}`;
}

/**
 * The text of the file. {@link parseCasebookFile} gives back what went in.
 * @throws RangeError as {@link getPublicId} does
 */
export function formatCasebookFile(casebook: Casebook, now: Date): string {
  const { file, ...rest } = casebook.rest;
  const cases = new Map<string, Case>();
  for (const [id, one] of casebook.cases) {
    const publicId = getPublicId(casebook, id);
    const other = cases.get(publicId);
    // After a change of origin a case may stand there twice, once as it came back from a file.
    cases.set(publicId, other ? mergeCase(other, one) : one);
  }
  const [current, currentSet] = casebook.current;
  const value = {
    format: FORMAT,
    version: VERSION,
    saved: formatTime(now.getTime()),
    origin: casebook.origin,
    current: current && getPublicId(casebook, current),
    currentSet: formatTime(currentSet),
    cases: [...cases].map(([id, one]) => formatFileCase(id, one)),
    rest: isKeepableRecord(file) ? rest : casebook.rest,
  };
  return `${JSON.stringify(addUnknown(value, file), null, 2)}\n`;
}

/** Reads the text of a file. Never throws; where the kind is not 'ok' nothing of it is to be used. */
export function parseCasebookFile(text: string): FileReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { kind: isBegun(text) ? 'damaged' : 'foreign' };
  }
  if (!isRecord(value) || value['format'] !== FORMAT) return { kind: 'foreign' };
  const { format, version, saved, origin = '', current = '', currentSet, cases, rest = {}, ...file } = value;
  if (typeof version === 'number' && version > VERSION) return { kind: 'newer' };
  const currentAt = parseTime(currentSet);
  const isWhole = version === VERSION && typeof origin === 'string' && typeof current === 'string' && currentAt !== null && Array.isArray(cases);
  if (!isWhole || !isKeepableRecord(rest) || !isKeepableRecord(file)) return { kind: 'damaged' };
  const read = new Map<string, Case>();
  for (const one of cases) {
    const parsed = parseFileCase(one);
    if (!parsed) return { kind: 'damaged' };
    const [id, known] = [parsed[0], read.get(parsed[0])];
    read.set(id, known ? mergeCase(known, parsed[1]) : parsed[1]);
  }
  const left = [...read.values()].filter((one) => !isErased(one));
  const marks = left.flatMap(({ fields }) => [...fields].filter(([name, [state]]) => name.startsWith('state:') && state !== 'open'));
  const casebook = { cases: read, current: [current, currentAt] as const, origin, rest: Object.keys(file).length > 0 ? { ...rest, file } : rest };
  return { kind: 'ok', casebook, cases: left.length, marks: marks.length };
}

/**
 * One's own casebook with what a file holds. Of states the later one stands, of notes both do where they differ; names,
 * places, starts and what is unknown are taken where one has none of one's own. Nothing of one's own is lost or erased,
 * what one has erased stays so, and reading the same file again changes nothing.
 */
export function mergeImported(own: Casebook, imported: Casebook): Casebook {
  const cases = new Map(own.cases);
  for (const [publicId, theirs] of imported.cases) {
    const id = getOwnId(own, publicId);
    const mine = cases.get(id);
    cases.set(id, mine ? mergeCase(mine, theirs) : placeCase(theirs));
  }
  const current = own.cases.size > 0 || own.current[0] ? own.current : ([getOwnId(own, imported.current[0]), imported.current[1]] as const);
  const isNew = [...cases].some(([id, one]) => own.cases.get(id) !== one) || Object.keys(imported.rest).some((key) => !Object.hasOwn(own.rest, key));
  return isNew ? { cases, current, origin: own.origin, rest: { ...imported.rest, ...own.rest } } : own;
}

/** Whether a text breaks off where one of our files would go on. */
function isBegun(text: string): boolean {
  const begin = text.slice(0, 1_000).replace(/[\s\ufeff]/g, '');
  const ours = `{"format":"${FORMAT}"`;
  return begin.startsWith(ours) || ours.startsWith(begin);
}

/** Whether every browser may have a case of this id that nobody made. */
function isLocal(id: string): boolean {
  return /^first(\.\d+)?$/.test(id);
}

function getOwnId({ origin }: Casebook, publicId: string): string {
  const id = publicId.slice(0, -origin.length - 1);
  return origin && publicId === `${id}-${origin}` && isLocal(id) ? id : publicId;
}

function isErased({ fields }: Case): boolean {
  return fields.get('place')?.[0] === 'erased';
}

/** A case that is not here yet comes with its place, so that undo can tell that it was made. */
function placeCase(theirs: Case): Case {
  if (theirs.fields.has('place')) return theirs;
  const latest = Math.max(theirs.erased + 1, ...[...theirs.fields.values()].map(([, at]) => at));
  const fields = new Map(theirs.fields).set('place', ['here', Math.min(latest, LATEST)]);
  return { fields, erased: theirs.erased, ...keepUnread(theirs.rest, fields) };
}

function mergeCase(mine: Case, theirs: Case): Case {
  if (isErased(mine) || isErased(theirs)) return mine;
  const fields = new Map(mine.fields);
  for (const [name, stamped] of theirs.fields) {
    const own = mine.fields.get(name);
    if (name !== 'place' && !isGone(stamped[1], mine.erased)) fields.set(name, own ? choose(name, own, stamped) : stamped);
  }
  const rest = mergeRests(theirs.rest, mine.rest);
  const isSame = [...fields].every(([name, stamped]) => mine.fields.get(name) === stamped);
  const kept = keepUnread(rest, fields);
  const hasMore = (kept.rest?.fields.size ?? 0) > (mine.rest?.fields.size ?? 0) || (kept.rest?.beside.size ?? 0) > (mine.rest?.beside.size ?? 0);
  return isSame && !hasMore ? mine : { fields, erased: mine.erased, ...kept };
}

function choose(name: string, own: Stamped, theirs: Stamped): Stamped {
  if (name.startsWith('note:')) {
    const note = joinNotes(own[0], theirs[0]);
    return note === own[0] ? own : [note, Math.min(Math.max(own[1] + 1, theirs[1]), LATEST)];
  }
  return name.startsWith('state:') || own[0] === getDefault(name) ? getLater(name, own, theirs) : own;
}
