import type { SearchQuery } from './query-sets.ts';

/** What came of a query. The seam between Node and a browser: whatever answers queries gives these. */
export interface Outcome {
  readonly query: SearchQuery;
  /** Ids in the order in which they are shown. */
  readonly found: readonly string[];
  /** CPU time in milliseconds. */
  readonly time: number;
}

/** Answers a query; `found` is what the reader is shown. */
export type Answer = (query: SearchQuery) => Promise<Pick<Outcome, 'found' | 'time'>>;

/** The figures of some queries, as parts of 1, and CPU milliseconds of the median and the slowest. */
export interface Measures {
  readonly count: number;
  readonly hitAt1: number;
  readonly hitAt3: number;
  /** The mean of 1/rank of the first right answer. */
  readonly meanReciprocalRank: number;
  readonly zero: number;
  readonly median: number;
  readonly slowest: number;
}

/** Asks one query after the other. */
export async function runQueries(queries: readonly SearchQuery[], answer: Answer): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const query of queries) outcomes.push({ query, ...(await answer(query)) });
  return outcomes;
}

/** The figures of a group of outcomes. */
export function getMeasures(outcomes: readonly Outcome[]): Measures {
  const count = outcomes.length;
  const ranks = outcomes.map(({ query, found }) => found.findIndex((id) => query.expect.includes(id)) + 1);
  const share = (isCounted: (rank: number, outcome: Outcome) => boolean): number =>
    count === 0 ? 0 : outcomes.filter((outcome, index) => isCounted(ranks[index] ?? 0, outcome)).length / count;
  const times = outcomes.map(({ time }) => time).sort((a, b) => a - b);
  return {
    count,
    hitAt1: share((rank) => rank === 1),
    hitAt3: share((rank) => rank >= 1 && rank <= 3),
    meanReciprocalRank: ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / Math.max(1, count),
    zero: share((_, { found }) => found.length === 0),
    median: times[Math.floor(times.length / 2)] ?? 0,
    slowest: times.at(-1) ?? 0,
  };
}

/** The outcomes by language, and within it by class; the first group of a language holds all. */
export function groupOutcomes(outcomes: readonly Outcome[]): { readonly locale: string; readonly name: string; readonly outcomes: Outcome[] }[] {
  return [...Map.groupBy(outcomes, ({ query }) => query.locale)].flatMap(([locale, own]) => {
    const classes = [...new Set(own.flatMap(({ query }) => query.classes))].sort();
    return [
      { locale, name: 'all', outcomes: own },
      ...classes.map((name) => ({ locale, name, outcomes: own.filter(({ query }) => query.classes.includes(name)) })),
    ];
  });
}
