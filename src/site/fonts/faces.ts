import type { LocaleRow } from '../../i18n/locales.ts';

/** The families as CSS knows them; which files stand behind them depends on the script of the page. */
export type Family = 'Body' | 'Head';

/** One font file of a package and what it is used for on pages in one script. */
export interface Face {
  readonly family: Family;
  readonly weight: 400 | 600 | 700;
  /** The woff2 file, as a module path. */
  readonly file: string;
  /** Which characters of the language's texts it has to draw. */
  readonly letters: LocaleRow['script'];
  /** Axes to pin, where the file is variable. */
  readonly axes?: Readonly<Record<string, number>>;
}

/**
 * Which faces a page in each script loads. Latin letters and digits inside Hebrew and Arabic come from Plex Sans,
 * drawn to go with both; the heading face is pinned to the one weight that is used. The faces of the script itself come
 * last: of two that have a character, a browser takes the later one.
 */
export const faces: Record<LocaleRow['script'], readonly Face[]> = {
  latin: [plex('latin', 400), plex('latin', 600), frankRuhl('latin')],
  hebrew: [plex('latin', 400), plex('latin', 600), frankRuhl('latin'), plex('hebrew', 400), plex('hebrew', 600), frankRuhl('hebrew')],
  // Arabic headings are set in Plex Sans Arabic SemiBold: upright beside the text, and one file fewer.
  arabic: [plex('latin', 400), plex('latin', 600), plex('arabic', 400), plex('arabic', 600)],
};

/** The characters each letter set is responsible for, as CSS `unicode-range`s and as a test; the sets overlap in nothing but spaces. */
export const letterSets: Record<Face['letters'], { readonly unicodeRange: string; readonly has: (char: string) => boolean }> = {
  hebrew: { unicodeRange: 'U+0590-05FF,U+20AA,U+FB1D-FB4F', has: (char) => /[\u0590-\u05ff\u20aa\ufb1d-\ufb4f]/.test(char) },
  arabic: { unicodeRange: 'U+0600-06FF,U+FDFC', has: (char) => /[\u0600-\u06ff\ufdfc]/.test(char) },
  latin: { unicodeRange: 'U+0000-024F,U+2000-206F,U+20AC', has: (char) => /[\u0020-\u024f\u2000-\u206f\u20ac]/.test(char) },
};

/**
 * The spaces, which every file has. With them the words of a line are shaped together; without, a browser parts the
 * line at every space, and a phase in Hebrew took a quarter longer to lay out.
 */
export const SPACES = { unicodeRange: 'U+0020,U+00A0', text: ' \u00a0' };

/**
 * Letters that every subset keeps even where no text uses them yet: people write notes and queries of their own.
 * Vowel points are not among them; the texts that need one bring it along.
 */
export const alphabets: Record<Face['letters'], string> = {
  hebrew: 'אבגדהוזחטיכךלמםנןסעפףצץקרשת־׳״₪',
  arabic: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي،؛؟٪ـًٌٍَُِّْ',
  latin: ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u00a0£«º»·àèéìòùÀÈÉÌÒÙ–—‘’“”…€',
};

function plex(letters: Face['letters'], weight: 400 | 600): Face {
  const name = letters === 'latin' ? 'ibm-plex-sans' : `ibm-plex-sans-${letters}`;
  return { family: 'Body', weight, letters, file: `@fontsource/${name}/files/${name}-${letters}-${weight}-normal.woff2` };
}

function frankRuhl(letters: 'latin' | 'hebrew'): Face {
  return {
    family: 'Head',
    weight: 700,
    letters,
    file: `@fontsource-variable/frank-ruhl-libre/files/frank-ruhl-libre-${letters}-wght-normal.woff2`,
    axes: { wght: 700 },
  };
}
