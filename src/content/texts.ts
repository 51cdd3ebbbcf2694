import type { MdastNode } from 'satteri';
import type { ContentModel, LocaleInfo, SourceFile } from './content-model.ts';
import { getFieldPlace, getFilePlace } from './fault-place.ts';
import type { Place } from './fault-wording.ts';
import { getNodePosition } from './mdx-body.ts';
import { getPositionAt, type Position } from './position.ts';
import { selectAllTexts } from './select-values.ts';

/** A piece of text that a reader sees or searches for, and the language it is in. */
export interface TextUnit {
  readonly file: SourceFile;
  readonly locale: LocaleInfo;
  readonly text: string;
  /** Search terms hold what people type, misspellings and foreign words included. */
  readonly isSearchTerm: boolean;
  /** The place of the character at `index`. */
  getPlace(index: number): Place;
}

/** Every text of the words and dictionaries: fields, and each paragraph or heading of a body as one. */
export function getTextUnits(model: ContentModel): TextUnit[] {
  return [...model.files.values()].flatMap((file) => {
    const { is } = file;
    if (is.role !== 'words' && is.role !== 'dictionary') return [];
    const locale = model.options.locales.find(({ id }) => id === is.locale);
    return locale ? [...getFieldUnits(file, locale), ...(file.body?.root ? getBodyUnits(file, locale, file.body.root) : [])] : [];
  });
}

function getFieldUnits(file: SourceFile, locale: LocaleInfo): TextUnit[] {
  return selectAllTexts(file).map(({ path, value }) => ({
    file,
    locale,
    text: value,
    isSearchTerm: path[0] === 'searchTerms',
    getPlace: (index) => ({ ...getFieldPlace(file, path), ...file.located?.getTextPosition(path, index) }),
  }));
}

interface Piece {
  readonly start: number;
  readonly text: string;
  readonly position: Position;
}

/** A paragraph is one text with its links and marks, because a rule may look across their edges. */
function getBodyUnits(file: SourceFile, locale: LocaleInfo, root: MdastNode): TextUnit[] {
  const paragraphs: Piece[][] = [];
  const open: { node: MdastNode; isIsolated: boolean; pieces?: Piece[] }[] = [{ node: root, isIsolated: false }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    let { pieces } = next;
    const isIsolated = next.isIsolated || ('name' in node && node.name === 'bdi');
    if (!pieces && 'children' in node && node.children.some((child) => child.type === 'text')) {
      pieces = [];
      paragraphs.push(pieces);
    }
    if (node.type === 'break') addPiece(pieces, '\n', getNodePosition(node));
    // In <bdi> signs keep their side, so the rules about signs beside digits do not hold there.
    if (node.type === 'text') addPiece(pieces, isIsolated ? node.value.replace(/[-–+%]/gu, '·') : node.value, getNodePosition(node));
    // What shows no text stands between the words all the same: “A <x/>.” has no space before its full stop.
    const isLeaf = !('children' in node) || node.children.length === 0;
    if (isLeaf && node.type !== 'break' && node.type !== 'text') addPiece(pieces, '·', getNodePosition(node));
    if (node.type === 'image' && node.alt) paragraphs.push([{ start: 0, text: node.alt, position: getNodePosition(node) }]);
    if ('children' in node)
      open.push(...(node.children as MdastNode[]).toReversed().map((child) => ({ node: child, isIsolated, ...(pieces ? { pieces } : {}) })));
  }
  return paragraphs.map((pieces) => createBodyUnit(file, locale, pieces));
}

function addPiece(pieces: Piece[] | undefined, text: string, position: Position): void {
  const last = pieces?.at(-1);
  pieces?.push({ start: last ? last.start + last.text.length : 0, text, position });
}

function createBodyUnit(file: SourceFile, locale: LocaleInfo, pieces: readonly Piece[]): TextUnit {
  return {
    file,
    locale,
    isSearchTerm: false,
    text: pieces.map(({ text }) => text).join(''),
    getPlace(index) {
      const piece = pieces.findLast(({ start }) => start <= index);
      return getFilePlace(file, piece && getPositionAt(piece.text, index - piece.start, piece.position));
    },
  };
}
