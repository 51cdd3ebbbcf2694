import { describe, expect, it } from 'vitest';
import ar from '../../content/ui/ar.json';
import en from '../../content/ui/en.json';
import he from '../../content/ui/he.json';
import it_ from '../../content/ui/it.json';
import { getLocaleRow, type Locale, locales } from '../../src/i18n/locales.ts';
import { getTranslator, requirePluralForms } from '../../src/i18n/translator.ts';

const dictionaries: Record<Locale, Record<string, string>> = { ar, en, he, it: it_ };
const pluralKeys = [...new Set(Object.keys(en).flatMap((key) => /^(.+)_(?:one|other)$/.exec(key)?.[1] ?? []))];

/** The translator without its types, as a caller from outside the type check could use it. */
function translate(locale: Locale, key: string, values: Record<string, unknown> = {}): string {
  return (getTranslator(locale) as (key: string, values: Record<string, unknown>) => string)(key, values);
}

describe('the translator', () => {
  it('gives the string of its own language', () => {
    for (const locale of locales) expect(getTranslator(locale)('siteName')).toBe(dictionaries[locale]['siteName']);
  });

  it('puts values in as they are, markup and placeholders of their own included', () => {
    const title = '<b>“שם!”</b> & $1 %s';
    expect(translate('en', 'readStep', { title })).toBe(`Read the step: ${title}`);
  });

  it('refuses a dictionary that lacks a plural form, and takes no other form instead (B12)', () => {
    const { results_few: _, ...lacking } = ar;
    expect(() => requirePluralForms('ar', lacking)).toThrow('UI string `results_few` is missing in ar. Add it to content/ui/ar.json.');
    for (const locale of locales) expect(() => requirePluralForms(locale, dictionaries[locale])).not.toThrow();
  });

  it('throws for a key that is not there and names the file to add it to', () => {
    for (const locale of locales)
      expect(() => translate(locale, 'noSuchKey')).toThrow(`UI string \`noSuchKey\` is missing in ${locale}. Add it to content/ui/${locale}.json.`);
  });

  it('throws where a plural is asked for without a count', () => {
    for (const locale of locales) expect(() => translate(locale, 'stepCount')).toThrow(/`stepCount` is missing/);
  });

  it('throws where a placeholder is given no value', () => {
    for (const locale of locales) expect(() => translate(locale, 'phaseOf', { number: 1 })).toThrow(/No value was given for \{\{total\}\}/);
  });
});

describe('the sentences for a count', () => {
  it('exist for every plural that the code asks for', () => {
    expect(pluralKeys).toEqual(expect.arrayContaining(['checklistItems', 'itemsDone', 'results', 'stepCount']));
  });

  it('have every plural category of their language (rule 38)', () => {
    const missing = locales.flatMap((locale) =>
      new Intl.PluralRules(getLocaleRow(locale).format)
        .resolvedOptions()
        .pluralCategories.flatMap((category) => pluralKeys.map((key) => `${key}_${category}`))
        .filter((key) => !dictionaries[locale][key])
        .map((key) => `${locale}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  const agreeing = new Set(['stepInLists', 'stepInMessages', 'phaseChecklists']);

  it('are whole for 0 to 103 in every language, and say the count from 3 on', () => {
    const faults: string[] = [];
    for (const locale of locales)
      for (const key of pluralKeys)
        for (let count = 0; count <= 103; count += 1) {
          const sentence = translate(locale, key, { count, total: 987, lists: 'A', messages: 'A' });
          if (!sentence.trim() || /[{}]|undefined|NaN/.test(sentence)) faults.push(`${locale} ${key} ${count}: “${sentence}”`);
          // Some only agree in number with what they name.
          if (count > 2 && !agreeing.has(key) && !new RegExp(`(?<!\\d)${count}(?!\\d)`).test(sentence))
            faults.push(`${locale} ${key} ${count} does not say its count: “${sentence}”`);
          if (key === 'itemsDone' && !sentence.includes('987')) faults.push(`${locale} ${key} ${count} does not say its total: “${sentence}”`);
        }
    expect(faults).toEqual([]);
  });

  it('differ between one and many', () => {
    for (const locale of locales)
      for (const key of ['results', 'stepCount', 'checklistItems'])
        expect(translate(locale, key, { count: 1 })).not.toBe(translate(locale, key, { count: 7 }).replace('7', '1'));
  });
});
