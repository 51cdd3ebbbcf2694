import type { FilledPart, FilledSlot } from './fill-slots.ts';
import { type FilledMessage, getParts, type TextLanguage } from './message-text.ts';
import type { Columns } from './plain-text.ts';

/** A message as HTML for the clipboard: it says its language and direction, and every value stands isolated in `<bdi>`. */
export function formatHtml(message: FilledMessage, { lang, dir }: TextLanguage, columns?: Columns): string {
  const blocks = getParts(message).map((parts) => formatParagraph(parts, columns));
  return `<div dir="${dir}" lang="${lang}">${blocks.join('')}</div>`;
}

function formatParagraph(parts: readonly FilledPart[], columns: Columns | undefined): string {
  const table = parts.find((part): part is FilledSlot => 'slot' in part && part.kind === 'list' && part.filled);
  if (!table || !columns) return `<p>${parts.map(formatPart).join('')}</p>`;
  const index = parts.indexOf(table);
  const [before, after] = [parts.slice(0, index), parts.slice(index + 1)];
  return [before.length ? formatParagraph(before, columns) : '', formatTable(table, columns), after.length ? formatParagraph(after, columns) : ''].join('');
}

function formatPart(part: FilledPart): string {
  if ('text' in part) return escapeHtml(part.text).replaceAll('\n', '<br>');
  if (!part.filled) return `[${escapeHtml(part.value)}]`;
  return part.kind === 'phone' ? `<bdi dir="ltr">${escapeHtml(part.value)}</bdi>` : formatValue(part.value);
}

function formatTable({ rows = [] }: FilledSlot, { what, since, checkedBy }: Columns): string {
  const head = [what, since, checkedBy].map((cell) => `<th>${escapeHtml(cell)}</th>`).join('');
  const body = rows.map((row) => `<tr>${[row.what, row.since, row.checkedBy].map((cell) => `<td>${formatValue(cell)}</td>`).join('')}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function formatValue(value: string): string {
  return `<bdi>${escapeHtml(value)}</bdi>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
