import type { MdastNode } from 'satteri';
import type { ContentModel, SourceFile, Thing } from './content-model.ts';
import { getFilePlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { id as idSchema } from './fields.ts';
import { getNodePosition, getNodeText, walk } from './mdx-body.ts';
import type { Position } from './position.ts';

interface Heading {
  readonly depth: number;
  readonly id: string | undefined;
  readonly text: string;
  readonly position: Position;
}

/**
 * Only pages have headings; they begin at the second level (the title is the first), skip none, and have the same
 * permanent ids in every language (B05, B06, B19).
 */
export function checkHeadings(model: ContentModel, thing: Thing, file: SourceFile, nodes: readonly MdastNode[]): Fault[] {
  const headings = getHeadings(nodes);
  if (thing.kind !== 'page') return headings.map(({ position }) => createFault('heading-not-allowed', getFilePlace(file, position)));
  return [...headings.flatMap((heading, index) => checkHeading(file, heading, headings.slice(0, index))), ...checkParity(model, thing, file, headings)];
}

function checkHeading(file: SourceFile, { depth, id, text, position }: Heading, before: readonly Heading[]): Fault[] {
  const at = getFilePlace(file, position);
  const faults: Fault[] = [];
  const above = before.at(-1)?.depth ?? 1;
  if (depth === 1) faults.push(createFault('heading-of-first-level', at));
  else if (depth > above + 1 && depth > 2) faults.push(createFault('heading-jump', at, { depth, above }));
  if (text.trim() === '') faults.push(createFault('heading-empty', at));
  const problem = id === undefined ? undefined : idSchema.safeParse(id).error?.issues[0]?.message;
  if (id === undefined) faults.push(createFault('heading-without-id', at, { text }));
  else if (problem !== undefined) faults.push(createFault('heading-id', at, { id, problem }));
  const same = before.find((other) => id !== undefined && other.id === id);
  if (same) faults.push(createFault('heading-id-twice', at, { id: id ?? '', line: same.position.line }));
  return faults;
}

function checkParity(model: ContentModel, thing: Thing, file: SourceFile, headings: readonly Heading[]): Fault[] {
  const reference = thing.words.get(model.options.referenceLocale);
  if (!reference?.body?.root || reference === file) return [];
  const wanted = getIds(getHeadings([...walk(reference.body.root)]));
  const found = getIds(headings);
  if (wanted.join(' ') === found.join(' ')) return [];
  const missing = wanted.filter((id) => !found.includes(id));
  const extra = found.filter((id) => !wanted.includes(id));
  return [createFault('headings-differ', getFilePlace(file), { reference: reference.path, wanted, missing, extra })];
}

function getHeadings(nodes: readonly MdastNode[]): Heading[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'heading') return [];
    // Where satteri puts the id of `## Title {#id}`; mdast types do not know it.
    const id = (node.data as { hProperties?: { id?: unknown } } | undefined)?.hProperties?.id;
    return [{ depth: node.depth, id: typeof id === 'string' ? id : undefined, text: getNodeText(node), position: getNodePosition(node) }];
  });
}

function getIds(headings: readonly Heading[]): string[] {
  return headings.flatMap(({ id }) => id ?? []);
}
