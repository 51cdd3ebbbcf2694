import { type Locale, locales } from '../i18n/locales.ts';

/** One address of every kind of page, below `/<locale>/`. Bench and accessibility tests look at these in every language. */
export const samplePages = {
  home: '',
  guide: 'guide/',
  phase: 'guide/own-up/',
  checklists: 'checklists/',
  checklist: 'checklists/during-conversation/',
  steps: 'steps/',
  search: 'search/',
  sources: 'sources/',
  source: 'sources/own-up-article/',
  about: 'about/',
} as const satisfies Record<string, string>;

export type PageKind = keyof typeof samplePages;

/** All kinds of page, in the order in which they are reported. */
export const pageKinds = Object.keys(samplePages) as PageKind[];

/** The sample pages of `only` (all languages unless told), with addresses relative to the base, such as `he/guide/`. */
export function getSamplePages(only: readonly Locale[] = locales): SamplePage[] {
  return pageKinds.flatMap((kind) => only.map((locale) => ({ kind, locale, path: `${locale}/${samplePages[kind]}` })));
}

export interface SamplePage {
  readonly kind: PageKind;
  readonly locale: Locale;
  /** Address below the base, without a slash at its start. */
  readonly path: string;
}
