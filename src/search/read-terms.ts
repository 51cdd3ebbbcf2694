import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Authored search terms by `<locale>/<id>`, read from the word files. */
export async function readSearchTerms(contentDir: string): Promise<Map<string, string[]>> {
  const terms = new Map<string, string[]>();
  for (const file of await readdir(contentDir, { recursive: true })) {
    const [, id, locale, kind] = /([^\\/]+)[\\/](\w+)\.(mdx|yaml)$/.exec(file) ?? [];
    if (!id || !locale) continue;
    const source = await readFile(join(contentDir, file), 'utf8');
    const words: unknown = parse(kind === 'mdx' ? (/^---\r?\n(.*?)\r?\n---/s.exec(source)?.[1] ?? '') : source);
    if (isWithTerms(words)) terms.set(`${locale}/${id}`, words.searchTerms);
  }
  return terms;
}

function isWithTerms(words: unknown): words is { searchTerms: string[] } {
  return typeof words === 'object' && words !== null && 'searchTerms' in words && Array.isArray(words.searchTerms);
}
