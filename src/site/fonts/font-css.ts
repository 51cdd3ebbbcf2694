import { getLocaleRow, type Locale } from '../../i18n/locales.ts';
import { paths } from '../../i18n/paths.ts';
import { type Face, letterSets, SPACES } from './faces.ts';
import { fallbackFaces, fontStacks } from './fallback-faces.ts';
import { getSubsets, type Subset } from './subsets.ts';

/**
 * The `@font-face` rules of `locale`. The text faces are `optional`: one that is not there at the first paint is kept
 * for the next page instead of moving the lines under the reader's eyes; until then a fallback of the same measures
 * serves. Headings may change their face late (`swap`): in the fallback they break into the same lines.
 */
export async function getFontCss(locale: Locale): Promise<string> {
  const { script } = getLocaleRow(locale);
  const rules = (await getSubsets(locale)).map((subset) => formatFace(subset, subset.face.family, subset.face.letters === script));
  return [...rules, ...fallbackFaces[script]].join('');
}

/**
 * What a page in `locale` needs for texts in `other` beside its own: the faces of that script under names of their own,
 * so that spaces and line heights come from the same face as the words, and the stacks `--guest` and `--guest-head`. Latin
 * letters are in the files of every page.
 */
export async function getGuestFontCss(locale: Locale, other: Locale): Promise<string> {
  const { script } = getLocaleRow(other);
  const own = getLocaleRow(locale).script;
  if (script === own) return '';
  const guests = (await getSubsets(script === 'latin' ? locale : other)).filter(({ face }) => face.letters === script);
  const { body, head } = fontStacks[own];
  const guestHead = guests.some(({ face }) => face.family === 'Head') ? `GuestHead,${head}` : `Guest,${body}`;
  const rules = guests.map((subset) => formatFace(subset, subset.face.family === 'Head' ? 'GuestHead' : 'Guest', true));
  return `${rules.join('')}:root{--guest:Guest,${body};--guest-head:${guestHead}}`;
}

/**
 * The addresses of the text faces in the page's own script, regular first. They are worth fetching before the style is
 * read, because an `optional` face that comes late is not used on that page at all. With a second language beside it,
 * its faces too, and the one for Latin that draws the full stops of both: such a page took twice the time until it could
 * be read. Alone, a language does without: fifteen kilobytes more before the first paint cost a slow phone more than they give.
 */
export async function getPreloadUrls(locale: Locale, guest?: Locale): Promise<string[]> {
  const own = await getSubsets(locale);
  const getText = (subsets: readonly Subset[], script: Face['letters']) => subsets.filter(({ face }) => face.family === 'Body' && face.letters === script);
  const needed = getText(own, getLocaleRow(locale).script);
  if (guest) needed.push(...getText(own, 'latin').filter(({ face }) => face.weight === 400), ...getText(await getSubsets(guest), getLocaleRow(guest).script));
  return [...new Set(needed.map(getFontUrl))];
}

function formatFace(subset: Subset, family: string, hasSpaces: boolean): string {
  const { weight, letters } = subset.face;
  const display = subset.face.family === 'Head' ? 'swap' : 'optional';
  return `@font-face{font-family:${family};font-weight:${weight};font-display:${display};src:url(${getFontUrl(subset)}) format("woff2");unicode-range:${letterSets[letters].unicodeRange}${hasSpaces && letters !== 'latin' ? `,${SPACES.unicodeRange}` : ''}}`;
}

/** The address of a subset, below the base. */
export function getFontUrl(subset: Subset): string {
  return paths.file(`fonts/${subset.fileName}`);
}
