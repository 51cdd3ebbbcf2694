import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { getLocaleRow, type Locale } from '../../i18n/locales.ts';
import { alphabets, type Face, faces, letterSets, SPACES } from './faces.ts';

/** A face cut down to what the texts of a language need. */
export type Subset = {
  readonly face: Face;
  /** Named by its content, so that it can be cached for ever. */
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

const CONTENT = 'content';
const subsets = new Map<Locale, Promise<Subset[]>>();

/** The subsets that pages of `locale` load; made once per build. */
export function getSubsets(locale: Locale): Promise<Subset[]> {
  const made = subsets.get(locale) ?? createSubsets(locale);
  subsets.set(locale, made);
  return made;
}

/** The characters that occur in the word files and UI strings of `locale`. */
export async function getCharacters(locale: Locale): Promise<Set<string>> {
  const files = (await readdir(CONTENT, { recursive: true })).filter((file) => new RegExp(`(^|[\\\\/])${locale}\\.(mdx|yaml|json)$`).test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(CONTENT, file), 'utf8')));
  return new Set(texts.join(''));
}

async function createSubsets(locale: Locale): Promise<Subset[]> {
  const used = [...(await getCharacters(locale))];
  return Promise.all(
    faces[getLocaleRow(locale).script].map(async (face) => {
      const text = SPACES.text + alphabets[face.letters] + used.filter(letterSets[face.letters].has).join('');
      const source = await readFile(createRequire(import.meta.url).resolve(face.file));
      const bytes = await subsetFont(source, text, { targetFormat: 'woff2', ...(face.axes && { variationAxes: { ...face.axes } }) });
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
      return { face, bytes: new Uint8Array(bytes), fileName: `${face.family}-${face.letters}-${face.weight}-${hash}.woff2`.toLowerCase() };
    }),
  );
}
