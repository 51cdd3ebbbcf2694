import { describe, expect, it } from 'vitest';
import { getLanguageAttributes } from '../../src/i18n/language-attributes.ts';
import { getFallbackChain, getLocaleRow, isLocale, type Locale, locales, localeTable, referenceLocale } from '../../src/i18n/locales.ts';
import { getLocalePaths, getThingPaths } from '../../src/i18n/static-paths.ts';

describe('the table of locales', () => {
  it('holds the four languages, each with its direction, script and own name', () => {
    const rows = Object.fromEntries(localeTable.map(({ id, lang, dir, script, name }) => [id, [lang, dir, script, name]]));
    expect(rows).toMatchObject({
      he: ['he', 'rtl', 'hebrew', 'עברית'],
      it: ['it', 'ltr', 'latin', 'Italiano'],
      ar: ['ar', 'rtl', 'arabic', 'العربية'],
      en: ['en', 'ltr', 'latin', 'English'],
    });
  });

  it('has no id, language tag or name twice', () => {
    for (const key of ['id', 'lang', 'name'] as const) expect(new Set(localeTable.map((row) => row[key])).size).toBe(localeTable.length);
  });

  it('gives every row the direction that its language is written in', () => {
    for (const row of localeTable) expect([row.id, new Intl.Locale(row.lang).getTextInfo().direction]).toEqual([row.id, row.dir]);
  });

  it('uses tags that Intl knows, in their canonical form', () => {
    for (const { lang, format } of localeTable) {
      for (const tag of [lang, format]) expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
      expect(Intl.NumberFormat.supportedLocalesOf(format)).toHaveLength(1);
    }
  });

  it('names the published reference language', () => {
    expect(getLocaleRow(referenceLocale).published).toBe(true);
  });

  it('tells ids of locales from other words', () => {
    expect(locales.filter(isLocale)).toEqual(locales);
    for (const word of ['', 'HE', 'iw', 'he-IL', 'constructor', '__proto__', 'guide']) expect(isLocale(word)).toBe(false);
  });

  it('says which locales there are when asked for another', () => {
    expect(() => getLocaleRow('xx' as Locale)).toThrow(/`xx`.*src\/i18n\/locales\.ts.*he, ar, it, en/);
  });
});

describe('the fallback chain', () => {
  it('begins with the language itself and then its declared fallbacks', () => {
    for (const { id, fallback } of localeTable) expect(getFallbackChain(id).slice(0, 1 + fallback.length)).toEqual([id, ...fallback]);
  });

  it('ends in every other language, each once, so that a text in any language is found', () => {
    for (const locale of locales) expect([...getFallbackChain(locale)].sort()).toEqual([...locales].sort());
  });
});

describe('language attributes', () => {
  it('are none where the words are in the language of the page', () => {
    for (const locale of locales) expect(getLanguageAttributes(locale, locale)).toEqual({ lang: undefined, dir: undefined, fallback: undefined });
  });

  it('carry language and direction, and keep borrowed words out of the search index', () => {
    expect(getLanguageAttributes('he', 'en')).toEqual({ lang: 'en', dir: 'ltr', fallback: '' });
    expect(getLanguageAttributes('it', 'ar')).toEqual({ lang: 'ar', dir: 'rtl', fallback: '' });
  });
});

describe('static paths', () => {
  it('give a page once in every language', () => {
    expect(getLocalePaths().map(({ params }) => params.locale)).toEqual(locales);
  });

  it('give a thing an address under its id and, marked as moved, under each id it had before', () => {
    const found = getThingPaths('phase', [{ id: 'own-up', formerIds: ['admit', 'confess'] }]);
    expect(found).toHaveLength(3 * locales.length);
    expect(found.filter(({ params }) => params.locale === 'he')).toEqual([
      { params: { locale: 'he', phase: 'own-up' }, props: { id: 'own-up', moved: false } },
      { params: { locale: 'he', phase: 'admit' }, props: { id: 'own-up', moved: true } },
      { params: { locale: 'he', phase: 'confess' }, props: { id: 'own-up', moved: true } },
    ]);
  });
});
