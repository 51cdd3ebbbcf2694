import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { getBuiltPages } from '../build/built-pages.ts';
import { getStrings, readWordFiles } from '../content/read-word-files.ts';
import { getSearchEntries, type SearchEntry } from './entries.ts';

/** What the browser needs of what Pagefind writes; its own interface is 400 kB that nobody would load. */
const NEEDED = /^(pagefind(-worker)?\.js|pagefind-entry\.json|wasm\.[^/]+\.pagefind|pagefind\.[^/]+\.pf_meta|(fragment|index|filter)\/.+)$/;

/** After the build: one index per language, in which every step, message, item, phase, list and page is an entry of its own. */
export function pagefind(): AstroIntegration {
  return {
    name: 'pagefind',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await createIndex({});
        if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
        const words = await readWordFiles('content');
        // Pagefind works in a process of its own; while it takes one entry, the next are read.
        const taken: Promise<void>[] = [];
        for (const page of await getBuiltPages(dir)) {
          const html = await readFile(page.file, 'utf8');
          if (!html.includes(' data-entry=')) continue;
          const { lang, entries } = getSearchEntries(html);
          for (const entry of entries) {
            const id = entry.id ?? page.route.split('/').filter(Boolean).at(-1) ?? '';
            const url = `/${page.route}${entry.id ? `#${entry.id}` : ''}`;
            const content = getIndexedHtml(lang, entry, getStrings(words.get(`${page.route.split('/')[0]}/${id}`), 'searchTerms'));
            taken.push(
              index.addHTMLFile({ url, content }).then((added) => {
                if (added.errors.length) throw new Error(`Pagefind could not index ${url}: ${added.errors.join('; ')}`);
              }),
            );
          }
        }
        await Promise.all(taken);
        const { files } = await index.getFiles();
        for (const { path, content } of files.filter((file) => NEEDED.test(file.path))) {
          const target = join(fileURLToPath(dir), 'pagefind', path);
          await mkdir(dirname(target), { recursive: true });
          await writeFile(target, path === 'pagefind-entry.json' ? sortKeys(content) : content);
        }
        await close();
        logger.info(`${taken.length} entries indexed`);
      },
    },
  };
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
