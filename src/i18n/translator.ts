import { createInstance, type TFunction } from 'i18next';
import { getLocaleRow, type Locale, locales } from './locales.ts';

/** content/ui/<locale>.json; read at build time only, so that no dictionary reaches a browser. */
const dictionaries = import.meta.glob<Record<string, string>>('/content/ui/*.json', { eager: true, import: 'default' });

const i18n = createInstance({
  resources: Object.fromEntries(locales.map((locale) => [locale, { translation: getDictionary(locale) }])),
  supportedLngs: [...locales],
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  saveMissing: true,
  missingKeyHandler: ([locale], _namespace, key) => {
    throw new Error(`UI string \`${key}\` is missing in ${locale}. Add it to content/ui/${locale}.json.`);
  },
  missingInterpolationHandler: (text, [placeholder]) => {
    throw new Error(`No value was given for ${placeholder} in the UI string “${text}”.`);
  },
});
void i18n.init();

/**
 * The translator of `locale` for UI strings.
 *
 * @throws (when it is called) if a key, a plural form or the value of a placeholder is missing
 */
export function getTranslator(locale: Locale): TFunction {
  const made = translators.get(locale) ?? createTranslator(locale);
  translators.set(locale, made);
  return made;
}

const translators = new Map<Locale, TFunction>();

/** A string that has no values to fill in is looked up once: a thousand pages ask for the same hundred. */
function createTranslator(locale: Locale): TFunction {
  const translate: (key: string, options?: object) => string = i18n.getFixedT(locale);
  const known = new Map<string, string>();
  return ((key: string, options?: object) => {
    if (options) return translate(key, options);
    const text = known.get(key) ?? translate(key);
    known.set(key, text);
    return text;
  }) as TFunction;
}

function getDictionary(locale: Locale): Record<string, string> {
  const dictionary = dictionaries[`/content/ui/${locale}.json`];
  if (!dictionary) throw new Error(`Language ${locale} has no UI strings. Add content/ui/${locale}.json.`);
  requirePluralForms(locale, dictionary);
  return dictionary;
}

/**
 * Refuses a dictionary that lacks a plural form of `Intl.PluralRules`, for i18next would quietly say `_other` instead.
 *
 * @throws naming the form and the file
 */
export function requirePluralForms(locale: Locale, dictionary: Readonly<Record<string, string>>): void {
  for (const base of Object.keys(dictionary).flatMap((key) => (key.endsWith('_other') ? [key.slice(0, -'_other'.length)] : []))) {
    for (const category of new Intl.PluralRules(getLocaleRow(locale).format).resolvedOptions().pluralCategories) {
      if (!(`${base}_${category}` in dictionary)) {
        throw new Error(`UI string \`${base}_${category}\` is missing in ${locale}. Add it to content/ui/${locale}.json.`);
      }
    }
  }
}
