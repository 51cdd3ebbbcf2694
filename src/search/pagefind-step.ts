import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { PageStep } from '../build/finish-pages.ts';
import { getStrings, readWordFiles, type WordFields } from '../content/read-word-files.ts';
import { getSearchEntries, type SearchEntry } from './entries.ts';

/** What the browser needs of what Pagefind writes; its own interface is 400 kB that nobody would load. */
const NEEDED = /^(pagefind(-worker)?\.js|pagefind-entry\.json|wasm\.[^/]+\.pagefind|pagefind\.[^/]+\.pf_meta|(fragment|index|filter)\/.+)$/;

/** One index per language, in which every step, message, item, phase, list and page is an entry of its own. */
export function pagefind(): PageStep {
  let index: PagefindIndex | undefined;
  let words: ReadonlyMap<string, WordFields> = new Map();
  // Pagefind works in a process of its own; while it takes one entry, the next pages are finished.
  const taken: Promise<void>[] = [];
  return {
    name: 'pagefind',
    async start() {
      const created = await createIndex({});
      if (!created.index) throw new Error(`Pagefind could not start: ${created.errors.join('; ')}`);
      index = created.index;
      words = await readWordFiles('content');
    },
    finishPage(html, { route }) {
      if (!html.includes(' data-entry=')) return html;
      const { lang, entries } = getSearchEntries(html);
      for (const entry of entries) {
        const id = entry.id ?? route.split('/').filter(Boolean).at(-1) ?? '';
        const url = `/${route}${entry.id ? `#${entry.id}` : ''}`;
        const content = getIndexedHtml(lang, entry, getStrings(words.get(`${route.split('/')[0]}/${id}`), 'searchTerms'));
        taken.push(addEntry(index!, url, content));
      }
      return html;
    },
    async end({ dir }) {
      await Promise.all(taken);
      const { files } = await index!.getFiles();
      for (const { path, content } of files.filter((file) => NEEDED.test(file.path))) {
        const target = join(fileURLToPath(dir), 'pagefind', path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, path === 'pagefind-entry.json' ? sortKeys(content) : content);
      }
      await close();
      return `${taken.length} entries indexed`;
    },
  };
}

/** @throws naming the address, where Pagefind does not take it */
async function addEntry(index: PagefindIndex, url: string, content: string): Promise<void> {
  const { errors } = await index.addHTMLFile({ url, content });
  if (errors.length) throw new Error(`Pagefind could not index ${url}: ${errors.join('; ')}`);
}

/** The page that stands for one entry in the index; the title and the authored terms weigh more than the text. */
function getIndexedHtml(lang: string, { kind, title, summary, text }: SearchEntry, terms: readonly string[]): string {
  // Who searches wants to know what to do: a step comes before a definition, a list or a page about it.
  const weight = kind === 'step' ? 10 : 2;
  const meta = (name: string, value: string) => `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(value)}">`;
  return `<html lang="${escapeHtml(lang)}"><head>${meta('kind', kind)}${meta('summary', summary)}</head><body data-pagefind-body><h1 data-pagefind-weight="${weight}">${escapeHtml(title)}</h1><p data-pagefind-weight="${weight}">${escapeHtml(terms.join('. '))}</p><p data-pagefind-weight="${kind === 'step' ? 1 : 0.5}">${escapeHtml(text)}</p></body></html>`;
}

/** Pagefind writes the languages in the order of a hash map; sorted, the same content gives the same bytes. */
function sortKeys(content: Uint8Array): string {
  const sort = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sort(inner)]),
        )
      : value;
  return JSON.stringify(sort(JSON.parse(new TextDecoder().decode(content))));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
