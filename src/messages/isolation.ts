import type { TextLanguage } from './message-text.ts';

const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];
const MARKS = { ltr: '\u200e', rtl: '\u200f' } as const;

/** Letters by which an rtl text is written; all others may turn the order of what stands beside them. */
const scripts: Readonly<Record<string, RegExp>> = { he: /\p{Script=Hebrew}/u, ar: /\p{Script=Arabic}/u };

/** Letters of right-to-left scripts, and the marks that act like one. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A value within a plain text: in isolating marks where it could be shown in another order or turn that of the text,
 * and bare where all its letters are of the text's own script.
 */
export function isolateIn(value: string, { lang, dir }: TextLanguage): string {
  const own = scripts[lang.split('-')[0] ?? ''];
  const isOwn =
    dir === 'ltr' ? !RIGHT_TO_LEFT.test(value) : !!own && own.test(value) && [...value.matchAll(/[\p{L}\u200e]/gu)].every(([letter]) => own.test(letter));
  return isOwn ? value : `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}`;
}

/** A line of plain text that begins with a letter of the other direction, with a mark before it: programs take the direction from there. */
export function markDirection(line: string, dir: 'ltr' | 'rtl'): string {
  const [first = ''] = /\p{L}/u.exec(line) ?? [];
  return first !== '' && RIGHT_TO_LEFT.test(first) !== (dir === 'rtl') ? `${MARKS[dir]}${line}` : line;
}
