import { getLocaleRow, type Locale } from '../i18n/locales.ts';
import { letterSets } from '../site/fonts/faces.ts';
import { getFontUrl } from '../site/fonts/font-css.ts';
import { getSubsets } from '../site/fonts/subsets.ts';
import type { WordFont } from './other-words.ts';

/** What draws a message in `locale` on a page in another language: the text faces of its script. Latin letters are on every page. */
export async function getWordFonts(locale: Locale): Promise<WordFont[]> {
  const { script } = getLocaleRow(locale);
  const own = (await getSubsets(locale)).filter(({ face }) => face.family === 'Body' && face.letters === script && script !== 'latin');
  return own.map((subset) => ({ url: getFontUrl(subset), weight: String(subset.face.weight), unicodeRange: letterSets[script].unicodeRange }));
}
