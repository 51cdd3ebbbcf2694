import { getAnalyser } from '../../src/search/analyser/analyse.ts';
import { createFinder, type Finder } from '../../src/search/finder.ts';
import type { OpenFinder } from '../../src/search/results-asker.ts';
import type { SearchedLanguage } from '../../src/search/results-languages.ts';
import type { IndexedThing } from '../../src/search/step-index.ts';

/** The languages as the server writes them into a page in English. */
export const languages: readonly SearchedLanguage[] = [
  { locale: 'en', lang: 'en', script: 'latin', index: '/search-index/en.0.json' },
  { locale: 'he', lang: 'he', script: 'hebrew', index: '/search-index/he.0.json' },
  { locale: 'it', lang: 'it', script: 'latin', index: '/search-index/it.0.json' },
];

/** A small site in three languages, found in with the real engine. */
const titles: Readonly<Record<string, Readonly<Record<string, readonly [title: string, summary: string, terms: readonly string[]]>>>> = {
  en: {
    'open-with-apology': ['Open with the apology', 'Say sorry in the first sentence.', ['regret in writing']],
    'name-the-mistake': ['Name the mistake', 'Say in one sentence what went wrong.', ['come clean']],
    'offer-compensation': ['Offer compensation', 'Let the harm decide how much.', ['refund']],
  },
  he: {
    'open-with-apology': ['פותחים בהתנצלות', 'מבקשים סליחה במשפט הראשון.', ['להצטער']],
    'name-the-mistake': ['קוראים לטעות בשמה', 'אומרים במשפט אחד מה השתבש.', ['להודות']],
    'offer-compensation': ['מציעים פיצוי', 'הנזק קובע כמה.', ['החזר']],
  },
  it: {
    'open-with-apology': ['Comincia con le scuse', 'Chiedi scusa nella prima frase.', ['dispiacere']],
    'name-the-mistake': ['Chiama l’errore per nome', 'Di’ in una frase che cosa non ha funzionato.', ['ammettere']],
    'offer-compensation': ['Offri un risarcimento', 'Decide il danno.', ['rimborso']],
  },
};

const item: IndexedThing = {
  kind: 'item',
  id: 'said-we',
  parent: 'during-conversation',
  title: 'Sorry came first',
  summary: '',
  terms: [],
  steps: ['open-with-apology'],
};

const finders = new Map<string, Finder>(
  Object.entries(titles).map(([lang, things]) => {
    const steps = Object.entries(things).map(
      ([id, [title, summary, terms]]): IndexedThing => ({ kind: 'step', id, parent: 'own-up', title, summary, terms, steps: [] }),
    );
    return [lang, createFinder({ lang, things: lang === 'en' ? [...steps, item] : steps }, getAnalyser(lang))];
  }),
);

/** Opens the index of the small site. */
export const openSmall: OpenFinder = async (_address, lang) => finders.get(lang)!;

/** Lets what waits for `milliseconds` happen. */
export function wait(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The sentences that say how an answer was found, as SearchNotes.astro writes them. */
export const notes = `<template data-notes><span data-how="layout">Keyboard: “<bdi data-query></bdi>”.</span><span data-how="spelling">Spelt: “<bdi data-query></bdi>”.</span><span data-how="weak">Nothing exactly.</span><span data-how="he">Words in Hebrew.</span><span data-how="it">Words in Italian.</span></template>`;
