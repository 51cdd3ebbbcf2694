import type { MdastNode } from 'satteri';
import { checkElement } from './check-elements.ts';
import { checkHeadings } from './check-headings.ts';
import { checkImages } from './check-images.ts';
import { checkLinks } from './check-links.ts';
import { type ContentModel, getThings, type SourceFile, type Thing } from './content-model.ts';
import { getFilePlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { createIdIndex } from './id-index.ts';
import { isBodyDue } from './kind-rules.ts';
import { getNodePosition, getNodeText, walk } from './mdx-body.ts';
import { selectTexts } from './select-values.ts';

/** Marks of Markdown that a body may have, besides the elements of check-elements.ts. */
const allowedMarks = new Set([
  'root',
  'paragraph',
  'text',
  'link',
  'list',
  'listItem',
  'heading',
  'image',
  'break',
  'blockquote',
  'strong',
  'emphasis',
  'inlineCode',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
]);

/** What each refused mark is called, and what to write instead. */
const refusedMarks: Readonly<Record<string, readonly [string, string]>> = {
  thematicBreak: ['a line of dashes', 'Remove it; if it ends the fields, the fields begin with a line --- too.'],
  linkReference: ['a link with its address elsewhere', 'Write [words](step:the-id).'],
  definition: ['an address of links elsewhere', 'Write the address at the link: [words](step:the-id).'],
  imageReference: ['an image with its address elsewhere', 'Write ![what it shows](file.png).'],
  footnoteReference: ['a footnote', 'Say it in the text.'],
  footnoteDefinition: ['a footnote', 'Say it in the text.'],
  table: ['a table', 'Say it in sentences or a short list.'],
  code: ['a block of code', 'Write it as a paragraph.'],
  delete: ['struck-out text', 'Remove the words.'],
};

/** Bodies parse as MDX, hold only what a text of ours may hold, and are there where they are due (B08, B10, B13, B18, B19). */
export function checkBodies(model: ContentModel): Fault[] {
  const resolve = createIdIndex(model);
  return model.things.flatMap((thing) =>
    [...thing.words.values()].flatMap((file) => {
      const { body } = file;
      if (!body) return [];
      const faults = body.code.map(({ position, found }) => createFault('mdx-code', getFilePlace(file, position), { found }));
      if (body.syntax) faults.push(createFault('mdx-syntax', getFilePlace(file, body.syntax.position), { reason: body.syntax.reason }));
      if (!body.root) return faults;
      const nodes = [...walk(body.root)];
      return [
        ...faults,
        ...nodes.flatMap((node) => checkNode(file, node)),
        ...checkMarks(thing, file, nodes),
        ...checkLinks(file, nodes, resolve),
        ...checkImages(model, file, nodes),
        ...checkHeadings(model, thing, file, nodes),
        ...checkPresence(model, thing, file, body.root),
      ];
    }),
  );
}

function checkNode(file: SourceFile, node: MdastNode): Fault[] {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return checkElement(file, node);
  if (allowedMarks.has(node.type) || refusedWithin.has(node.type)) return [];
  const [name, instead] = refusedMarks[node.type] ?? [node.type, 'Write it as a paragraph.'];
  return [createFault('mark-not-allowed', getFilePlace(file, getNodePosition(node)), { name, instead })];
}

// Parts of marks that are refused as a whole.
const refusedWithin = new Set(['tableRow', 'tableCell']);

/** In the body of a step at most one clause is marked: the one to remember. */
function checkMarks(thing: Thing, file: SourceFile, nodes: readonly MdastNode[]): Fault[] {
  if (thing.kind !== 'step') return [];
  const [, second] = nodes.filter((node) => 'name' in node && node.name === 'mark');
  return second ? [createFault('second-mark', getFilePlace(file, getNodePosition(second)))] : [];
}

function checkPresence(model: ContentModel, { kind, id }: Thing, file: SourceFile, root: MdastNode): Fault[] {
  const hasSteps = kind === 'phase' && getThings(model, 'step').some(({ structure }) => selectTexts(structure, ['phase'])[0]?.value === id);
  if (!isBodyDue(kind, id, hasSteps) || getNodeText(root).trim() !== '' || file.body?.code.length) return [];
  return [
    createFault('empty-body', getFilePlace(file), {
      why: hasSteps ? 'The phase has steps, so it opens with a text.' : `Every ${kind}${kind === 'page' ? ' of this name' : ''} has one.`,
    }),
  ];
}
