import type { Locale } from './locales.ts';

/**
 * Every address of the site, under a base path. Addresses are a promise to people who share them: they are the same
 * in every language but for the first segment, end in a slash, and name things by their permanent ids.
 *
 * @param base base path, with or without slashes at its ends (`/`, `/x/`, `a/b`)
 */
export function createPaths(base: string) {
  const root = normalizeBase(base);
  /** Joins segments under a locale; `anchor` becomes the fragment. */
  const at = (locale: Locale, segments: string[], anchor?: string): string =>
    `${root}${[locale, ...segments].map((segment) => `${segment}/`).join('')}${anchor ? `#${anchor}` : ''}`;

  return {
    /** The page that offers every language. */
    root: () => root,
    /** A file or address below the base that is in no language, such as `favicon.svg`. */
    file: (path: string) => `${root}${path.replace(/^\/+/, '')}`,
    /** A page by its route, the part of its address after the locale (`guide/own-up/`, or empty for the home page). */
    route: (locale: Locale, route: string, anchor?: string) => at(locale, route.split('/').filter(Boolean), anchor),
    home: (locale: Locale) => at(locale, []),
    guide: (locale: Locale) => at(locale, ['guide']),
    phase: (locale: Locale, phase: string, step?: string) => at(locale, ['guide', phase], step),
    /** A phase with a second language beside it. */
    parallel: (locale: Locale, phase: string, other: Locale, step?: string) => at(locale, ['guide', phase, 'with', other], step),
    checklists: (locale: Locale) => at(locale, ['checklists']),
    checklist: (locale: Locale, checklist: string, item?: string) => at(locale, ['checklists', checklist], item),
    messages: (locale: Locale) => at(locale, ['messages']),
    message: (locale: Locale, message: string) => at(locale, ['messages', message]),
    triage: (locale: Locale, node?: string, answers?: string) => at(locale, ['triage', node ?? '', answers ?? ''].filter(Boolean)),
    steps: (locale: Locale) => at(locale, ['steps']),
    search: (locale: Locale, query?: string) => `${at(locale, ['search'])}${query ? `?q=${encodeURIComponent(query)}` : ''}`,
    sources: (locale: Locale, tension?: string) => at(locale, ['sources'], tension),
    source: (locale: Locale, source: string, idea?: string) => at(locale, ['sources', source], idea),
    glossary: (locale: Locale, term?: string) => at(locale, ['glossary'], term),
    about: (locale: Locale, section?: string) => at(locale, ['about'], section),
    /** A thing in the language of whoever opens the link. */
    go: (id: string) => `${root}go/${id}/`,
  };
}

/** The addresses under the base path of this build. */
export const paths = createPaths(import.meta.env?.BASE_URL ?? '/');

/** A base path with exactly one slash at each end. */
export function normalizeBase(base: string): string {
  const inner = base.split('/').filter(Boolean).join('/');
  return inner ? `/${inner}/` : '/';
}

export type Paths = ReturnType<typeof createPaths>;
