import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { getStrings, readWordFiles, type WordFields } from '../content/read-word-files.ts';
import { getLocaleRow, type Locale, locales } from '../i18n/locales.ts';
import type { IndexedThing, StepIndex } from './step-index.ts';

/**
 * Makes the step indexes of all languages from the files of content/, each of its own words alone: what a language
 * borrows from another stays out of its index.
 *
 * @param dir the folder content/
 */
export async function readStepIndexes(dir: string): Promise<Map<Locale, Omit<StepIndex, 'version'>>> {
  const words = await readWordFiles(dir);
  const structures = await readStructures(dir);
  return new Map(
    locales.map((locale) => {
      const getOwn = (id: string): WordFields | undefined => words.get(`${locale}/${id}`);
      return [locale, { lang: getLocaleRow(locale).lang, things: getThings(structures, getOwn) }];
    }),
  );
}

/** Everything that can be found: steps in the order of the path, then what refers to them. */
function getThings(structures: Structures, getOwn: (id: string) => WordFields | undefined): IndexedThing[] {
  const { steps, phases, checklists, messages, glossary } = structures;
  const phaseOrder = new Map(phases.map(({ id }, index) => [id, index]));
  const written = new Set(steps.map(({ fields }) => String(fields['phase'])));
  const inOrder = steps.toSorted((a, b) => (phaseOrder.get(String(a.fields['phase'])) ?? 0) - (phaseOrder.get(String(b.fields['phase'])) ?? 0));
  const make = (kind: IndexedThing['kind'], { id, fields }: Structure, summary: string): IndexedThing[] => {
    const own = getOwn(id);
    const parent = kind === 'step' ? String(fields['phase']) : '';
    const refersTo = kind === 'message' ? getStrings(fields, 'steps') : [];
    return own
      ? [{ kind, id, parent, title: getText(own, 'title'), summary: getText(own, summary), terms: getStrings(own, 'searchTerms'), steps: refersTo }]
      : [];
  };
  return [
    ...inOrder.flatMap((step) => make('step', step, 'action')),
    ...messages.flatMap((message) => make('message', message, 'description')),
    ...checklists.flatMap((list) => [...make('checklist', list, 'description'), ...getItems(list, getOwn(list.id))]),
    ...phases.filter(({ id }) => written.has(id)).flatMap((phase) => make('phase', phase, 'description')),
    ...glossary.flatMap((term) => make('term', term, '')),
  ];
}

function getItems({ id: list, fields }: Structure, own: WordFields | undefined): IndexedThing[] {
  const texts = own?.['items'] as Readonly<Record<string, unknown>> | undefined;
  return getItemStructures(fields).flatMap((item): IndexedThing[] => {
    const title = texts?.[item.id];
    return typeof title === 'string' ? [{ kind: 'item', id: item.id, parent: list, title, summary: '', terms: [], steps: item.steps }] : [];
  });
}

function getItemStructures(fields: WordFields): { id: string; steps: string[] }[] {
  const items = fields['items'];
  return Array.isArray(items) ? (items as WordFields[]).map((item) => ({ id: String(item['id']), steps: getStrings(item, 'steps') })) : [];
}

function getText(fields: WordFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** The structure files of each kind that the index holds, in their order. A kind of which nothing is written yet has none. */
async function readStructures(dir: string): Promise<Structures> {
  const read = async (folder: keyof Structures, file: string): Promise<Structure[]> => {
    const ids = await readdir(join(dir, folder)).catch(() => []);
    const things = await Promise.all(ids.sort().map(async (id) => ({ id, fields: await readFields(join(dir, folder, id, file)) })));
    return things.flatMap(({ id, fields }) => (fields ? [{ id, fields }] : [])).sort((a, b) => Number(a.fields['order'] ?? 0) - Number(b.fields['order'] ?? 0));
  };
  const [steps, phases, checklists, messages, glossary] = await Promise.all([
    read('steps', 'step.yaml'),
    read('phases', 'phase.yaml'),
    read('checklists', 'checklist.yaml'),
    read('messages', 'message.yaml'),
    read('glossary', 'term.yaml'),
  ]);
  return { steps, phases, checklists, messages, glossary };
}

/** The fields of a structure file; undefined where there is none (a folder that an editor made). */
async function readFields(path: string): Promise<WordFields | undefined> {
  const source = await readFile(path, 'utf8').catch(() => undefined);
  return source === undefined ? undefined : ((parse(source) as WordFields | null) ?? {});
}

interface Structure {
  readonly id: string;
  readonly fields: WordFields;
}

interface Structures {
  readonly steps: readonly Structure[];
  readonly phases: readonly Structure[];
  readonly checklists: readonly Structure[];
  readonly messages: readonly Structure[];
  readonly glossary: readonly Structure[];
}
