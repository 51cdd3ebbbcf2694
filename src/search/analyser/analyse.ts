import { createAnalyser } from './analyser.ts';
import { arabic } from './arabic.ts';
import { english } from './english.ts';
import { hebrew } from './hebrew.ts';
import { italian } from './italian.ts';
import type { Analyse, Token } from './token.ts';

const analysers: Readonly<Record<string, Analyse>> = {
  he: createAnalyser(hebrew),
  ar: createAnalyser(arabic),
  it: createAnalyser(italian),
  en: createAnalyser(english),
};
const plain = createAnalyser();

/**
 * The words of `text` with the forms under which each is found, for the build and for tests. A page asks
 * `loadAnalyser()` for its one language.
 *
 * @param lang BCP-47 tag; its first part decides
 */
export function analyse(lang: string, text: string): Token[] {
  return getAnalyser(lang)(text);
}

/** The analyser of a language; see `loadAnalyser()`. */
export function getAnalyser(lang: string): Analyse {
  const language = lang.split('-')[0] ?? '';
  return Object.hasOwn(analysers, language) ? analysers[language]! : plain;
}
