import type { SamplePage } from '../sample-pages.ts';

/** What one page weighs, or may weigh. Sizes are bytes as sent. */
export interface PageWeight {
  /** The document with its styles, Brotli: inside the first flight of a connection. */
  readonly html: number;
  /** All script that runs before anybody does anything, inline or not, Brotli. */
  readonly script: number;
  /** Requests that hold up the first paint. */
  readonly blocking: number;
  /** woff2 files. */
  readonly fonts: number;
  /** Cumulative layout shift, to three decimals. */
  readonly shift: number;
}

const kilobyte = 1024;

/**
 * Kinds that hold much more text than others, because that is what they are for: two languages, all terms, all ideas of a
 * source, beside each item of a list the step it stands for.
 */
const longKinds: readonly SamplePage['kind'][] = ['parallel', 'glossary', 'sources', 'source', 'checklist'];

/** KB of script on pages where something is worked with; everywhere else it must be next to nothing. */
const scriptLimits: Partial<Record<SamplePage['kind'], number>> = { checklist: 8, checklists: 8, message: 6, search: 4 };

/** Milliseconds of CPU until a page can be read, see ready-time.ts. Depends on the machine, so that it is told and fails nothing. */
export const readyBudget = 400;

/** What `page` may weigh. */
export function getBudget({ kind, locale }: Pick<SamplePage, 'kind' | 'locale'>): PageWeight {
  return {
    html: (longKinds.includes(kind) ? 22 : 14.6) * kilobyte,
    script: (scriptLimits[kind] ?? 2) * kilobyte,
    blocking: 0,
    // Arabic is drawn with larger files; beside another language it may stand on any page in two.
    fonts: (locale === 'ar' || kind === 'parallel' ? 90 : 60) * kilobyte,
    shift: 0,
  };
}

/** The parts of `weight` that are over `budget`; none where the page keeps to it. */
export function getExcess(weight: PageWeight, budget: PageWeight): (keyof PageWeight)[] {
  return (Object.keys(budget) as (keyof PageWeight)[]).filter((part) => weight[part] > budget[part]);
}
