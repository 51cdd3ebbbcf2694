import { type ContentModel, getThings, type SourceFile, type Thing } from './content-model.ts';
import { getFieldPlace } from './fault-place.ts';
import type { Place } from './fault-wording.ts';
import { createFault, type Fault } from './faults.ts';
import { citingKinds } from './kind-rules.ts';
import { getNearest } from './nearest.ts';
import { selectTexts, selectValues } from './select-values.ts';

interface Idea {
  readonly source: Thing;
  readonly kind: unknown;
  readonly at: Place;
}

/**
 * Every idea cited is one of a source and no noise, every idea that is neither noise nor a gap is cited, and every cited idea has its sentence in every language in which
 * the source has words (B06).
 */
export function checkIdeas(model: ContentModel): Fault[] {
  const { ideas, faults } = collectIdeas(model);
  const cited = new Map<string, Place>();
  for (const thing of citingKinds.flatMap((kind) => getThings(model, kind))) {
    for (const { path, value } of selectTexts(thing.structure, ['ideas', '*'])) {
      if (!thing.structure) continue;
      const at = getFieldPlace(thing.structure, path);
      const idea = ideas.get(value);
      const nearest = getNearest(value, ideas.keys());
      if (!idea) faults.push(createFault('unknown-idea', at, { idea: value, ...(nearest === undefined ? {} : { nearest }) }));
      else if (idea.kind === 'noise') faults.push(createFault('noise-cited', at, { idea: value, defined: idea.at }));
      else if (!cited.has(value)) cited.set(value, at);
    }
  }
  for (const [idea, { kind, at }] of ideas) {
    // What the translation garbled beyond sense or left out altogether has nothing to carry.
    if (kind !== 'noise' && kind !== 'gap' && !cited.has(idea)) faults.push(createFault('idea-not-cited', at, { idea }));
  }
  const citedBySource = Map.groupBy([...cited.keys()], (idea) => ideas.get(idea)?.source);
  for (const source of getThings(model, 'source')) {
    for (const words of source.words.values()) faults.push(...checkIdeaTexts(source, words, citedBySource.get(source) ?? [], cited, ideas));
  }
  return faults;
}

function collectIdeas(model: ContentModel): { ideas: Map<string, Idea>; faults: Fault[] } {
  const ideas = new Map<string, Idea>();
  const faults: Fault[] = [];
  for (const source of getThings(model, 'source')) {
    for (const { path, value } of selectValues(source.structure, ['ideas', '*'])) {
      if (!source.structure) continue;
      const name = String(path.at(-1));
      const at = getFieldPlace(source.structure, path, 'key');
      const other = ideas.get(name);
      if (other) faults.push(createFault('duplicate-id', at, { id: name, kind: 'idea', first: other.at, firstKind: 'idea' }));
      else ideas.set(name, { source, kind: value, at });
    }
  }
  return { ideas, faults };
}

function checkIdeaTexts(
  source: Thing,
  words: SourceFile,
  due: readonly string[],
  cited: ReadonlyMap<string, Place>,
  ideas: ReadonlyMap<string, Idea>,
): Fault[] {
  // A file that does not parse has its fault; so has one without the field.
  const hasField = selectValues(words, ['ideas']).some(({ value }) => typeof value === 'object' && value !== null);
  if (!hasField) return [];
  const present = new Set(selectValues(words, ['ideas', '*']).map(({ path }) => String(path.at(-1))));
  const missing = due.filter((idea) => !present.has(idea)).toSorted();
  // If the structure does not parse, nothing can be said about what the source knows.
  const unknown = source.structure?.located ? [...present].filter((idea) => ideas.get(idea)?.source !== source) : [];
  return [
    ...missing.map((idea) => {
      const by = cited.get(idea);
      return createFault('idea-without-text', { ...getFieldPlace(words, ['ideas'], 'key'), field: `ideas.${idea}` }, { idea, ...(by ? { by } : {}) });
    }),
    ...unknown.map((idea) => createFault('text-of-unknown-idea', getFieldPlace(words, ['ideas', idea], 'key'), { idea, source: source.id })),
  ];
}
