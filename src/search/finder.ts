import type { Analyse } from './analyser/token.ts';
import { getMarks, type Mark } from './finder-marks.ts';
import { type Census, collectPostings, type Postings } from './finder-postings.ts';
import { lookUp, type QueryWord } from './finder-query.ts';
import { type Score, scoreThings } from './finder-score.ts';
import { goThroughTerm } from './finder-term.ts';
import type { IndexedKind, IndexedThing, StepIndex } from './step-index.ts';

/** Something found. Its address is made from kind, id and parent: `paths.phase(locale, parent, id)` for a step. */
export interface Found {
  readonly kind: IndexedKind;
  readonly id: string;
  /** The phase of a step, the list of an item; else empty. */
  readonly parent: string;
  readonly title: string;
  readonly summary: string;
  /** Higher is better, from 0 to about 1.4; comparable between answers of one index. */
  readonly score: number;
  /** Whether so little of the query was found that it may be about something else. */
  readonly isWeak: boolean;
  /** What to mark, whole words, in UTF-16 units. */
  readonly marks: { readonly title: readonly Mark[]; readonly summary: readonly Mark[] };
  /** The authored term that matched, where no word of title or summary did. */
  readonly via?: string | undefined;
  /** Items, lists and messages that refer to the step, best first; empty for anything else. */
  readonly related: readonly Found[];
}

/** Answers queries in one language. */
export interface Finder {
  readonly lang: string;
  /** Fetches what `find()` needs for a query, where the index is too large to be had at once; else there is nothing to do. */
  prepare(query: string): Promise<void>;
  /**
   * The best answers first. A step brings the items, lists and messages that refer to it, and none of those stands for
   * itself beside it.
   */
  find(query: string, limit?: number): Found[];
  /** The thing with this id, as a result that no word led to; for what was found in another language. */
  get(id: string): Found | undefined;
  /** What is in memory and how words are understood, for the rescue. */
  readonly postings: Postings;
  readonly analyse: Analyse;
}

/** Below this part of the query an answer may be about something else. */
const WEAK = 0.4;

/** An answer this much worse than the best is none. */
const LEAST = 0.22;

/** How many items, lists and messages stand below a step. */
const MOST_RELATED = 4;

/** Makes the finder of an index at once, for the build and for tests. A page calls `openFinder()`. */
export function createFinder(index: Pick<StepIndex, 'lang' | 'things'>, analyse: Analyse, census?: Census): Finder {
  const making = makeFinder(index, analyse, census);
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
  }
}

/** Makes the finder of an index, resting often; see `collectPostings()`. */
export function* makeFinder({ lang, things }: Pick<StepIndex, 'lang' | 'things'>, analyse: Analyse, census?: Census): Generator<void, Finder, void> {
  const postings = yield* collectPostings(things, analyse, census);
  const referring = getReferring(things);
  const show = (score: Score, words: readonly QueryWord[], related: readonly Found[]): Found => {
    const { kind, id, parent, title, summary } = things[score.thing]!;
    const best = postings.units[score.unit];
    let known: Found['marks'] | undefined;
    return {
      ...{ kind, id, parent, title, summary, score: score.score, isWeak: score.coverage < WEAK, related },
      // Looked for when it is drawn: most of what is found never is, and an answer must not hold up the typing.
      get marks() {
        known ??= { title: getMarks(postings.shown.get(title) ?? [], words), summary: getMarks(postings.shown.get(summary) ?? [], words) };
        return known;
      },
      get via() {
        const isSeen = this.marks.title.length > 0 || this.marks.summary.length > 0;
        return !isSeen && best?.field === 'term' ? best.text : undefined;
      },
    };
  };
  const showRelated = (thing: number, scores: ReadonlyMap<number, Score>, words: readonly QueryWord[]): Found[] =>
    (referring.get(things[thing]!.id) ?? [])
      .map((other) => scores.get(other) ?? { thing: other, score: 0, coverage: 0, unit: -1 })
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_RELATED)
      .map((score) => show(score, words, []));
  return {
    lang,
    postings,
    analyse,
    prepare: () => Promise.resolve(),
    find(query, limit = 8) {
      const asked = lookUp(postings, analyse, query);
      const { scores, words } = goThroughTerm(postings, analyse, asked, scoreThings(postings, asked));
      const byThing = new Map(scores.map((score) => [score.thing, score]));
      const good = scores.filter(({ score }) => score >= LEAST * (scores[0]?.score ?? 0));
      const steps = new Set(good.filter(({ thing }) => things[thing]!.kind === 'step').map(({ thing }) => things[thing]!.id));
      return good
        .filter(({ thing }) => !things[thing]!.steps.some((step) => steps.has(step)))
        .slice(0, limit)
        .map((score) => show(score, words, things[score.thing]!.kind === 'step' ? showRelated(score.thing, byThing, words) : []));
    },
    get(id) {
      const thing = things.findIndex((one) => one.id === id);
      return thing === -1 ? undefined : show({ thing, score: 1, coverage: 1, unit: -1 }, [], showRelated(thing, new Map(), []));
    },
  };
}

/** The things that refer to a step, by its id: items and messages, and the lists they are in. */
function getReferring(things: readonly IndexedThing[]): Map<string, number[]> {
  const lists = new Map(things.flatMap(({ kind, id }, index) => (kind === 'checklist' ? [[id, index] as const] : [])));
  const referring = new Map<string, number[]>();
  for (const [index, { steps, parent }] of things.entries()) {
    for (const step of steps) {
      const list = lists.get(parent);
      const known = referring.get(step) ?? [];
      referring.set(step, [...new Set([...known, index, ...(list === undefined ? [] : [list])])]);
    }
  }
  return referring;
}
