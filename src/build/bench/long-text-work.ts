import { type CheckedEntry, checkMessage, type Notice } from '../../messages/check-message.ts';
import { cleanValue, LONGEST_VALUE } from '../../messages/clean-value.ts';
import { fillMessage } from '../../messages/message-text.ts';
import { languageRules } from '../../search/analyser/analyse.ts';
import { createAnalyser } from '../../search/analyser/analyser.ts';
import { measureOwnTime } from './own-time.ts';

/** What text costs that is far longer than anybody types, in milliseconds on this machine: of several texts the one that takes longest. */
export interface LongTextWork {
  /** Cleaning 100,000 characters for a message (fault case W04). */
  readonly clean: number;
  /** Looking through an entry of the greatest length (fault case W04). */
  readonly check: number;
  /** Taking 10,000 characters of a query apart, seen for the first time (fault case F06). */
  readonly analyse: number;
}

/** Milliseconds that each part may take. */
export const longTextBudget: LongTextWork = { clean: 50, check: 50, analyse: 50 };

const empty = fillMessage({ subject: null, moves: [] }, () => ({ kind: 'line', value: '', filled: true }));

/** Measures every text in every language that has rules of its own. */
export async function measureLongTexts(): Promise<LongTextWork> {
  const langs = Object.keys(languageRules);
  return {
    clean: await measureWorst(['a', 'נ', '👩‍👩‍👧‍👦', 'e\u0301'], 100_000, [cleanValue]),
    check: await measureWorst(
      ['a', 'but ', 'נ', 'أ ', '1/', 'un ', 'Anna’s '],
      LONGEST_VALUE,
      langs.map((lang) => (text) => checkEntry(text, lang)),
    ),
    analyse: await measureWorst(
      ['a', 'א', 'ا', 'וה', "l'", 'א״', 'é\u0301', '\u202e', 'وال', 'issimamente', 'a a ', '<b>', 'ﷺ'],
      10_000,
      // An analyser remembers the words that it has seen; a new one has seen none.
      Object.values(languageRules).map((rules) => (text) => createAnalyser(rules)(text)),
    ),
  };
}

/** The text of so many characters, and what is done with it, that takes longest. */
async function measureWorst(pieces: readonly string[], length: number, actions: readonly ((text: string) => unknown)[]): Promise<number> {
  const times: number[] = [];
  for (const piece of pieces) {
    const text = piece.repeat(length / piece.length);
    for (const action of actions) times.push(await measureOwnTime(() => action(text)));
  }
  return Math.max(...times);
}

function checkEntry(entry: string, lang: string): Notice[] {
  const entries: CheckedEntry[] = [{ fact: 'mistake', kind: 'sentence', entry, lang, past: false }];
  return checkMessage({ message: empty, lang, wordLimit: undefined, entries, today: '2026-03-14' });
}
