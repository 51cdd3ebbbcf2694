import { isolate } from '../i18n/format.ts';
import { type Locale, referenceLocale } from '../i18n/locales.ts';

/** What a page that is in no language offers in one. */
export interface Choice {
  readonly locale: Locale;
  readonly href: string;
  /** What the link leads to. */
  readonly title: string;
  /** What a reader of the title may need to know besides. */
  readonly note: string;
}

/**
 * The titles or notes of all choices in one line. That of the page's own language stands first and bare, because
 * browsers take the direction of a `<title>` from its first letter outside isolating marks.
 */
export function joinChoices(choices: readonly Choice[], field: 'title' | 'note'): string {
  const [own, others] = [choices.filter(isOwn), choices.filter((choice) => !isOwn(choice))];
  return [...own.map((choice) => choice[field]), ...others.map((choice) => isolate(choice[field]))].join(' · ');
}

/** A page in no language says of itself that it is in the reference language. */
function isOwn({ locale }: Choice): boolean {
  return locale === referenceLocale;
}
