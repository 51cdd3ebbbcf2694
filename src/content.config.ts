import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { type ContentKind, contentKinds as kinds } from './content-kinds.ts';
import { locales } from './i18n/locales.ts';

export const collections = {
  pages: structures(kinds.page),
  pageWords: words(kinds.page),
  phases: structures(kinds.phase),
  phaseWords: words(kinds.phase),
  steps: structures(kinds.step),
  stepWords: words(kinds.step),
  checklists: structures(kinds.checklist),
  checklistWords: words(kinds.checklist),
  sources: structures(kinds.source),
  sourceWords: words(kinds.source),
  tensions: structures(kinds.tension),
  tensionWords: words(kinds.tension),
  triage: structures(kinds.triage),
  triageWords: words(kinds.triage),
  terms: structures(kinds.term),
  termWords: words(kinds.term),
};

/** What is the same in every language; the id of an entry is the name of its folder. */
function structures<K extends ContentKind>(kind: K) {
  return defineCollection({
    loader: glob({ base: `./content/${kind.folder}`, pattern: `*/${kind.structure}`, generateId: ({ entry }) => entry.slice(0, entry.indexOf('/')) }),
    schema: kind.structureSchema as K['structureSchema'],
  });
}

/** What a reader reads; the id of an entry is `<id>/<locale>`. */
function words<K extends ContentKind>(kind: K) {
  return defineCollection({
    loader: glob({
      base: `./content/${kind.folder}`,
      pattern: `*/{${locales.join(',')}}.${kind.words}`,
      generateId: ({ entry }) => entry.replace(/\.\w+$/, ''),
    }),
    schema: kind.wordsSchema as K['wordsSchema'],
  });
}
