import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../src/build/run-astro.ts';
import type { Locale } from '../../src/i18n/locales.ts';

/** The ids of all things of a kind: the folders below content/<folder>/. */
export function getContentIds(folder: string): string[] {
  return readdirSync(join(root, 'content', folder));
}

const known = new Map<string, Record<string, unknown>>();

/** A structure file as an author wrote it, read without the code of the site; for whoever asks again, as it was the first time. */
export function readStructure(folder: string, id: string, file: string): Record<string, unknown> {
  const path = join(root, 'content', folder, id, file);
  const fields = known.get(path) ?? (parse(readFileSync(path, 'utf8')) as Record<string, unknown>);
  known.set(path, fields);
  return fields;
}

/** The frontmatter of a word file. */
export function readFrontmatter(folder: string, id: string, locale: Locale): Record<string, unknown> {
  const path = join(root, 'content', folder, id, `${locale}.mdx`);
  const fields = known.get(path) ?? (parse(/^---\r?\n(.*?)\r?\n---/s.exec(readFileSync(path, 'utf8'))?.[1] ?? '') as Record<string, unknown>);
  known.set(path, fields);
  return fields;
}

/** The UI strings of a language by key. */
export function readDictionary(locale: Locale): Record<string, string> {
  return JSON.parse(readFileSync(join(root, 'content/ui', `${locale}.json`), 'utf8')) as Record<string, string>;
}
