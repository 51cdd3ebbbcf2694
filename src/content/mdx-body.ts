import { type MdastNode, mdxToMdast } from 'satteri';
import { getPositionAt, type Position } from './position.ts';

/** The body of an MDX file. */
export interface MdxBody {
  /** Missing if the MDX does not parse; `syntax` then says why. */
  readonly root?: MdastNode;
  readonly syntax?: { readonly position: Position; readonly reason: string };
  /** Code in the MDX: `{…}`, `import`, `export`. Bodies have none. */
  readonly code: readonly { readonly position: Position; readonly found: '{' | 'import' | 'export' }[];
}

/** A body above this size is not parsed: nested deep enough, it takes the parser seconds. No text of ours has a tenth of it. */
export const longestBody = 64_000;

// What stands in place of code: neither a space (which would look doubled) nor a letter (which would join words).
const mask = '·';

/**
 * Parses a body whose positions are those of its file. Never throws.
 * Braces, `import` and `export` are found here and masked before satteri sees them: they are refused anyway, and its
 * JavaScript parser ends the whole process on deep nesting (20,000 brackets, satteri 0.10.5) instead of throwing.
 */
export function parseMdx(text: string): MdxBody {
  // A lone CR would begin a line and a byte-order mark be skipped, both unseen by maskCode; faults of their own name them.
  const { masked, code } = maskCode(text.replace(/[\r\uFEFF]/gu, ' '));
  if (text.length > longestBody)
    return { code, syntax: { position: getPositionAt(text, longestBody), reason: `the body is longer than ${longestBody} characters` } };
  try {
    return { code, root: mdxToMdast(masked, { features: { headingAttributes: true, frontmatter: false } }) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1', reason = said] = /^(\d+):(\d+): (.*?)(?: \(mdx[\w:-]*\))?$/su.exec(said) ?? [];
    // With code masked, attributes such as a={b} no longer parse: the code is what must be mended.
    return code.length ? { code } : { code, syntax: { position: { line: Number(line), column: Number(column) }, reason } };
  }
}

/** The nodes below and including `root`, in the order of the text. */
export function* walk(root: MdastNode): Generator<MdastNode> {
  // Not recursive: a body may be nested deeper than the call stack.
  const open: MdastNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    if ('children' in node) open.push(...(node.children as MdastNode[]).toReversed());
  }
}

/** Where a node begins. */
export function getNodePosition(node: MdastNode): Position {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/** The text of a node without its marks. */
export function getNodeText(node: MdastNode): string {
  let text = '';
  for (const part of walk(node)) if (part.type === 'text' || part.type === 'inlineCode') text += part.value;
  return text;
}

function maskCode(text: string): { masked: string; code: MdxBody['code'] } {
  const code: { position: Position; found: '{' | 'import' | 'export' }[] = [];
  const masked = text
    .split('\n')
    .map((line, index, lines) => {
      const [, word] = /^(import|export)(?=[\s{*"'])/u.exec(line) ?? [];
      if (word === undefined) return line;
      // Inside a paragraph it is a word like any other; a capital letter keeps the parser from taking it for code.
      if (/^[^\s#<>|-]/u.test(lines[index - 1] ?? '')) return line.replace(/^./u, (letter) => letter.toUpperCase());
      code.push({ position: { line: index + 1, column: 1 }, found: word === 'import' ? 'import' : 'export' });
      return mask.repeat(line.length);
    })
    .join('\n')
    // The id of a heading, `{#id}` at the end of its line, is the only brace that stands for something.
    .replace(/(?<=^#{1,6} .*)\{#[\w-]{1,100}\}[ \t]*$|\\[\\{}]|[{}]/gmu, (found, offset: number) => {
      if (found.startsWith('{#') || found === '\\\\') return found;
      if (found === '{') code.push({ position: getPositionAt(text, offset), found: '{' });
      return mask.repeat(found.length);
    });
  return { masked, code };
}
