import type { ChangeRow, FilledPart } from './fill-slots.ts';
import { isolateIn, markDirection } from './isolation.ts';
import { type FilledMessage, getParts, type TextLanguage } from './message-text.ts';

/** The heads of the table of changes. */
export type Columns = Readonly<Record<keyof ChangeRow, string>>;

/**
 * A message as plain text for the clipboard, a mail or a file: paragraphs parted by an empty line, values isolated where
 * their direction could turn the text, an empty slot as its name in brackets, a table as lines.
 */
export function formatPlainText(message: FilledMessage, language: TextLanguage, columns?: Columns): string {
  const blocks = getParts(message).flatMap((parts) => formatParts(parts, language, columns));
  return blocks
    .map((block) =>
      block
        .split('\n')
        .map((line) => markDirection(line, language.dir))
        .join('\n'),
    )
    .join('\n\n');
}

/** The subject line as plain text; empty where the message has none. */
export function formatSubject({ subject }: FilledMessage, language: TextLanguage): string {
  return markDirection((subject ?? []).map((part) => formatPart(part, language)).join(''), language.dir);
}

function formatParts(parts: readonly FilledPart[], language: TextLanguage, columns: Columns | undefined): string[] {
  const blocks: string[] = [];
  let line = '';
  const end = () => {
    if (line.trim()) blocks.push(line.trim());
    line = '';
  };
  for (const part of parts) {
    if ('slot' in part && part.filled && part.kind === 'list' && columns) {
      end();
      blocks.push(...(part.rows ?? []).map((row) => formatRow(row, language, columns)));
    } else line += formatPart(part, language);
  }
  end();
  return blocks;
}

function formatPart(part: FilledPart, language: TextLanguage): string {
  if ('text' in part) return part.text;
  return part.filled ? isolateIn(part.value, language) : `[${part.value}]`;
}

/** A row of the table: what, and below it since when and checked by whom. */
function formatRow({ what, since, checkedBy }: ChangeRow, language: TextLanguage, columns: Columns): string {
  const line = (head: string, value: string) => (value ? [`${head}: ${isolateIn(value, language)}`] : []);
  return [...line(columns.what, what), ...line(columns.since, since), ...line(columns.checkedBy, checkedBy)].join('\n');
}
