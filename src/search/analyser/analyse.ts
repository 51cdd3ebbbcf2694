import { createAnalyser } from './analyser.ts';
import { arabic } from './arabic.ts';
import { english } from './english.ts';
import { hebrew } from './hebrew.ts';
import { italian } from './italian.ts';
import type { Analyse, LanguageRules, Token } from './token.ts';

/** The languages that have rules of their own. */
export const languageRules: Readonly<Record<string, LanguageRules>> = { he: hebrew, ar: arabic, it: italian, en: english };

const analysers: Readonly<Record<string, Analyse>> = Object.fromEntries(
  Object.entries(languageRules).map(([language, rules]) => [language, createAnalyser(rules)]),
);
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
