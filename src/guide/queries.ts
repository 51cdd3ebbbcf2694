import { type CollectionEntry, getCollection } from 'astro:content';
import { rememberInBuild } from '../content/remember.ts';
import { getWords, type Worded } from '../content/words.ts';
import type { Locale } from '../i18n/locales.ts';

/** All phases in order, each with its steps in order. A phase without steps is not written yet and has no page. */
export const getPhases = rememberInBuild(async (locale: Locale): Promise<readonly Phase[]> => {
  const structures = (await getCollection('phases')).toSorted((a, b) => a.data.order - b.data.order);
  return Promise.all(
    structures.map(async ({ id, data }) => ({
      id,
      ...data,
      ...(await getWords('phaseWords', id, locale)),
      steps: await getStepsOf(id, data.order, locale),
    })),
  );
});

/** The phases that have steps, and so a page. */
export async function getWrittenPhases(locale: Locale): Promise<Phase[]> {
  return (await getPhases(locale)).filter((phase) => phase.steps.length > 0);
}

/** All steps, by phase and order. */
export async function getSteps(locale: Locale): Promise<Step[]> {
  return (await getPhases(locale)).flatMap((phase) => phase.steps);
}

async function getStepsOf(phase: string, phaseOrder: number, locale: Locale): Promise<Step[]> {
  const structures = (await getCollection('steps', ({ data }) => data.phase === phase)).toSorted((a, b) => a.data.order - b.data.order);
  return Promise.all(
    structures.map(async ({ id, data }) => ({ id, ...data, number: `${phaseOrder}.${data.order}`, ...(await getWords('stepWords', id, locale)) })),
  );
}

type Structure<Name extends 'phases' | 'steps'> = CollectionEntry<Name>['data'];

export interface Phase extends Structure<'phases'>, Worded<'phaseWords'> {
  readonly id: string;
  readonly steps: Step[];
}

export interface Step extends Structure<'steps'>, Worded<'stepWords'> {
  readonly id: string;
  /** Phase and place in it, as shown in the margin: `4.2`. */
  readonly number: string;
}
