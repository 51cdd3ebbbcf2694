import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../src/build/run-astro.ts';
import { remember } from '../../src/content/remember.ts';
import type { Locale } from '../../src/i18n/locales.ts';

/** The ids of all things of a kind: the folders below content/<folder>/. */
export function getContentIds(folder: string): string[] {
  return readdirSync(join(root, 'content', folder));
}

/** A structure file as an author wrote it, read without the code of the site; for whoever asks again, as it was the first time. */
export function readStructure(folder: string, id: string, file: string): Record<string, unknown> {
  return readFields(join(root, 'content', folder, id, file));
}

/** The frontmatter of a word file. */
export function readFrontmatter(folder: string, id: string, locale: Locale): Record<string, unknown> {
  return readFields(join(root, 'content', folder, id, `${locale}.mdx`));
}

/** The fields of a YAML file, or those before the text of an MDX file. */
const readFields = remember((path: string): Record<string, unknown> => {
  const source = readFileSync(path, 'utf8');
  return parse(path.endsWith('.mdx') ? (/^---\r?\n(.*?)\r?\n---/s.exec(source)?.[1] ?? '') : source) as Record<string, unknown>;
});

/** The UI strings of a language by key. */
export function readDictionary(locale: Locale): Record<string, string> {
  return JSON.parse(readFileSync(join(root, 'content/ui', `${locale}.json`), 'utf8')) as Record<string, string>;
}
