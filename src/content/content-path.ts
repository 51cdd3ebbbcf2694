import type { z } from 'astro/zod';

/** A row of the table in src/content-kinds.ts; src/content must not import features, so the table is passed in. */
export interface KindRow {
  readonly folder: string;
  readonly structure: string;
  readonly words: 'mdx' | 'yaml';
  readonly structureSchema: z.ZodType;
  readonly wordsSchema: z.ZodType;
}

export type KindTable = Readonly<Record<string, KindRow>>;

/** What a file of content/ is, judged by its path alone. */
export type ContentPath =
  | { readonly role: 'structure'; readonly kind: string; readonly id: string }
  | { readonly role: 'words'; readonly kind: string; readonly id: string; readonly locale: string }
  | { readonly role: 'image'; readonly kind: string; readonly id: string }
  | { readonly role: 'dictionary'; readonly locale: string }
  | { readonly role: 'published-ids' | 'document' }
  /** A word file or dictionary of a language that is not in the table. */
  | { readonly role: 'unknown-locale'; readonly stem: string; readonly extension: string }
  /** A word file with the ending of another kind. */
  | { readonly role: 'wrong-ending'; readonly expected: string }
  | { readonly role: 'unknown-folder'; readonly folder: string }
  | { readonly role: 'unknown-file' };

/** Where ids once published are recorded. */
export const publishedIdsPath = 'content/published-ids.yaml';

const documents = ['content/README.md', 'content/LICENSE'];
const imageName = /\.(?:png|jpe?g|webp|avif|svg|gif)$/u;

/** Says what the file at `path` (relative to the project) is. `locales` are the ids of the locale table. */
export function parseContentPath(path: string, kinds: KindTable, locales: readonly string[]): ContentPath {
  if (path === publishedIdsPath) return { role: 'published-ids' };
  if (documents.includes(path)) return { role: 'document' };
  const [top, folder, ...rest] = path.split('/');
  if (top !== 'content' || folder === undefined || rest.length === 0) return { role: 'unknown-file' };
  if (folder === 'ui') return rest.length === 1 ? parseDictionaryName(rest[0] ?? '', locales) : { role: 'unknown-file' };

  const kind = Object.keys(kinds).find((name) => kinds[name]?.folder === folder);
  const row = kind === undefined ? undefined : kinds[kind];
  if (kind === undefined || row === undefined) return { role: 'unknown-folder', folder };
  const [id = '', name = ''] = rest;
  if (rest.length !== 2) return { role: 'unknown-file' };
  if (name === row.structure) return { role: 'structure', kind, id };
  if (imageName.test(name)) return { role: 'image', kind, id };
  const { stem, extension } = splitName(name);
  if (extension === row.words) return locales.includes(stem) ? { role: 'words', kind, id, locale: stem } : { role: 'unknown-locale', stem, extension };
  if (locales.includes(stem)) return { role: 'wrong-ending', expected: `content/${folder}/${id}/${stem}.${row.words}` };
  return { role: 'unknown-file' };
}

/** The path of a file of the thing `id` of a kind: its structure, or its words in `locale`. */
export function formatContentPath(row: KindRow, id: string, locale?: string): string {
  return `content/${row.folder}/${id}/${locale === undefined ? row.structure : `${locale}.${row.words}`}`;
}

function parseDictionaryName(name: string, locales: readonly string[]): ContentPath {
  const { stem, extension } = splitName(name);
  if (extension !== 'json') return locales.includes(stem) ? { role: 'wrong-ending', expected: `content/ui/${stem}.json` } : { role: 'unknown-file' };
  return locales.includes(stem) ? { role: 'dictionary', locale: stem } : { role: 'unknown-locale', stem, extension };
}

function splitName(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? { stem: name, extension: '' } : { stem: name.slice(0, dot), extension: name.slice(dot + 1) };
}
