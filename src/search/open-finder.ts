import { loadAnalyser } from './analyser/languages.ts';
import type { Analyse } from './analyser/token.ts';
import { type Finder, makeFinder } from './finder.ts';
import type { LargeIndexHead } from './large-index.ts';
import { addMoreTerms, getMoreName, parseStepIndex } from './step-index.ts';

/** After so many milliseconds of work the page gets a turn; at a quarter of the speed that is well below a long task. */
const TURN = 8;

/** So much of a file says which of the two it is. */
const BEGINNING = 200;

const opened = new Map<string, Promise<Opened>>();
const enriched = new Map<string, Promise<Finder | undefined>>();

interface Opened {
  readonly finder: Finder;
  /** Whether there is a file of further terms. */
  readonly hasMore: boolean;
}

/**
 * Loads a step index once and makes its finder, in small turns, so that typing stays smooth meanwhile.
 *
 * @param address as the server wrote it into the page: `…/search-index/<locale>.<version>.json`
 * @param lang BCP-47 tag of the language it must be in
 * @throws if it is missing, damaged, in another language or of another build; the next call tries again
 */
export async function openFinder(address: string, lang: string): Promise<Finder> {
  const opening = opened.get(address) ?? open(address, lang);
  opened.set(address, opening);
  opening.catch(() => opened.delete(address));
  return (await opening).finder;
}

/**
 * Loads the terms that an index leaves out so that the first answer comes soon. From then on `openFinder()` gives the
 * finder that knows them.
 *
 * @returns undefined where there are none, or where they cannot be had: what is there goes on answering
 */
export function enrichFinder(address: string, lang: string): Promise<Finder | undefined> {
  const known = enriched.get(address);
  if (known) return known;
  const enriching = enrich(address, lang).catch((error: unknown) => {
    console.warn(error);
    return undefined;
  });
  enriched.set(address, enriching);
  return enriching;
}

async function enrich(address: string, lang: string): Promise<Finder | undefined> {
  await openFinder(address, lang);
  const { finder, hasMore } = (await opened.get(address)) ?? {};
  if (!finder || !hasMore) return undefined;
  const things = addMoreTerms(finder.postings.things, await load(getMoreName(address)));
  const richer = await runInTurns(makeFinder({ lang, things }, finder.analyse));
  opened.set(address, Promise.resolve({ finder: richer, hasMore }));
  return richer;
}

async function open(address: string, lang: string): Promise<Opened> {
  const [text, analyse] = await Promise.all([load(address), loadAnalyser(lang)]);
  const version = /\.([0-9a-f]+)\.json$/.exec(address)?.[1] ?? '';
  if (text.slice(0, BEGINNING).includes('"blocks"')) return { finder: await openLarge(address, text, { version, lang }, analyse), hasMore: false };
  const index = parseStepIndex(text, { version, lang });
  return { finder: await runInTurns(makeFinder(index, analyse)), hasMore: index.hasMore === true };
}

/** Runs what rests often, and lets the page act between turns. */
async function runInTurns<T>(making: Generator<void, T, void>): Promise<T> {
  for (;;) {
    const until = performance.now() + TURN;
    let step = making.next();
    while (!step.done && performance.now() < until) step = making.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** The engine for an index in parts is loaded only with such an index. */
async function openLarge(address: string, text: string, expected: Pick<LargeIndexHead, 'version' | 'lang'>, analyse: Analyse): Promise<Finder> {
  const [{ createLargeFinder }, { getPartName, parseLargeIndexHead }] = await Promise.all([import('./large-finder.ts'), import('./large-index.ts')]);
  return createLargeFinder(parseLargeIndexHead(text, expected), (part, number) => load(getPartName(address, part, number)), analyse);
}

async function load(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The step index is not at ${address} (${response.status}).`);
  return response.text();
}
