import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { remember } from '../../content/remember.ts';
import { getLocaleRow, type Locale } from '../../i18n/locales.ts';
import { cutFont, type FontCut, getToolVersions } from './cut-font.ts';
import { alphabets, type Face, faces, letterSets, SPACES } from './faces.ts';

/** A face cut down to what the texts of a language need. */
export type Subset = {
  readonly face: Face;
  /** Named by what it is made from and with, so that it can be cached for ever. Pages need no more to name it. */
  readonly fileName: string;
  readonly cut: FontCut;
};

const CONTENT = 'content';

/** The subsets that pages of `locale` load, still to be cut; found once per build, or until a server for authors starts anew. */
export const getSubsets = remember(async (locale: Locale): Promise<readonly Subset[]> => {
  const tools = getToolVersions();
  const used = [...(await getCharacters(locale))];
  return Promise.all(
    faces[getLocaleRow(locale).script].map(async (face) => {
      const text = SPACES.text + alphabets[face.letters] + used.filter(letterSets[face.letters].has).join('');
      const cut = { source: await readFile(createRequire(import.meta.url).resolve(face.file)), text: [...new Set(text)].sort().join(''), axes: face.axes };
      return { face, cut, fileName: `${face.family}-${face.letters}-${face.weight}-${getDigest(cut, tools)}.woff2`.toLowerCase() };
    }),
  );
});

/** The bytes of a subset, as woff2. Languages of one script share a file where their texts need the same letters. */
export function getSubsetBytes({ fileName, cut }: Subset): Promise<Uint8Array<ArrayBuffer>> {
  const made = cutFonts.get(fileName) ?? cutFont(cut);
  cutFonts.set(fileName, made);
  return made;
}

const cutFonts = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** The characters that occur in the word files and UI strings of `locale`. */
export async function getCharacters(locale: Locale): Promise<Set<string>> {
  const files = (await readdir(CONTENT, { recursive: true })).filter((file) => new RegExp(`(^|[\\\\/])${locale}\\.(mdx|yaml|json)$`).test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(CONTENT, file), 'utf8')));
  return new Set(texts.join(''));
}

function getDigest({ source, text, axes }: FontCut, tools: string): string {
  return createHash('sha256')
    .update(source)
    .update(JSON.stringify([text, axes ?? {}, tools]))
    .digest('hex')
    .slice(0, 10);
}
