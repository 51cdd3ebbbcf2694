import { isPlainDate } from '../share/plain-date.ts';
import { blamingFacts, findWords, type RuleKind } from './check-rules.ts';
import { LONGEST_VALUE } from './clean-value.ts';
import { countWords } from './count-words.ts';
import type { FactKind } from './fact-kinds.ts';
import { type FilledMessage, getEmptySlots } from './message-text.ts';

/** An entry as it is checked: what the reader wrote, and the language they wrote it in. */
export interface CheckedEntry {
  readonly fact: string;
  readonly kind: FactKind;
  readonly entry: string;
  readonly lang: string;
  /** Whether the day belongs into the past. */
  readonly past: boolean;
}

export interface MessageToCheck {
  readonly message: FilledMessage;
  readonly lang: string;
  readonly wordLimit: number | undefined;
  readonly entries: readonly CheckedEntry[];
  /** Today as YYYY-MM-DD. */
  readonly today: string;
}

/** Something to look at again; nothing of it keeps a message from being sent. */
export interface Notice {
  readonly kind: RuleKind | 'long' | 'empty' | 'past' | 'future' | 'cut';
  /** The fact that it is about, where it is about one. */
  readonly fact?: string;
  /** The words that were found. */
  readonly found?: string;
  readonly count?: number;
}

/** What in a message is worth a second look, in the order of the facts. */
export function checkMessage({ message, lang, wordLimit, entries, today }: MessageToCheck): Notice[] {
  const empty = getEmptySlots(message).length;
  const words = wordLimit === undefined ? 0 : countWords(message, lang);
  const names = entries.filter(({ fact }) => fact === 'contact-name' || fact === 'overseen-by').flatMap(({ entry }) => getNames(entry));
  return [
    ...(empty ? [{ kind: 'empty', count: empty } as const] : []),
    ...(wordLimit !== undefined && words > wordLimit ? [{ kind: 'long', count: words } as const] : []),
    ...entries.flatMap((one) => [...checkDay(one, today), ...checkWords(one, names)]),
  ];
}

function checkDay({ fact, kind, entry, past }: CheckedEntry, today: string): Notice[] {
  const day = entry.slice(0, 10);
  if ((kind !== 'date' && kind !== 'moment') || !isPlainDate(day)) return [];
  if (past) return day > today ? [{ kind: 'future', fact }] : [];
  return day < today ? [{ kind: 'past', fact }] : [];
}

function checkWords({ fact, kind, entry, lang }: CheckedEntry, names: readonly string[]): Notice[] {
  if (kind === 'date' || kind === 'moment' || kind === 'minutes' || kind === 'phone') return [];
  if (entry.length > LONGEST_VALUE) return [{ kind: 'cut', fact, count: LONGEST_VALUE }];
  if (kind === 'line') return [];
  const isBlaming = blamingFacts.includes(fact);
  const kinds: readonly RuleKind[] = ['excuse', 'absolute', ...(isBlaming ? (['culprit', 'blame'] as const) : []), 'year'];
  const found = kinds.flatMap((rule): Notice[] => {
    const words = findWords(rule, entry, getLanguage(entry, lang));
    return words ? [{ kind: rule, fact, found: words }] : [];
  });
  const named = isBlaming && !found.some((one) => one.kind === 'culprit') ? names.find((name) => hasWord(entry, name)) : undefined;
  return named ? [...found, { kind: 'culprit', fact, found: named }] : found;
}

/** The language of an entry: what its letters say, or where they say nothing, that of the form. */
function getLanguage(entry: string, lang: string): string {
  const [letter = ''] = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Latin}/u.exec(entry) ?? [];
  if (/\p{Script=Hebrew}/u.test(letter)) return 'he';
  if (/\p{Script=Arabic}/u.test(letter)) return 'ar';
  return letter && (lang === 'he' || lang === 'ar') ? 'en' : lang;
}

/** The name at the beginning of an entry, with what belongs to it: whole, and its first word. */
function getNames(entry: string): string[] {
  const [whole = ''] = /^[\p{L}\p{M}’'׳-]+(?: [\p{L}\p{M}’'׳-]+)?/u.exec(entry.trim()) ?? [];
  const [first = ''] = whole.split(' ');
  return [whole, first].filter((name) => [...name].length > 2);
}

function hasWord(text: string, word: string): boolean {
  for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + 1)) {
    if (!/\p{L}$/u.test(text.slice(0, index)) && !/^\p{L}/u.test(text.slice(index + word.length))) return true;
  }
  return false;
}
