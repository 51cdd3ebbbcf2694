import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The fields of a word file; for MDX, those of its frontmatter. */
export type WordFields = Readonly<Record<string, unknown>>;

/**
 * The fields of every word file under a folder of content/, for tools that run outside Astro's collections.
 *
 * @returns by `<locale>/<id>`
 */
export async function readWordFiles(dir: string): Promise<Map<string, WordFields>> {
  const files = new Map<string, WordFields>();
  for (const file of (await readdir(dir, { recursive: true })).sort()) {
    const [, id, locale, ending] = /([^\\/]+)[\\/](\w+)\.(mdx|yaml)$/.exec(file) ?? [];
    if (!id || !locale) continue;
    const source = await readFile(join(dir, file), 'utf8');
    const fields: unknown = parse(ending === 'mdx' ? (/^---\r?\n(.*?)\r?\n---/s.exec(source)?.[1] ?? '') : source);
    if (typeof fields === 'object' && fields !== null) files.set(`${locale}/${id}`, fields as WordFields);
  }
  return files;
}

/** A field that is a list of strings; empty where it is missing or something else. */
export function getStrings(fields: WordFields | undefined, name: string): string[] {
  const value = fields?.[name];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}
