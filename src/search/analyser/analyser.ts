import { foldWord } from './fold.ts';
import type { Analyse, Key, LanguageRules, Part, Token } from './token.ts';
import { getWords } from './words.ts';

/** Words seen before are not taken apart again; a text of strangers may not fill the memory. */
const MOST_KNOWN = 20_000;

/**
 * Makes the analyser of a language; it remembers the words it has seen.
 *
 * @param rules what is particular to the language; without them a word is found only as it is
 */
export function createAnalyser(rules?: LanguageRules): Analyse {
  const known = new Map<string, Pick<Token, 'keys' | 'isSmall'>>();
  const look = (raw: string): Pick<Token, 'keys' | 'isSmall'> => {
    const seen = known.get(raw);
    if (seen) return seen;
    if (known.size >= MOST_KNOWN) known.clear();
    const forms = getForms(raw, rules);
    known.set(raw, forms);
    return forms;
  };
  return (text) =>
    getWords(text).flatMap(({ start, end }) =>
      split(text.slice(start, end), rules)
        .map((part) => ({ start: start + part.start, end: start + part.end, ...look(text.slice(start + part.start, start + part.end)) }))
        .filter(({ keys }) => keys.length > 0),
    );
}

function split(raw: string, rules: LanguageRules | undefined): readonly Part[] {
  return rules?.split && rules.script.test(raw) ? rules.split(raw) : [{ start: 0, end: raw.length }];
}

function getForms(raw: string, rules: LanguageRules | undefined): Pick<Token, 'keys' | 'isSmall'> {
  // A compatibility form may hide another script (“²ℵ” is 2א): what comes first is the word.
  const whole = foldWord(raw);
  const [first] = getWords(whole);
  const folded = whole.slice(first?.start, first?.end);
  // The rules cut words between UTF-16 units; no letter of theirs takes two.
  const own = rules?.script.test(folded) && !/[\ud800-\udfff]/.test(folded) ? rules : undefined;
  // Only Hebrew has gershayim.
  const word = own?.fold ? own.fold(folded) : folded.replaceAll('"', '');
  if (!word) return { keys: [], isSmall: false };
  return { keys: getBest(own ? own.getKeys(word) : getForeignKeys(word)), isSmall: own?.smallWords.has(word) ?? false };
}

/** A word of another language in the text, mostly English (“deadline”, “deadlines”). */
function getForeignKeys(word: string): Key[] {
  return [{ key: word, weight: 1 }, ...(/^[a-z]{3,}s$/.test(word) ? [{ key: word.slice(0, -1), weight: 0.9 }] : [])];
}

/** Each key once, with its best weight. */
function getBest(keys: readonly Key[]): Key[] {
  const best = new Map<string, number>();
  for (const { key, weight } of keys) if (weight > (best.get(key) ?? 0)) best.set(key, weight);
  return Array.from(best, ([key, weight]) => ({ key, weight }));
}
