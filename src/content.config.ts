import { defineCollection } from 'astro:content';
import { existsSync } from 'node:fs';
import { glob, type Loader } from 'astro/loaders';
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
  messages: structures(kinds.message),
  messageWords: words(kinds.message),
  facts: structures(kinds.fact),
  factWords: words(kinds.fact),
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
    loader: createLoader(kind, `*/${kind.structure}`, (entry) => entry.slice(0, entry.indexOf('/'))),
    schema: kind.structureSchema as K['structureSchema'],
  });
}

/** What a reader reads; the id of an entry is `<id>/<locale>`. */
function words<K extends ContentKind>(kind: K) {
  return defineCollection({
    loader: createLoader(kind, `*/{${locales.join(',')}}.${kind.words}`, (entry) => entry.replace(/\.\w+$/, '')),
    schema: kind.wordsSchema as K['wordsSchema'],
  });
}

/** Loads the files of a kind, also the first ones, which come while a server runs: until then the folder is not there, and nothing warns of that. */
function createLoader({ folder }: ContentKind, pattern: string, getId: (entry: string) => string): Loader {
  const { name, load } = glob({ base: `./content/${folder}`, pattern, generateId: ({ entry }) => getId(entry) });
  return {
    name,
    load: (context) => {
      const isThere = existsSync(new URL(`content/${folder}/`, context.config.root));
      return load(isThere ? context : { ...context, logger: Object.assign(context.logger.fork(name), { warn: () => undefined }) });
    },
  };
}
