import type { Analyse } from './analyser/token.ts';
import type { Postings } from './finder-postings.ts';
import { type LookedUp, lookUp, type QueryWord } from './finder-query.ts';
import { type Score, scoreThings } from './finder-score.ts';

/** How much of the query a term must have to stand for it, and by how much it must be better than any step. */
const LEAST_COVERAGE = 0.55;
const BETTER = 1.1;

/** How many steps a term leads to, and how good they must be under its name. */
const MOST_STEPS = 3;
const LEAST_SCORE = 0.36;

/**
 * The glossary knows other words for a thing, foreign ones too. Where a term answers and no step does, the steps that its
 * name leads to come before it: who types “refund” wants to know what to offer, not what the word means.
 *
 * @returns the scores with those steps in their place, and the words to mark
 */
export function goThroughTerm(postings: Postings, analyse: Analyse, asked: LookedUp, scores: readonly Score[]): Answer {
  const isStep = ({ thing }: Score): boolean => postings.things[thing]!.kind === 'step';
  const [best] = scores;
  if (!best) return { scores, words: asked.words };
  const name = postings.things[best.thing];
  if (name?.kind !== 'term' || best.coverage < LEAST_COVERAGE || best.score < BETTER * (scores.find(isStep)?.score ?? 0)) return { scores, words: asked.words };
  const named = lookUp(postings, analyse, `${name.title} `);
  const steps = scoreThings(postings, named)
    .filter((score) => isStep(score) && score.score >= LEAST_SCORE)
    .slice(0, MOST_STEPS);
  const raised = steps.map((score, index) => ({ ...score, unit: best.unit, score: best.score * (1 + 0.01 * (steps.length - index)) }));
  const there = new Set(raised.map(({ thing }) => thing));
  return { scores: [...raised, ...scores.filter(({ thing }) => !there.has(thing))], words: [...asked.words, ...named.words] };
}

interface Answer {
  readonly scores: readonly Score[];
  readonly words: readonly QueryWord[];
}
