import type { Analyse, Key, Token } from './analyser/token.ts';
import type { IndexedThing } from './step-index.ts';

/** Where a text of a thing stands: in its title, summary or authored terms, its id, an item that refers to it, its phase. */
export type Field = 'title' | 'summary' | 'term' | 'id' | 'item' | 'phase';

/** A text of a thing, compared with the query as a whole. */
export interface Unit {
  /** The number of the thing. */
  readonly thing: number;
  readonly field: Field;
  readonly text: string;
  /** Its words as they are, folded; a query with the same is this text. */
  readonly words: string;
  /** How much its words say together; see `getMass()`. */
  mass: number;
}

/** The units in which a key stands, and how much of a word it tells there, in step. */
export interface Posting {
  readonly units: number[];
  readonly weights: number[];
}

/** An index in memory. */
export interface Postings {
  readonly things: readonly IndexedThing[];
  readonly census: Census;
  readonly units: readonly Unit[];
  readonly keys: ReadonlyMap<string, Posting>;
  /** What is shown of things, taken apart: to be marked without the work being done again for each query. */
  readonly shown: ReadonlyMap<string, readonly Token[]>;
  /** The words themselves by their length, for what begins like them or is nearly spelt like them. */
  readonly spellings: readonly (readonly Spelling[])[];
}

/** How common words are among everything that can be found, of which only a part may be in memory. */
export interface Census {
  /** How many things there are. */
  readonly count: number;
  /** In how many of them a key stands; undefined where only what is in memory can say. */
  getFrequency(key: string): number | undefined;
}

/** A word as it is spelt, and its letters as bits, by which most others are told apart at once. */
export interface Spelling {
  readonly word: string;
  readonly letters: number;
}

/** A small word counts this much of another: enough to tell two equal phrases apart. */
export const SMALL = 0.08;

/**
 * Puts everything that is found into memory. It rests after each thing, so that a page can take a breath.
 *
 * @param census of a whole of which `things` are a part; without it they are the whole
 * @yields nothing; the result is what it returns
 */
export function* collectPostings(things: readonly IndexedThing[], analyse: Analyse, census?: Census): Generator<void, Postings, void> {
  const units: Unit[] = [];
  const keys = new Map<string, Posting>();
  const words: (readonly Word[])[] = [];
  const shown = new Map<string, readonly Token[]>();
  for (const { field, text, thing } of getTexts(things)) {
    const tokens = analyse(text);
    const best = new Map<string, number>();
    for (const token of tokens) for (const { key, weight } of token.keys) best.set(key, Math.max(weight, best.get(key) ?? 0));
    for (const [key, weight] of best) {
      const posting = keys.get(key) ?? { units: [], weights: [] };
      posting.units.push(units.length);
      posting.weights.push(weight);
      keys.set(key, posting);
    }
    words.push(tokens);
    if (field === 'title' || field === 'summary') shown.set(text, tokens);
    units.push({ thing, field, text, words: getSequence(tokens), mass: 0 });
    yield;
  }
  const spellings = yield* getSpellings(keys);
  const found = { things, census: census ?? { count: things.length, getFrequency: () => undefined }, units, keys, shown, spellings };
  const known = new Map<string, number>();
  for (const [index, tokens] of words.entries()) {
    const unit = units[index];
    for (const token of getDistinct(tokens)) {
      const word = getName(token);
      const mass = known.get(word) ?? getMass(found, token);
      known.set(word, mass);
      if (unit) unit.mass += mass;
    }
    if (index % 16 === 0) yield;
  }
  return found;
}

/** Each word of a text once. */
export function getDistinct<T extends Word>(tokens: readonly T[]): T[] {
  return [...new Map(tokens.toReversed().map((token) => [getName(token), token])).values()].toReversed();
}

/** The words of a text in their order. */
export function getSequence(tokens: readonly Word[]): string {
  return tokens.map(getName).join(' ');
}

const getName = ({ keys }: Word): string => keys[0]?.key ?? '';

type Word = { readonly keys: readonly Key[]; readonly isSmall: boolean };

/** How much a word says: the rarer it and its near forms are, the more. Nothing where the index has none of them. */
export function getMass(postings: Omit<Postings, 'spellings'>, { keys, isSmall }: Word): number {
  const near = keys.filter(({ weight }) => weight >= 0.8);
  const frequency = Math.max(...near.map(({ key }) => postings.census.getFrequency(key) ?? countThings(postings, postings.keys.get(key))));
  return frequency > 0 ? getRarity(postings, frequency) * (isSmall ? SMALL : 1) : 0;
}

/** How much a word says that stands in `frequency` things: about 1 where half have it, 5 where one of 200 has. */
export function getRarity({ census }: Pick<Postings, 'census'>, frequency: number): number {
  return Math.log2(1 + census.count / Math.max(1, frequency)) / 1.5;
}

/** In how many things a key stands; units come in the order of their things. */
export function countThings({ units }: Pick<Postings, 'units'>, posting: Posting | undefined): number {
  let [count, last] = [0, -1];
  for (const unit of posting?.units ?? []) {
    const thing = units[unit]?.thing ?? -1;
    if (thing !== last) count += 1;
    last = thing;
  }
  return count;
}

/** Every text of every thing. A step is also found by the items that refer to it and by its phase. */
function* getTexts(things: readonly IndexedThing[]): Generator<Pick<Unit, 'thing' | 'field' | 'text'>> {
  const items = Map.groupBy(
    things.filter(({ kind }) => kind === 'item').flatMap(({ title, steps }) => steps.map((step) => ({ step, title }))),
    ({ step }) => step,
  );
  const phases = new Map(things.filter(({ kind }) => kind === 'phase').map((phase) => [phase.id, phase]));
  for (const [thing, { id, kind, parent, title, summary, terms }] of things.entries()) {
    yield { thing, field: 'title', text: title };
    if (summary) yield { thing, field: 'summary', text: summary };
    for (const text of terms) yield { thing, field: 'term', text };
    // An id says in English words what the thing is about, and costs no byte; people type English in every language.
    yield { thing, field: 'id', text: id };
    if (kind !== 'step') continue;
    for (const item of items.get(id) ?? []) yield { thing, field: 'item', text: item.title };
    const phase = phases.get(parent);
    for (const text of phase ? [phase.title, ...phase.terms] : []) yield { thing, field: 'phase', text };
  }
}

/** How much of a word a key must tell to be a spelling of it: the word itself, and what is left of it without a prefix. */
const SPELLING = 0.9;

function* getSpellings(keys: ReadonlyMap<string, Posting>): Generator<void, Spelling[][], void> {
  const byLength: Spelling[][] = [];
  let count = 0;
  for (const [word, { weights }] of keys) {
    count += 1;
    if (count % 500 === 0) yield;
    if (!/^[^~^]/.test(word) || weights.every((weight) => weight < SPELLING)) continue;
    const spelling = { word, letters: getLetters(word) };
    const same = byLength[word.length];
    if (same) same.push(spelling);
    else byLength[word.length] = [spelling];
  }
  return byLength;
}

/** The letters of a word as bits; letters 32 apart share one. */
export function getLetters(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}
