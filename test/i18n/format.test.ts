import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatLangName, formatLanguageName, formatNumber, isolate, joinAsList, sortByName } from '../../src/i18n/format.ts';
import { type Locale, locales } from '../../src/i18n/locales.ts';

describe('numbers', () => {
  it('never use Eastern digits (rule 36)', () => {
    for (const locale of locales) for (const value of [0, 7, 42, 1234.5, -9_876_543_210]) expect(formatNumber(locale, value)).not.toMatch(/[٠-٩۰-۹]/);
  });

  it('are grouped as the language does it', () => {
    expect(formatNumber('en', 12_345.6)).toBe('12,345.6');
    expect(formatNumber('it', 12_345.6)).toBe('12.345,6');
    expect(formatNumber('he', 12_345.6)).toBe('12,345.6');
    expect(formatNumber('ar', 12_345.6)).toBe('12,345.6');
  });

  it('are formatted in one place only (rule 36)', () => {
    const outside = globSync('src/**/*.{ts,astro}').filter(
      (file) => file.replaceAll('\\', '/') !== 'src/i18n/format.ts' && !file.endsWith('format-date.ts') && !file.includes('bench'),
    );
    expect(outside.length).toBeGreaterThan(80);
    expect(
      outside.filter((file) =>
        /toLocale(String|(Date|Time)String)|Intl\.(NumberFormat|DateTimeFormat|RelativeTimeFormat|ListFormat)/.test(readFileSync(file, 'utf8')),
      ),
    ).toEqual([]);
  });
});

describe('names of languages', () => {
  it('are given in the language of the page', () => {
    expect(formatLanguageName('he', 'it')).toBe('איטלקית');
    expect(formatLanguageName('it', 'he')).toBe('ebraico');
    expect(formatLanguageName('ar', 'en')).toBe('الإنجليزية');
    expect(formatLanguageName('en', 'ar')).toBe('Arabic');
  });

  it('are known for every pair of locales', () => {
    for (const locale of locales) for (const other of locales) expect(formatLanguageName(locale, other)).toMatch(/^\p{L}[\p{L}\p{M}]+$/u);
  });

  it('fall back to the tag of a language that has no name', () => {
    expect(formatLangName('en', 'qaa')).toBe('qaa');
  });
});

describe('the order of names', () => {
  it.each<[Locale, string[]]>([
    ['he', ['אל תכחישו', 'הסבירו', 'ותרו', 'פתחו', 'קחו', 'קראו']],
    ['it', ['chiama', 'Comincia', 'Di’', 'è', 'E poi', 'Non negare', 'Taglia']],
    ['ar', ['ابدأ', 'أقرّ', 'سمِّ', 'قل', 'لا تبرِّر', 'لا تُنكر']],
    ['en', ['do not', 'Leave', 'name', 'Open', 'résumé', 'Say', 'take']],
  ])('is that of the dictionary in %s', (locale, names) => {
    const shuffled = names.toReversed();
    expect(sortByName(locale, shuffled, (name) => name)).toEqual(names);
    expect(shuffled).toEqual(names.toReversed());
  });
});

describe('things in a line', () => {
  it.each<[Locale, string[]]>([
    ['he', ['A', 'A, B', 'A, B, C']],
    ['ar', ['A', 'A وB', 'A، وB، وC']],
    ['it', ['A', 'A e B', 'A, B e C']],
    ['en', ['A', 'A, B', 'A, B, C']],
  ])('are separated as %s does it, and come back as they were, in their order', (locale, lines) => {
    const things = ['A', 'B', 'C'].map((name) => ({ name }));
    for (const [index, line] of lines.entries()) {
      const given = things.slice(0, index + 1);
      const parts = joinAsList(locale, given, ({ name }) => name);
      expect(parts.filter((part) => typeof part !== 'string')).toEqual(given);
      expect(parts.map((part) => (typeof part === 'string' ? part : part.name)).join('')).toBe(line);
    }
  });

  it('are none of none', () => {
    expect(joinAsList('ar', [], () => '')).toEqual([]);
  });
});

describe('a value in a plain string', () => {
  it('is isolated without being changed (rule 11)', () => {
    for (const value of ['Omer (ext. 214)', 'שם!', '']) expect(isolate(value)).toBe(`\u2068${value}\u2069`);
  });
});
