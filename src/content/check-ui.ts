import type { ContentModel, LocaleInfo, SourceFile } from './content-model.ts';
import { getFieldPlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { getNearest } from './nearest.ts';
import { findStrayBrace, getPlaceholders } from './placeholders.ts';
import { getPluralBases, getPluralCategories, parsePluralKey } from './plural-keys.ts';
import { selectTexts, selectValues } from './select-values.ts';

/** What the texts of one key must agree with: the plurals and placeholders of the reference language. */
interface Reference {
  readonly keys: readonly string[];
  readonly bases: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  readonly path: string;
}

/**
 * The dictionary of every locale in the table has the keys and placeholders of the reference language, and of each
 * plural exactly the forms of its own language (B11, B12); every text is one and not empty (B20).
 */
export function checkDictionaries(model: ContentModel): Fault[] {
  const { locales, referenceLocale } = model.options;
  const referenceFile = model.dictionaries.get(referenceLocale);
  const reference = referenceFile?.located ? createReference(referenceFile) : undefined;
  return locales.flatMap((locale) => {
    const file = model.dictionaries.get(locale.id);
    if (!file)
      return [
        createFault(
          'dictionary-missing',
          { file: `content/ui/${locale.id}.json`, locale: locale.id, of: `The interface (${locale.id})` },
          { reference: `content/ui/${referenceLocale}.json` },
        ),
      ];
    if (!file.located) return [];
    return [...checkValues(file), ...(reference ? [...checkKeys(file, locale, reference), ...checkPlaceholders(file, reference)] : [])];
  });
}

function createReference(file: SourceFile): Reference {
  const keys = getKeys(file);
  return { keys, bases: getPluralBases(keys), texts: new Map(getTexts(file)), path: file.path };
}

function checkValues(file: SourceFile): Fault[] {
  if (!selectValues(file, []).every(({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value)))
    return [createFault('dictionary-no-object', getFieldPlace(file, []))];
  return selectValues(file, ['*']).flatMap(({ path, value }) => {
    const at = getFieldPlace(file, path);
    if (typeof value !== 'string') return [createFault('text-expected', at, { value })];
    if (value.trim() === '') return [createFault('text-empty', at)];
    const stray = findStrayBrace(value);
    return stray === undefined ? [] : [createFault('stray-brace', { ...at, ...file.located?.getTextPosition(path, stray) }, { form: '{{name}}' })];
  });
}

function checkKeys(file: SourceFile, locale: LocaleInfo, reference: Reference): Fault[] {
  const { keys, bases, path } = reference;
  const own = getKeys(file);
  const isPlural = (key: string): boolean => bases.has(parsePluralKey(key)?.base ?? '');
  const missing = keys.filter((key) => !isPlural(key) && !own.includes(key));
  const extra = own.filter((key) => !isPlural(key) && !keys.includes(key));
  const categories = getPluralCategories(locale.lang);
  const missingForms = [...bases].flatMap((base) => categories.map((category) => `${base}_${category}`)).filter((key) => !own.includes(key));
  // i18next takes `_zero` for a count of 0 in every language, so it may always be there.
  const superfluous = own.filter((key) => isPlural(key) && !categories.includes(parsePluralKey(key)?.category ?? '') && !key.endsWith('_zero'));
  const at = (key: string) => ({ ...getFieldPlace(file, [key], 'key'), field: key });
  return [
    ...missing.map((key) => createFault('key-missing', at(key), { key, text: reference.texts.get(key) ?? '', path })),
    ...extra.map((key) => {
      const nearest = getNearest(key, [...missing, ...missingForms]);
      return createFault('key-unknown', at(key), { key, path, ...(nearest === undefined ? {} : { nearest }) });
    }),
    ...missingForms.map((key) => createFault('plural-missing', at(key), { key, categories })),
    ...superfluous.map((key) => createFault('plural-unknown', at(key), { key, categories })),
  ];
}

function checkPlaceholders(file: SourceFile, { bases, texts, path }: Reference): Fault[] {
  return getTexts(file).flatMap(([key, text]) => {
    const plural = parsePluralKey(key);
    const base = plural && bases.has(plural.base) ? plural.base : undefined;
    const model = texts.get(base === undefined ? key : `${base}_other`);
    if (model === undefined) return [];
    const wanted = new Set(getPlaceholders(model));
    const found = new Set(getPlaceholders(text));
    // A form may say its number in words (“two steps”); every other placeholder carries something.
    const missing = [...wanted.difference(found)].filter((name) => base === undefined || name !== 'count');
    const extra = [...found.difference(wanted)];
    return missing.length + extra.length > 0 ? [createFault('placeholders-differ', getFieldPlace(file, [key]), { key, missing, extra, path })] : [];
  });
}

function getKeys(file: SourceFile): string[] {
  return selectValues(file, ['*']).map(({ path }) => String(path[0]));
}

function getTexts(file: SourceFile): [string, string][] {
  return selectTexts(file, ['*']).map(({ path, value }) => [String(path[0]), value]);
}
