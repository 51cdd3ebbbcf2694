import { readFile } from 'node:fs/promises';
import { isLocale, type Locale } from '../../i18n/locales.ts';

/** A query and the things of which any may come first. */
export interface SearchQuery {
  readonly id: string;
  readonly locale: Locale;
  readonly query: string;
  readonly expect: readonly string[];
  /** What makes the query hard, for the figures by class. */
  readonly classes: readonly string[];
}

/**
 * Reads a set of queries.
 *
 * @param path a file such as test/queries/dev.json
 * @throws if an entry is not of the form, naming file and entry
 */
export async function readQuerySet(path: string): Promise<SearchQuery[]> {
  const entries = JSON.parse(await readFile(path, 'utf8')) as unknown;
  if (!Array.isArray(entries)) throw new Error(`${path} must hold a list of queries.`);
  for (const [index, entry] of entries.entries())
    if (!isQuery(entry)) throw new Error(`${path}: entry ${index + 1} must be {"id", "locale", "query", "expect": [ids], "classes": []}.`);
  return entries as SearchQuery[];
}

function isQuery(entry: unknown): entry is SearchQuery {
  const { id, locale, query, expect, classes } = Object(entry) as Record<string, unknown>;
  const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
  const isList = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
  return isText(id) && isText(locale) && isLocale(locale) && isText(query) && isList(expect) && expect.length > 0 && isList(classes);
}
