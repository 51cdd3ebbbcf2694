import { describe, expect, it } from 'vitest';
import { chooseLocale } from '../../src/i18n/choose-locale.ts';
import { locales } from '../../src/i18n/locales.ts';

describe('the choice of a language at the root (E15)', () => {
  it.each<[languages: string[], locale: string | null]>([
    [['it-IT'], 'it'],
    [['ar-EG'], 'ar'],
    [['he-IL'], 'he'],
    [['iw'], 'he'],
    [['iw-IL'], 'he'],
    [['en-US'], 'en'],
    [['EN-gb'], 'en'],
    [['ar-Latn-u-nu-arab'], 'ar'],
    [['fr-FR', 'de', 'it'], 'it'],
    [['en', 'he'], 'en'],
    [['he', 'en'], 'he'],
  ])('follows the first of %j that the site speaks', (languages, locale) => {
    expect(chooseLocale(null, languages, locales)).toBe(locale);
  });

  it.each<[languages: string[]]>([
    [[]],
    [['fr']],
    [['fr-CA', 'de', 'ja']],
    [['*']],
    [['']],
    [['it_IT']],
    [['item']],
    [['i-default']],
    [['\u0000', '-', 'he IL', '🇮🇹', 'toString', '__proto__']],
  ])('leaves the choice to the visitor where the browser says %j', (languages) => {
    expect(chooseLocale(null, languages, locales)).toBeNull();
  });

  it('goes on to the next language after "*" and tags that are none', () => {
    expect(chooseLocale(null, ['*', '???', 'x'.repeat(10_000), 'ar'], locales)).toBe('ar');
  });

  it('puts a saved choice before the languages of the browser', () => {
    for (const saved of locales) expect(chooseLocale(saved, ['fr', 'en', 'it', 'he', 'ar'], locales)).toBe(saved);
  });

  it.each(['fr', '', ' ', 'null', '{"v":1}', '<script>', 'constructor', '../he'])('ignores the saved value %j, which is no language of the site', (saved) => {
    expect(chooseLocale(saved, ['it'], locales)).toBe('it');
    expect(chooseLocale(saved, [], locales)).toBeNull();
  });

  it('offers nothing that the site does not have', () => {
    expect(chooseLocale('he', ['he', 'it'], ['en', 'it'])).toBe('it');
    expect(chooseLocale('he', ['he'], [])).toBeNull();
  });
});
