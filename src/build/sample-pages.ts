import { type Locale, locales } from '../i18n/locales.ts';

/** One address of every kind of page that has the same in every language, below `/<locale>/`. */
export const samplePages = {
  home: '',
  guide: 'guide/',
  phase: 'guide/own-up/',
  checklists: 'checklists/',
  checklist: 'checklists/during-conversation/',
  messages: 'messages/',
  message: 'messages/apology-email/',
  triage: 'triage/',
  question: 'triage/loss-or-claim/',
  outcome: 'triage/legal-first/',
  steps: 'steps/',
  glossary: 'glossary/',
  search: 'search/',
  sources: 'sources/',
  source: 'sources/own-up-article/',
  about: 'about/',
} as const satisfies Record<string, string>;

/** A page in two languages names the second one in its address, so that it has another in each language. */
export type PageKind = keyof typeof samplePages | 'parallel';

/** All kinds of page, in the order in which they are reported. */
export const pageKinds: readonly PageKind[] = [...(Object.keys(samplePages) as (keyof typeof samplePages)[]), 'parallel'];

/**
 * The sample pages of `only` (all languages unless told), with addresses relative to the base, such as `he/guide/`.
 * Bench and browser tests look at these in every language.
 */
export function getSamplePages(only: readonly Locale[] = locales): SamplePage[] {
  return pageKinds.flatMap((kind) => only.map((locale) => ({ kind, locale, path: `${locale}/${getRoute(kind, locale)}` })));
}

/** Beside a language stands the next of the table: each is the second one once, and directions meet in every order. */
function getRoute(kind: PageKind, locale: Locale): string {
  if (kind !== 'parallel') return samplePages[kind];
  const other = locales[(locales.indexOf(locale) + 1) % locales.length];
  return `${samplePages.phase}with/${other}/`;
}

export interface SamplePage {
  readonly kind: PageKind;
  readonly locale: Locale;
  /** Address below the base, without a slash at its start. */
  readonly path: string;
}
