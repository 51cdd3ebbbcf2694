/** What the step index knows, in the order in which it is shown; messages come with their pages. */
export const indexedKinds = ['step', 'message', 'checklist', 'item', 'phase', 'term'] as const;

export type IndexedKind = (typeof indexedKinds)[number];

/** A thing that can be found, in the words of one language. */
export interface IndexedThing {
  readonly kind: IndexedKind;
  readonly id: string;
  /** The phase of a step, the list of an item; empty for what has a page or anchor of its own. */
  readonly parent: string;
  readonly title: string;
  /** The action of a step, the description of a phase, list or message; empty for an item. */
  readonly summary: string;
  /** What authors say that people type when they look for this. */
  readonly terms: readonly string[];
  /** The steps that an item or message refers to. */
  readonly steps: readonly string[];
}

/** The index of one language: what it holds, in the language whose tag it bears. */
export interface StepIndex {
  /** A digest of the content, also in the name of the file; under that name a page takes nothing else (F08). */
  readonly version: string;
  /** BCP-47 tag; an index answers in no other language. */
  readonly lang: string;
  readonly things: readonly IndexedThing[];
  /** Whether a second file holds more terms; see `formatMoreTerms()`. */
  readonly hasMore?: boolean;
}

/** So many terms of a thing come with the index itself; the rest comes when the first answer is there. */
export const FIRST_TERMS = 14;

/** A thing as a row of the file: its kind by number, then the fields in the order of `IndexedThing`. */
type Row = [kind: number, id: string, parent: string, title: string, summary: string, terms: string[], steps: string[]];

/** The file of an index: rows in place of objects, because every name would be there hundreds of times. */
export function formatStepIndex({ version, lang, things, hasMore }: StepIndex): string {
  const rows = things.map(
    ({ kind, id, parent, title, summary, terms, steps }): Row => [indexedKinds.indexOf(kind), id, parent, title, summary, [...terms], [...steps]],
  );
  return JSON.stringify({ version, lang, ...(hasMore && { more: 1 }), rows });
}

/** The name or address of the file with the further terms of an index. */
export function getMoreName(index: string): string {
  return index.replace(/\.([0-9a-f]+\.json)$/, '-more.$1');
}

/** The file of the terms behind the first ones: a list for each thing, in the order of the index. */
export function formatMoreTerms(things: readonly IndexedThing[]): string {
  return JSON.stringify(things.map(({ terms }) => terms.slice(FIRST_TERMS)));
}

/**
 * Adds to things what `formatMoreTerms()` wrote.
 *
 * @throws if it is no such file, or one of another index
 */
export function addMoreTerms(things: readonly IndexedThing[], text: string): IndexedThing[] {
  const more: unknown = JSON.parse(text);
  const isMore = Array.isArray(more) && more.length === things.length && more.every(isStrings);
  if (!isMore) throw new Error('The file of further search terms is damaged. Build the site again.');
  return things.map((thing, index) => ({ ...thing, terms: [...thing.terms, ...(more[index] ?? [])] }));
}

/**
 * Reads what `formatStepIndex()` wrote.
 *
 * @param text the file
 * @param expected what the page knows of its index; anything else is refused
 * @throws if it is no index, damaged, of another build or in another language
 */
export function parseStepIndex(text: string, expected: Pick<StepIndex, 'version' | 'lang'>): StepIndex {
  const { version, lang, rows, more } = JSON.parse(text) as Partial<{ version: string; lang: string; rows: unknown; more: number }>;
  if (!Array.isArray(rows)) throw new Error('The step index has no rows. Build the site again.');
  if (lang !== expected.lang) throw new Error(`The step index is in “${lang}”, the page in “${expected.lang}”.`);
  if (version !== expected.version) throw new Error(`The step index is version ${version}, the page asked for ${expected.version}. Load the page again.`);
  return { version, lang, things: rows.map(parseRow), ...(more && { hasMore: true }) };
}

function parseRow(row: unknown): IndexedThing {
  if (!Array.isArray(row) || !isStrings(row.slice(1, 5)) || !isStrings(row[5]) || !isStrings(row[6]) || row.length !== 7)
    throw new Error('The step index is damaged. Build the site again.');
  const [kind, id, parent, title, summary, terms, steps] = row as Row;
  const name = indexedKinds[kind];
  if (!name) throw new Error('The step index holds a kind of thing that this page does not know. Load the page again.');
  return { kind: name, id, parent, title, summary, terms, steps };
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
