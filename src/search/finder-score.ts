import type { Field, Postings } from './finder-postings.ts';
import type { LookedUp } from './finder-query.ts';
import type { IndexedKind } from './step-index.ts';

/** How well a thing answers a query. */
export interface Score {
  readonly thing: number;
  readonly score: number;
  /** How much of what the query says the thing has, from 0 to 1. */
  readonly coverage: number;
  /** The unit that answers best. */
  readonly unit: number;
}

/** A title says what a thing is about, an authored term what people call it, a summary and an item what comes up in it. */
const FIELD_WEIGHTS: Readonly<Record<Field, number>> = { title: 1, term: 0.85, summary: 0.6, id: 0.8, item: 0.8, phase: 0.5 };

/** Who searches wants to know what to do: a step comes before a message, a list or a definition about it. */
const KIND_WEIGHTS: Readonly<Record<IndexedKind, number>> = { step: 1, message: 0.55, checklist: 0.45, phase: 0.4, term: 0.48, item: 0.35 };

/** The share of the one text that answers best; the rest is what all texts of the thing have together. */
const BEST_TEXT = 0.4;

/** How much a text loses by what else it says; a title less, because it cannot be as short as a term. */
const LONG_TITLE = 0.4;
const LONG_TEXT = 0.5;

/** A text is the query in another order where this much of each is in the other; what either gains by it. */
const SAME = 0.985;
const SAME_BAG = 1.2;
const SAME_WORDS = 1.35;

/** A word that comes up once in a thing counts this much of one that comes up again and again. */
const ONCE = 0.7;

/**
 * Every thing that has a word of the query, best first. Words are ORed; a thing is better the more of the query it has,
 * best of all in one text that says little else.
 */
export function scoreThings(postings: Postings, { words, sequence }: LookedUp): Score[] {
  const total = words.reduce((sum, { rarity }) => sum + rarity, 0);
  if (total === 0) return [];
  const byThing = new Map<number, { together: number; best: number; unit: number }>();
  const byUnit = new Map<number, number>();
  for (const { units, rarity } of words) {
    const inThing = new Map<number, { most: number; sum: number }>();
    for (const [index, found] of units) {
      const { thing, field } = postings.units[index]!;
      byUnit.set(index, (byUnit.get(index) ?? 0) + found * rarity);
      const { most, sum } = inThing.get(thing) ?? { most: 0, sum: 0 };
      const weighted = found * FIELD_WEIGHTS[field];
      inThing.set(thing, { most: Math.max(most, weighted), sum: sum + weighted });
    }
    for (const [thing, { most, sum }] of inThing) {
      const match = most * (ONCE + (1 - ONCE) * ((sum - most) / (sum - most + 1)));
      const known = byThing.get(thing);
      if (known) known.together += match * rarity;
      else byThing.set(thing, { together: match * rarity, best: 0, unit: -1 });
    }
  }
  for (const [index, matched] of byUnit) {
    const { thing, field, mass, words: text } = postings.units[index]!;
    const same = text === sequence ? SAME_WORDS : matched > SAME * total && matched > SAME * mass ? SAME_BAG : 1;
    const score = FIELD_WEIGHTS[field] * (matched / total) * Math.min(1, matched / mass) ** (field === 'title' ? LONG_TITLE : LONG_TEXT) * same;
    const known = byThing.get(thing)!;
    if (score > known.best) Object.assign(known, { best: score, unit: index });
  }
  return Array.from(byThing, ([thing, { together, best, unit }]) => ({
    thing,
    unit,
    coverage: together / total,
    score: KIND_WEIGHTS[postings.things[thing]!.kind] * (BEST_TEXT * best + (1 - BEST_TEXT) * (together / total)),
  })).sort((a, b) => b.score - a.score || a.thing - b.thing);
}
