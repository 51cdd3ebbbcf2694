import { createAnalyser } from './analyser.ts';
import type { Analyse, LanguageRules } from './token.ts';

/** The rules of each language in a file of its own, so that a page loads those of its language alone. */
const RULES: Readonly<Record<string, () => Promise<LanguageRules>>> = {
  he: async () => (await import('./hebrew.ts')).hebrew,
  ar: async () => (await import('./arabic.ts')).arabic,
  it: async () => (await import('./italian.ts')).italian,
  en: async () => (await import('./english.ts')).english,
};

const loaded = new Map<string, Promise<Analyse>>();

/**
 * The analyser of a language, loaded once. A language without rules of its own gets what all share: no word of it is
 * lost, only its forms do not meet.
 *
 * @param lang BCP-47 tag; its first part decides
 */
export function loadAnalyser(lang: string): Promise<Analyse> {
  const language = lang.split('-')[0] ?? '';
  const known = loaded.get(language);
  if (known) return known;
  const analyse = Object.hasOwn(RULES, language) ? RULES[language]!().then(createAnalyser) : Promise.resolve(createAnalyser());
  loaded.set(language, analyse);
  analyse.catch(() => loaded.delete(language));
  return analyse;
}
