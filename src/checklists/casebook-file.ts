import { parseJson } from './attempt.ts';
import { type Case, type Casebook, LATEST, type Stamped } from './casebook.ts';
import { getStoredShape, readStoredShape } from './casebook-format.ts';
import { mergeCasebooks, mergeCases } from './casebook-merge.ts';
import { isState } from './casebook-states.ts';
import { joinNotes } from './notes.ts';

/**
 * All cases as a file, to be kept or taken to another browser. Indented JSON, version 1:
 *
 *     {
 *       "format": "after-the-mistake",
 *       "version": 1,
 *       "saved": "2026-11-22T09:00:00.000Z",
 *       "casebook": { "v": 2, "origin": "k3x9…", "current": ["first-k3x9…", 17950000000], "ids": […], "cases": { … } }
 *     }
 *
 * `casebook` is what the browser stores (casebook-format.ts), read and migrated as there. The first case has the same id
 * in every browser, so in a file its id carries the origin; in the browser it comes from it gets its own id back. A later
 * version gets a new number; a file in which one of the two numbers is higher is not read.
 */
const FORMAT = 'after-the-mistake';
const VERSION = 1;

/** In bytes. No casebook comes near it; the caller refuses a larger file without reading it. */
export const LARGEST_FILE = 5_000_000;

/** What a file holds, which may be anything. */
type Written = Record<'format' | 'version' | 'casebook', unknown>;

/** How a file was understood. `cases` counts those that were not erased, `marks` their items that are done or not applicable. */
export type FileReading =
  | { readonly kind: 'ok'; readonly casebook: Casebook; readonly cases: number; readonly marks: number }
  /** Not a file of this site; a file of it that was cut or spoilt; one of a newer version of the site. */
  | { readonly kind: 'foreign' | 'damaged' | 'newer' };

declare const known: unique symbol;

/** A casebook that has its origin, and may leave the browser. Only {@link ensureOrigin} makes one: that it was called is seen while types are checked. */
export type KnownCasebook = Casebook & { readonly [known]: true };

/** The casebook with an origin; `random` gives letters and digits that no other browser will think of. */
export function ensureOrigin(casebook: Casebook, random: () => string): KnownCasebook {
  return (casebook.origin ? casebook : { ...casebook, origin: random() }) as KnownCasebook;
}

/** The id of a case that no case of another browser has. */
export function getPublicId({ origin }: KnownCasebook, caseId: string): string {
  return isLocal(caseId) ? `${caseId}-${origin}` : caseId;
}

/** The text of the file. {@link parseCasebookFile} gives back what went in. */
export function formatCasebookFile(casebook: KnownCasebook, now: Date): string {
  const [current, currentAt] = casebook.current;
  const written: Casebook = {
    // Merged, because after a change of origin a case may be there twice, once as it came back from a file.
    cases: mergeCases([...casebook.cases].map(([id, one]) => [getPublicId(casebook, id), one])),
    current: [getPublicId(casebook, current), currentAt],
    origin: casebook.origin,
  };
  return `${JSON.stringify({ format: FORMAT, version: VERSION, saved: now.toISOString(), casebook: getStoredShape(written) }, null, 2)}\n`;
}

/** Reads the text of a file. Never throws; where the kind is not 'ok' nothing of it is to be used. */
export function parseCasebookFile(text: string): FileReading {
  const file = parseJson<Partial<Written> | null>(text.replace(/^\ufeff/, ''));
  if (file === undefined && isBegun(text)) return { kind: 'damaged' };
  if (file?.format !== FORMAT) return { kind: 'foreign' };
  const { version } = file;
  const { kind, casebook } = readStoredShape(file.casebook);
  if (kind === 'newer' || (version as number) > VERSION) return { kind: 'newer' };
  if (kind === 'damaged' || version !== VERSION) return { kind: 'damaged' };
  const left = [...casebook.cases.values()].filter((one) => !isErased(one));
  const marks = left.flatMap(({ fields }) => [...fields]).filter(([name, [state]]) => isState(name) && state !== 'open');
  return { kind: 'ok', casebook, cases: left.length, marks: marks.length };
}

/**
 * One's own casebook with what a file holds. Of states the later one stands, of notes both do where they differ; names,
 * places, starts and the like are taken where one has none of one's own. Nothing of one's own is lost or erased,
 * what one has erased stays so, and reading the same file again changes nothing.
 */
export function mergeImported(own: Casebook, imported: Casebook): Casebook {
  const [current, currentAt] = imported.current;
  const isFirst = own.cases.size === 0 && !own.current[0];
  const adapted: Casebook = {
    cases: new Map(
      [...imported.cases].map(([publicId, theirs]) => {
        const id = getOwnId(own, publicId);
        return [id, adaptCase(theirs, own.cases.get(id))];
      }),
    ),
    current: isFirst ? [getOwnId(own, current), currentAt] : own.current,
    origin: own.origin,
  };
  return mergeCasebooks(own, adapted);
}

/** Of a case in a file what is to be merged into one's own. */
function adaptCase(theirs: Case, mine: Case | undefined): Case {
  // One that is not here yet comes with its place, so that undo can tell that it was made.
  if (!mine) return { ...theirs, fields: new Map<string, Stamped>([['place', ['here', theirs.erased + 1]], ...theirs.fields]) };
  if (isErased(mine) || isErased(theirs)) return mine;
  const fields = new Map(mine.fields);
  for (const [name, stamped] of theirs.fields) if (name !== 'place') fields.set(name, choose(name, stamped, mine.fields.get(name)));
  return { ...mine, fields };
}

/** What is taken of a field: of states and where one's own says nothing both are weighed by their times, of notes both stay. */
function choose(name: string, theirs: Stamped, own: Stamped | undefined): Stamped {
  if (!own?.[0] || isState(name)) return theirs;
  const note = name.startsWith('note:') ? joinNotes(own[0], theirs[0]) : own[0];
  return note === own[0] ? own : [note, Math.min(Math.max(own[1] + 1, theirs[1]), LATEST)];
}

/** Whether a text breaks off where one of our files would go on. */
function isBegun(text: string): boolean {
  const begin = text.replace(/[\s\ufeff]/g, '');
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
