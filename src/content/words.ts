import { type CollectionEntry, getEntry } from 'astro:content';
import { getLanguageAttributes, type LanguageAttributes } from '../i18n/language-attributes.ts';
import { getFallbackChain, type Locale } from '../i18n/locales.ts';

/** Words beside structure: the entry in the reader's language or the nearest that exists, and the language it is in. */
export interface Worded<Name extends WordCollection> {
  /** The entry of the words; render it for the body. */
  readonly words: CollectionEntry<Name>;
  /** The language the words are in. */
  readonly shown: Locale;
  /** What an element that shows the words has to say about their language. */
  readonly language: LanguageAttributes;
}

/**
 * The words of the thing `id` for a reader of `locale`: its own, else those of the nearest fallback language.
 *
 * @throws if no language has them; the validating pass reports that before any page is built
 */
export async function getWords<Name extends WordCollection>(collection: Name, id: string, locale: Locale): Promise<Worded<Name>> {
  for (const shown of getFallbackChain(locale)) {
    const words = await getEntry(collection, `${id}/${shown}`);
    if (words) return { words: words as CollectionEntry<Name>, shown, language: getLanguageAttributes(locale, shown) };
  }
  throw new Error(`\`${id}\` has no words in any language. Run \`npm run check\` to see which files are missing.`);
}

type WordCollection =
  | 'pageWords'
  | 'phaseWords'
  | 'stepWords'
  | 'checklistWords'
  | 'messageWords'
  | 'factWords'
  | 'sourceWords'
  | 'tensionWords'
  | 'triageWords'
  | 'termWords';
