import type { LocaleRow } from '../../i18n/locales.ts';
import type { Family } from './faces.ts';

type Script = LocaleRow['script'];

/** An installed font that stands in for a web face, and what makes it take the same room. */
interface FallbackFace {
  readonly family: `${Family}Fallback${'' | 'B' | 'C'}`;
  /** The weight of the web face; its stand-in is the bold cut for 600 and 700, as `font-synthesis` is off. */
  readonly weight: 400 | 600 | 700;
  /** Full or PostScript names; only fonts with the same advance widths share a row. */
  readonly local: readonly string[];
  /** Width of text in the web face over its width in the local font, in percent. */
  readonly size: number;
}

/**
 * How the sizes were measured: every line of the word files in content/ (20,000 to 29,000 characters a language) was
 * set in Chromium 156 at 100 px, unhinted, in the web face and in the local font's file, and the sums of the widths
 * divided; `latin` is the mean of English and Italian, which lie up to 1.1 points apart. The width of one line strays
 * from the mean ratio by 1 to 2 % at the 95th percentile, in Arabic by 2.5 to 4 %.
 *
 * Arial and Times New Roman were measured through Arimo and Tinos, which are made to their widths (taken on trust for
 * the Hebrew letters); in Latin letters Liberation was measured to have the same. The Hebrew rows lack it, because
 * Liberation 1 has no Hebrew letters and Liberation 2 was not measured. Noto stands under its PostScript names, as its
 * full names differ between releases. Each row serves the Latin words and digits on its pages too, at the ratio of the
 * page's own script.
 *
 * Not measured, since the fonts are not to be had for it, and so unmatched in `fontStacks`: Geeza Pro, Arial Hebrew,
 * and the Arabic of Segoe UI, Tahoma and Arial. Arabic is therefore matched on Linux and Android only.
 */
const measured: Record<Script, readonly FallbackFace[]> = {
  latin: [
    { family: 'BodyFallback', weight: 400, local: ['Arial', 'Liberation Sans', 'Arimo'], size: 100.67 },
    { family: 'BodyFallback', weight: 600, local: ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold'], size: 96.62 },
    { family: 'BodyFallbackB', weight: 400, local: ['Roboto-Regular'], size: 100.97 },
    { family: 'BodyFallbackB', weight: 600, local: ['Roboto-Bold'], size: 102.97 },
    { family: 'HeadFallback', weight: 700, local: ['Times New Roman Bold', 'Liberation Serif Bold', 'Tinos Bold'], size: 106.61 },
    { family: 'HeadFallbackB', weight: 700, local: ['NotoSerif-Bold'], size: 89.6 },
  ],
  hebrew: [
    { family: 'BodyFallback', weight: 400, local: ['Arial', 'Arimo'], size: 96.26 },
    { family: 'BodyFallback', weight: 600, local: ['Arial Bold', 'Arimo Bold'], size: 93.75 },
    { family: 'BodyFallbackB', weight: 400, local: ['NotoSansHebrew-Regular'], size: 96.86 },
    { family: 'BodyFallbackB', weight: 600, local: ['NotoSansHebrew-Bold'], size: 95.56 },
    { family: 'HeadFallback', weight: 700, local: ['Times New Roman Bold', 'Tinos Bold'], size: 96.46 },
    { family: 'HeadFallbackB', weight: 700, local: ['NotoSerifHebrew-Bold'], size: 90.77 },
  ],
  arabic: [
    { family: 'BodyFallback', weight: 400, local: ['NotoSansArabic-Regular'], size: 93.2 },
    { family: 'BodyFallback', weight: 600, local: ['NotoSansArabic-Bold'], size: 89.69 },
    { family: 'BodyFallbackB', weight: 400, local: ['NotoNaskhArabic-Regular'], size: 104.18 },
    { family: 'BodyFallbackB', weight: 600, local: ['NotoNaskhArabic-Bold'], size: 105.25 },
    { family: 'BodyFallbackC', weight: 400, local: ['DejaVuSans'], size: 87.49 },
    { family: 'BodyFallbackC', weight: 600, local: ['DejaVuSans-Bold'], size: 77.36 },
  ],
};

/**
 * hhea ascent and descent of the web faces, in percent of the font size; their line gap is 0. For `Body` they are
 * those of Plex Sans in Arabic too (Plex Sans Arabic: 108.5 and 41.5): with a line height in numbers a line is built
 * on the face that draws the space, and that is the Latin one.
 */
const lineMetrics: Record<Family, { readonly ascent: number; readonly descent: number }> = {
  Body: { ascent: 102.5, descent: 27.5 },
  Head: { ascent: 95.7, descent: 33.4 },
};

/** The `@font-face` rules of the stand-ins on pages in each script. They fetch nothing. */
export const fallbackFaces: Record<Script, readonly string[]> = {
  latin: measured.latin.map(getRule),
  hebrew: measured.hebrew.map(getRule),
  arabic: measured.arabic.map(getRule),
};

/** The `font-family` values: the web face, its matched stand-ins, then what is left unmatched. */
export const fontStacks: Record<Script, { readonly body: string; readonly head: string }> = {
  latin: {
    body: 'Body,BodyFallback,BodyFallbackB,system-ui,sans-serif',
    head: 'Head,HeadFallback,HeadFallbackB,Georgia,serif',
  },
  hebrew: {
    body: 'Body,BodyFallback,BodyFallbackB,"Arial Hebrew",system-ui,sans-serif',
    head: 'Head,HeadFallback,HeadFallbackB,serif',
  },
  arabic: getOneStack('Body,BodyFallback,BodyFallbackB,BodyFallbackC,"Geeza Pro","Segoe UI",Tahoma,system-ui,sans-serif'),
};

function getRule({ family, weight, local, size }: FallbackFace): string {
  const { ascent, descent } = lineMetrics[family.startsWith('Head') ? 'Head' : 'Body'];
  const src = local.map((name) => `local("${name}")`).join(',');
  // The overrides count in the adjusted size, so they are divided by it.
  return `@font-face{font-family:${family};font-weight:${weight};src:${src};size-adjust:${size}%;ascent-override:${getPercent(ascent, size)};descent-override:${getPercent(descent, size)};line-gap-override:0%}`;
}

function getPercent(part: number, size: number): string {
  return `${Number(((part / size) * 100).toFixed(2))}%`;
}

/** Arabic headings are set in the body family. */
function getOneStack(stack: string): { body: string; head: string } {
  return { body: stack, head: stack };
}
