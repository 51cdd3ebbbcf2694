import type { ItemState } from './casebook.ts';

/** A checklist as it stands, in the words that its reader sees. */
export interface ListText {
  readonly title: string;
  /** How far it has come, in a sentence. */
  readonly progress: string;
  readonly items: readonly { readonly text: string; readonly state: ItemState; readonly note: string }[];
  readonly labels: { readonly notApplicable: string; readonly note: string };
  readonly dir: 'ltr' | 'rtl';
  /** BCP-47 tag of the texts. */
  readonly lang: string;
}

const boxes: Readonly<Record<ItemState, string>> = { open: '[ ]', done: '[x]', 'not-applicable': '[–]' };
const marks = { ltr: '\u200e', rtl: '\u200f' };

/**
 * The list as plain text, or as Markdown (a task list, as GitHub and most trackers read it): whatever stands in a text
 * or a note shows there letter for letter, and turns nothing around.
 */
export function formatListText(list: ListText, kind: 'text' | 'markdown'): string {
  const clean = (text: string) =>
    cleanText(text)
      .replace(/\s*\n\s*/g, ' ')
      .trim();
  const { labels } = list;
  const cleaned = {
    ...list,
    title: clean(list.title),
    progress: clean(list.progress),
    items: list.items.map((item) => ({ ...item, text: clean(item.text), note: cleanText(item.note).trim() })),
    labels: { notApplicable: clean(labels.notApplicable), note: clean(labels.note) },
  };
  return kind === 'markdown' ? formatMarkdown(cleaned) : formatPlain(cleaned);
}

function formatPlain({ title, progress, items, labels, dir }: ListText): string {
  const lines = items.flatMap(({ text, state, note }) => {
    const suffix = state === 'not-applicable' ? ` (${labels.notApplicable})` : '';
    return [`${boxes[state]} ${text}${suffix}`, ...formatPlainNote(note, labels.note)];
  });
  return [title, progress, '', ...lines].map((line) => startWith(dir, line)).join('\n');
}

/** A single line stands behind its label, several stand below it; each keeps its own direction. */
function formatPlainNote(note: string, label: string): string[] {
  const [first = '', ...others] = note.split('\n').map((line) => line.trim());
  if (!note) return [];
  if (others.length === 0) return [`    ${label}: ${isolate(first)}`];
  return [`    ${label}:`, ...[first, ...others].map((line) => (line ? `    ${isolate(line)}` : ''))];
}

function formatMarkdown({ title, progress, items, labels, dir }: ListText): string {
  const lines = items.flatMap(({ text, state, note }) => {
    const escaped = startWith(dir, escapeMarkdown(text));
    const struck = text ? `~~${escaped}~~` : '';
    const item = state === 'not-applicable' ? `[x] ${struck} (${escapeMarkdown(labels.notApplicable)})` : `[${state === 'done' ? 'x' : ' '}] ${escaped}`;
    // One paragraph, because what follows a blank line would be read anew; a backslash keeps each line a line.
    return [`- ${[item, ...formatMarkdownNote(note, labels.note, dir)].join('\\\n  ')}`];
  });
  const [heading, sentence] = [title, progress].map((text) => startWith(dir, escapeLineStart(escapeMarkdown(text))));
  return [`## ${heading}`, '', sentence, '', ...lines].join('\n');
}

function formatMarkdownNote(note: string, label: string, dir: ListText['dir']): string[] {
  const lines = note.split('\n').map((line) => isolate(escapeMarkdown(line.trim())));
  const filled = lines.filter((line) => line !== isolate(''));
  const [first] = filled;
  if (first === undefined) return [];
  const labelled = `${escapeMarkdown(label)}:`;
  return (filled.length === 1 ? [`${labelled} ${first}`] : [labelled, ...filled]).map((line) => startWith(dir, escapeLineStart(line)));
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

/** Line ends become \n, lone surrogates U+FFFD; controls and what turns the direction of other text around are dropped. */
function cleanText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** With a direction of its own, whatever it says, and without a hold on what stands beside it. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** A line that programs would take for one of the other direction, because of what it begins with, begins with a mark. */
function startWith(dir: ListText['dir'], line: string): string {
  const isRightToLeft = (text: string) => /^[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(text);
  // What is isolated does not count (UAX 9, P2).
  const letter = /\p{L}/u.exec(line.replace(/\u2068[^\u2069]*\u2069/g, ''))?.[0] ?? '';
  if (!line) return line;
  const isRight = dir === 'rtl' ? isRightToLeft(line) : !isRightToLeft(letter);
  return isRight ? line : marks[dir] + line;
}
