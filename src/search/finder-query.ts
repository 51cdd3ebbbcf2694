import type { Analyse, Key, Token } from './analyser/token.ts';
import { countThings, getDistinct, getMass, getRarity, getSequence, type Postings, SMALL } from './finder-postings.ts';
import { getNearKeys } from './finder-spelling.ts';

/** A word of the query, and where it is found. */
export interface QueryWord {
  /** The forms under which it was found, with all that nearly is one of them. */
  readonly keys: ReadonlyMap<string, number>;
  /** How much it says; see `getRarity()`. */
  readonly rarity: number;
  readonly isSmall: boolean;
  /** The units that have it, and how well they match, from 0 to 1. */
  readonly units: ReadonlyMap<number, number>;
}

/** More than this says nothing more; a pasted text must not freeze the page. */
const LONGEST = 1_000;
const MOST_WORDS = 24;

/** Above 1, far forms count for less beside near ones. */
const SHARPNESS = 1.8;

/** A word that is found at least so well is not looked for under another spelling. */
const KNOWN = 0.86;

/** A match at least this good means the word itself, in another form. */
const SURE = 0.6;

/** A query, looked up. */
export interface LookedUp {
  readonly words: readonly QueryWord[];
  /** The words in their order; see `getSequence()`. */
  readonly sequence: string;
}

/**
 * The words of a query, each once, and where in the index they are.
 *
 * @param query what was typed; only its beginning counts where it is very long
 */
export function lookUp(postings: Postings, analyse: Analyse, query: string): LookedUp {
  const start = query.slice(0, LONGEST);
  const tokens = analyse(start);
  const last = tokens.at(-1);
  const isOpen = last?.end === start.length;
  const words = getDistinct(tokens)
    .slice(0, MOST_WORDS)
    .map((token) => lookUpWord(postings, token, isOpen && token.end === last.end));
  return { words, sequence: getSequence(tokens) };
}

function lookUpWord(postings: Postings, token: Token, isOpen: boolean): QueryWord {
  const { keys: forms, isSmall } = token;
  const keys = new Map<string, number>();
  const units = new Map<number, number>();
  const add = (found: readonly Key[]): number => {
    let best = 0;
    for (const { key, weight } of found) {
      const posting = postings.keys.get(key);
      if (!posting || (keys.get(key) ?? 0) >= weight) continue;
      keys.set(key, weight);
      for (const [index, unit] of posting.units.entries()) {
        const match = (weight * posting.weights[index]!) ** SHARPNESS;
        best = Math.max(best, match);
        if (match > (units.get(unit) ?? 0)) units.set(unit, match);
      }
    }
    return best;
  };
  const exact = add(forms);
  if (isOpen) add(getLongerKeys(postings, forms[0]?.key ?? ''));
  if (exact < KNOWN)
    add(
      getNearKeys(
        postings,
        forms.filter(({ weight }) => weight >= 0.7),
      ),
    );
  return { keys, units, isSmall, rarity: getMass(postings, token) || getFoundRarity(postings, units) * (isSmall ? SMALL : 1) };
}

/** The words that an unfinished one may become, the shorter ones first in weight. */
function getLongerKeys({ spellings }: Postings, word: string): Key[] {
  if (word.length < 2) return [];
  return spellings
    .slice(word.length + 1, word.length + 12)
    .flatMap((longer = []) =>
      longer.filter((other) => other.word.startsWith(word)).map(({ word: key }) => ({ key, weight: 0.92 * (word.length / key.length) ** 0.4 })),
    );
}

/** The rarity of a word that the index has only in far forms: by the things that surely have one, else by those that may. */
function getFoundRarity(postings: Postings, units: ReadonlyMap<number, number>): number {
  const sure = [...units].filter(([, match]) => match >= SURE).map(([unit]) => unit);
  const found = (sure.length > 0 ? sure : [...units.keys()]).sort((a, b) => a - b);
  return getRarity(postings, countThings(postings, { units: found, weights: [] }));
}
