import { MOST_RESULTS } from './most-results.ts';

/** Something found, as the search page shows it. */
export interface Found {
  /** Address with the anchor of what was found: `/he/guide/own-up/#name-the-mistake`. */
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly kind: string;
}

/**
 * Searches the full text of one language.
 *
 * @param base base path of the site, with a slash at its end
 * @param lang BCP-47 tag of the page; an index of another language is never asked instead
 * @returns the best results first
 * @throws if there is no index for `lang`, or it cannot be loaded
 */
export async function findInFullText(base: string, lang: string, query: string): Promise<Found[]> {
  const bundle = `${base}pagefind/`;
  const entry = (await (await fetch(`${bundle}pagefind-entry.json`)).json()) as { languages: Record<string, unknown> };
  if (!Object.hasOwn(entry.languages, lang)) throw new Error(`There is no search index for ${lang}.`);
  const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base });
  const { results } = await pagefind.search(query);
  return Promise.all(
    results.slice(0, MOST_RESULTS).map(async (result) => {
      const { url, meta } = await result.data();
      return { href: url, title: meta['title'] ?? '', summary: meta['summary'] ?? '', kind: meta['kind'] ?? '' };
    }),
  );
}

interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string; meta: Record<string, string> }> }[] }>;
}
