/**
 * Which language a visitor of the root address wants.
 *
 * @param saved the language they picked on the site before, if any
 * @param languages BCP-47 tags in order of preference, as `navigator.languages` gives them; old codes (`iw`) are understood
 * @param locales the languages there are
 * @returns a locale, or null where nothing is known and the choice stays with the visitor
 */
export function chooseLocale<Locale extends string>(saved: string | null, languages: readonly string[], locales: readonly Locale[]): Locale | null {
  const wanted = [saved ?? '', ...languages].map(getLanguage);
  return wanted.flatMap((language) => locales.filter((locale) => locale === language))[0] ?? null;
}

/** The primary language of a tag, with deprecated codes brought up to date; empty where the tag is none. */
function getLanguage(tag: string): string {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return '';
  }
}
