import type { Analyse } from './analyser/token.ts';
import { getPartName, getTextKeys, type KeyRow, type LargeIndexHead } from './large-index.ts';
import { formatStepIndex, type IndexedThing, type StepIndex } from './step-index.ts';

/** Things in a chunk, and characters in a block of keys: small, because an answer needs a little of many. */
const CHUNK = 4;
const BLOCK = 2_500;

/**
 * The parts of an index that is too large to be sent at once.
 *
 * @param head name of the head's file
 * @returns file names and texts, the head first
 */
export function splitStepIndex(head: string, { version, lang, things }: StepIndex, analyse: Analyse): { name: string; text: string }[] {
  const ordered = putTogether(things);
  const blocks = getBlocks(getKeyRows(ordered, analyse));
  const chunks = Array.from({ length: Math.ceil(ordered.length / CHUNK) }, (_, number) => ordered.slice(number * CHUNK, (number + 1) * CHUNK));
  const first: LargeIndexHead = { version, lang, count: ordered.length, chunk: CHUNK, blocks: blocks.map(([row]) => row?.[0] ?? '') };
  return [
    { name: head, text: JSON.stringify(first) },
    ...blocks.map((rows, number) => ({ name: getPartName(head, 'keys', number), text: JSON.stringify(rows) })),
    ...chunks.map((rows, number) => ({ name: getPartName(head, 'things', number), text: formatStepIndex({ version, lang, things: rows }) })),
  ];
}

/** What refers to a step directly behind it, so that both come in one chunk where they fit. */
function putTogether(things: readonly IndexedThing[]): IndexedThing[] {
  const referring = Map.groupBy(
    things.filter(({ steps }) => steps.length > 0),
    ({ steps }) => steps[0] ?? '',
  );
  const steps = things.filter(({ kind }) => kind === 'step');
  const ordered = steps.flatMap((step) => [step, ...(referring.get(step.id) ?? [])]);
  const placed = new Set(ordered);
  return [...ordered, ...things.filter((thing) => !placed.has(thing))];
}

/** Every key with the things that have it, in alphabetical order. */
function getKeyRows(things: readonly IndexedThing[], analyse: Analyse): KeyRow[] {
  const found = new Map<string, { thing: number; strength: number }[]>();
  for (const [thing, { id, title, summary, terms }] of things.entries()) {
    const inTitle = getTextKeys(analyse, title);
    const texts = [inTitle, ...[summary, id, ...terms].map((text) => getTextKeys(analyse, text))];
    for (const key of new Set(texts.flatMap((keys) => [...keys]))) {
      const count = texts.filter((keys) => keys.has(key)).length;
      const row = found.get(key) ?? [];
      row.push({ thing, strength: inTitle.has(key) ? 2 : count > 1 ? 1 : 0 });
      found.set(key, row);
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => [key, ...rows.map(({ thing, strength }, index) => (thing - (rows[index - 1]?.thing ?? 0)) * 4 + strength)]);
}

function getBlocks(rows: readonly KeyRow[]): KeyRow[][] {
  const blocks: KeyRow[][] = [[]];
  let length = 0;
  for (const row of rows) {
    const more = JSON.stringify(row).length;
    if (length > 0 && length + more > BLOCK) {
      blocks.push([]);
      length = 0;
    }
    blocks.at(-1)?.push(row);
    length += more;
  }
  return blocks;
}
