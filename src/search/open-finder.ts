import { loadAnalyser } from './analyser/languages.ts';
import type { Analyse } from './analyser/token.ts';
import { type Finder, makeFinder } from './finder.ts';
import type { LargeIndexHead } from './large-index.ts';
import { parseStepIndex } from './step-index.ts';

/** After so many milliseconds of work the page gets a turn; at a quarter of the speed that is well below a long task. */
const TURN = 8;

/** So much of a file says which of the two it is. */
const BEGINNING = 200;

const opened = new Map<string, Promise<Finder>>();

/**
 * Loads a step index once and makes its finder, in small turns, so that typing stays smooth meanwhile.
 *
 * @param address as the server wrote it into the page: `…/search-index/<locale>.<version>.json`
 * @param lang BCP-47 tag of the language it must be in
 * @throws if it is missing, damaged, in another language or of another build; the next call tries again
 */
export function openFinder(address: string, lang: string): Promise<Finder> {
  const known = opened.get(address);
  if (known) return known;
  const opening = open(address, lang);
  opened.set(address, opening);
  opening.catch(() => opened.delete(address));
  return opening;
}

async function open(address: string, lang: string): Promise<Finder> {
  const [text, analyse] = await Promise.all([load(address), loadAnalyser(lang)]);
  const version = /\.([0-9a-f]+)\.json$/.exec(address)?.[1] ?? '';
  if (text.slice(0, BEGINNING).includes('"blocks"')) return openLarge(address, text, { version, lang }, analyse);
  const making = makeFinder(parseStepIndex(text, { version, lang }), analyse);
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
