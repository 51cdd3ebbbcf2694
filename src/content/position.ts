/** A place in a file; lines and columns count from 1, columns in UTF-16 units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where `index` of `text` is, if the text begins at `start`. */
export function getPositionAt(text: string, index: number, start: Position = { line: 1, column: 1 }): Position {
  const before = text.slice(0, index);
  const lastBreak = before.lastIndexOf('\n');
  if (lastBreak === -1) return { line: start.line, column: start.column + index };
  return { line: start.line + before.split('\n').length - 1, column: index - lastBreak };
}

/** Line `line` of `text` as far as a message can show it. */
export function getExcerpt(text: string, line: number): string {
  const read = (text.split('\n')[line - 1] ?? '').trim();
  return read.length > 60 ? `${read.slice(0, 59).toWellFormed()}…` : read;
}
