import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Scalar, visit } from 'yaml';
import { getPositionAt, type Position } from './position.ts';

/** The way to a value: keys of maps and indices of lists. */
export type DataPath = readonly PropertyKey[];

/** Data read from YAML or JSON that still knows where each value stands. */
export interface LocatedData {
  readonly data: unknown;
  /** Where the value at `path` stands (or its key); for a value that is missing, where its parent stands. */
  getPosition(path: DataPath, part?: 'key' | 'value'): Position;
  /** Where the character at `index` of the text at `path` stands. */
  getTextPosition(path: DataPath, index: number): Position;
}

/** What is wrong with a piece of YAML; `problem` is a key of the explanations in fault-kinds-files.ts. */
export interface YamlProblem {
  readonly problem: 'unclosed-quote' | 'tab' | 'duplicate-key' | 'colon' | 'alias' | 'reserved-start' | 'reserved-key' | 'indent' | 'other';
  readonly position: Position;
  /** What the parser said, or the key concerned. */
  readonly detail: string;
  /** For a duplicate key: where it stands first. */
  readonly first?: Position;
}

/**
 * Parses YAML (JSON is YAML) that begins at line `firstLine` of its file. Never throws.
 * `data` is there only if there are no problems; an empty text is an empty map, so that each missing field is named.
 */
export function parseYaml(text: string, firstLine = 1): { located?: LocatedData; problems: YamlProblem[] } {
  const lines = new LineCounter();
  const toPosition = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  try {
    // `timestamp` is what Astro's own parser reads too: an unquoted 2014-04-01 is a date there, not a text.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, customTags: ['timestamp'] });
    const problems = getProblems(document, text, toPosition);
    if (problems.length) return { problems };
    return { located: createLocatedData(document, document.toJS() ?? {}, text, toPosition), problems };
  } catch (error) {
    return { problems: [{ problem: 'other', position: toPosition(0), detail: error instanceof Error ? error.message : String(error) }] };
  }
}

function getProblems(document: Document.Parsed, text: string, toPosition: (offset: number) => Position): YamlProblem[] {
  const problems: YamlProblem[] = [...document.errors, ...document.warnings].map(({ code, message, pos }) => {
    const at = { position: toPosition(pos[0]), detail: message };
    if (code === 'MISSING_CHAR' && message.includes('quote'))
      return { ...at, problem: 'unclosed-quote', position: toPosition(getScalarStart(document, pos[0])) };
    if (code === 'TAB_AS_INDENT') return { ...at, problem: 'tab' };
    if (code === 'DUPLICATE_KEY') return { ...at, problem: 'duplicate-key', ...getDuplicate(document, pos[0], text, toPosition) };
    if (code === 'BLOCK_AS_IMPLICIT_KEY') return { ...at, problem: 'colon' };
    if (code === 'BAD_SCALAR_START') return { ...at, problem: 'reserved-start' };
    if (code === 'BAD_INDENT') return { ...at, problem: 'indent' };
    return { ...at, problem: 'other' };
  });
  visit(document, {
    Alias: (_, node) => void problems.push({ problem: 'alias', position: toPosition(node.range?.[0] ?? 0), detail: node.source }),
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__')
        problems.push({ problem: 'reserved-key', position: toPosition(key.range?.[0] ?? 0), detail: '__proto__' });
    },
  });
  // One broken line makes the parser stumble several times; the first place is the one to mend.
  const first = problems.find(({ problem }) => problem === 'other');
  return problems.filter((problem) => problem.problem !== 'other' || problem === first);
}

function getScalarStart(document: Document.Parsed, offset: number): number {
  let start = offset;
  visit(document, {
    Scalar: (_, node) => {
      if (node.range && node.range[0] < offset && offset <= node.range[2] && node.type !== 'PLAIN') start = node.range[0];
    },
  });
  return start;
}

function getDuplicate(document: Document.Parsed, offset: number, text: string, toPosition: (offset: number) => Position) {
  const keys: Scalar[] = [];
  visit(document, { Pair: (_, { key }) => void (isScalar(key) && keys.push(key)) });
  const second = keys.find((key) => key.range?.[0] === offset);
  const parent = document.contents && findParent(document.contents, offset);
  const first = parent?.find((key) => String(key.value) === String(second?.value));
  return { detail: second ? String(second.value) : text.slice(offset, offset + 20), ...(first?.range ? { first: toPosition(first.range[0]) } : {}) };
}

/** The keys of the map in which the key at `offset` stands. */
function findParent(node: unknown, offset: number): Scalar[] | undefined {
  if (isMap(node)) {
    const keys = node.items.map((pair) => pair.key).filter((key): key is Scalar => isScalar(key));
    if (keys.some((key) => key.range?.[0] === offset)) return keys;
    for (const pair of node.items) {
      const found = findParent(pair.value, offset);
      if (found) return found;
    }
  }
  if (isSeq(node)) {
    for (const item of node.items) {
      const found = findParent(item, offset);
      if (found) return found;
    }
  }
  return undefined;
}

function createLocatedData(document: Document.Parsed, data: unknown, text: string, toPosition: (offset: number) => Position): LocatedData {
  const startOf = (node: unknown): number | undefined => (isNode(node) && !isAlias(node) ? node.range?.[0] : undefined);
  function find(path: DataPath): { key?: unknown; value?: unknown; parent: number } {
    let value: unknown = document.contents;
    let key: unknown;
    let parent = startOf(value) ?? 0;
    for (const part of path) {
      parent = startOf(key) ?? startOf(value) ?? parent;
      const pair = isMap(value) ? value.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(part)) : undefined;
      key = pair?.key;
      value = pair ? pair.value : isSeq(value) ? value.items[Number(part)] : undefined;
    }
    return { key, value, parent };
  }
  return {
    data,
    getPosition(path, part = 'value') {
      const { key, value, parent } = find(path);
      return toPosition((part === 'key' ? startOf(key) : undefined) ?? startOf(value) ?? startOf(key) ?? parent);
    },
    getTextPosition(path, index) {
      const { value, parent } = find(path);
      if (!isScalar(value) || !value.range) return toPosition(parent);
      const [start, end] = value.range;
      // Inside a folded or escaped text only the line of its beginning is certain; on one plain line the column is too.
      if (text.slice(start, end).includes('\n')) return { ...getPositionAt(String(value.value), index, toPosition(start)), column: 1 };
      return toPosition(start + index + (value.type === 'PLAIN' ? 0 : 1));
    },
  };
}
