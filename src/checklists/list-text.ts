import type { ItemState } from './casebook.ts';
import { cleanText } from './clean-text.ts';

/** A checklist as it stands, in the words that its reader sees. */
export interface ListText {
  readonly title: string;
  /** How far it has come, in a sentence. */
  readonly progress: string;
  readonly items: readonly { readonly text: string; readonly state: ItemState; readonly note: string }[];
  readonly labels: { readonly notApplicable: string; readonly note: string };
  readonly dir: 'ltr' | 'rtl';
}

const boxes: Readonly<Record<ItemState, string>> = { open: '[ ]', done: '[x]', 'not-applicable': '[–]' };
const marks = { ltr: '\u200e', rtl: '\u200f' };

/**
 * The list as plain text, or as Markdown (a task list, as GitHub and most trackers read it): whatever stands in a text
 * or a note shows there letter for letter, and turns nothing around.
 */
export function formatListText({ title, progress, items, labels, dir }: ListText, kind: 'text' | 'markdown'): string {
  const isMarkdown = kind === 'markdown';
  const write = isMarkdown ? escapeMarkdown : (text: string) => text;
  const begin = (line: string) => startWith(dir, isMarkdown ? escapeLineStart(line) : line);
  const lines = items.map(({ text, state, note }) => {
    const isApart = state === 'not-applicable';
    const words = write(cleanLine(text));
    const suffix = isApart ? ` (${write(labels.notApplicable)})` : '';
    const notes = getNoteLines(note, write(labels.note), write);
    if (!isMarkdown) return [`${boxes[state]} ${words}${suffix}`, ...notes.map((line) => `    ${line}`)].map(begin).join('\n');
    const item = isApart ? `[x] ~~${startWith(dir, words)}~~` : `${boxes[state]} ${startWith(dir, words)}`;
    // One paragraph, because what follows a blank line would be read anew; a backslash keeps each line a line.
    return [`- ${item}${suffix}`, ...notes.map((line) => `  ${begin(line)}`)].join('\\\n');
  });
  const [heading, sentence] = [title, progress].map((text) => begin(write(cleanLine(text))));
  return [...(isMarkdown ? [`## ${heading}`, ''] : [heading]), sentence, '', ...lines].join('\n');
}

/** A single line stands behind its label, several stand below it; each keeps its own direction. */
function getNoteLines(note: string, label: string, write: (text: string) => string): string[] {
  const filled = cleanText(note)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const lines = filled.map((line) => isolate(write(line)));
  return lines.length > 1 ? [`${label}:`, ...lines] : lines.map((line) => `${label}: ${line}`);
}

function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** Nothing of a text becomes markup, and an address links to itself: inside one nothing can be escaped. */
function escapeMarkdown(text: string): string {
  const parts = text.split(/(https?:\/\/[^\s<>"'`\\*[\]{}|^\p{C}]*[\p{L}\p{N}/=#&_~-])/iu);
  return parts.map((part, index) => (index % 2 ? `<${part}>` : escapeWords(part))).join('');
}

/**
 * What Markdown may read is escaped; what trackers read besides (@name, #12, !12, :smile:, www.) is parted by a
 * character that nobody sees.
 */
function escapeWords(text: string): string {
  return text
    .replace(/[\\`*_[\]<~&$#]/g, '\\$&')
    .replace(/(^|[^\p{L}\p{N}])([@#!~%$&])(?=[\p{L}\p{N}_\\])/gu, '$1$2\u2060')
    .replace(/:(?=[a-z0-9_+-]+:)/gi, ':\u2060')
    .replace(/www(?=\.)/gi, '$&\u2060');
}

/** What begins a heading, a list, a quotation or a line below a heading, at the beginning of a line. */
function escapeLineStart(line: string): string {
  return line.replace(/^(\d*)([-+=>.)])/, '$1\\$2');
}

/** With a direction of its own, whatever it says, and without a hold on what stands beside it. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** A line that programs would take for one of the other direction, because of what it begins with, begins with a mark. */
function startWith(dir: ListText['dir'], line: string): string {
  const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
  const needsMark = dir === 'rtl' ? !rightToLeft.test(line.charAt(0)) : rightToLeft.test(line);
  return line && needsMark ? marks[dir] + line : line;
}
