import type { Locale } from '../i18n/locales.ts';
import { paths } from '../i18n/paths.ts';
import type { Token } from './analyser/token.ts';
import type { Finder } from './finder.ts';
import { getExcerpt } from './marks.ts';
import { MOST_RESULTS } from './most-results.ts';
import { getAddress } from './results-address.ts';
import type { Row } from './results-rows.ts';

/** What a page knows of the site, so that no index leads anywhere else. */
export interface TextScope {
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  readonly locale: Locale;
  /** Where texts stand that the step index does not hold, below the locale: `about/`, `sources/#never-again-or-honest`. */
  readonly routes: readonly string[];
}

/** Two words are the same where they share a form that tells so much of both. */
const SAME = 0.5;

/** How many texts are looked at, of those that have most of the query. */
const MOST_LOOKED_AT = 24;

/** The words of a query that are looked for, and in how many forms each. */
const MOST_WORDS = 8;
const MOST_FORMS = 5;

/**
 * Searches the full text of the language of `finder`. Every word of the query is looked for in its forms; a text counts
 * only where our own understanding of words finds them again in it, because Pagefind answers with something else rather
 * than with nothing.
 *
 * @returns the texts with most of the query first, each with an excerpt in the place of its summary
 * @throws if there is no index for the language, or it cannot be loaded
 */
export async function findInFullText({ base, locale, routes }: TextScope, query: string, finder: Finder): Promise<Row[]> {
  const pagefind = await loadPagefind(`${base}pagefind/`, finder.lang, base);
  const words = getWords(query, finder);
  const candidates = await getCandidates(pagefind, query, words);
  const rows: { row: Row; coverage: number }[] = [];
  for (const { data } of candidates) {
    const { url, meta, content } = await data();
    const href = getKnownAddress(url, locale, routes, finder);
    if (href === undefined) continue;
    const title = meta['title'] ?? '';
    const text = getOwnText(content, title, getId(url), finder);
    const getHits = (token: Token): number[] => words.flatMap((word, index) => (isSame(word, token) ? [index] : []));
    const tokens = finder.analyse(text);
    const hits = new Set(tokens.flatMap(getHits));
    if (hits.size > 0) {
      const titleMarks = finder.analyse(title).flatMap((token) => (getHits(token).length > 0 ? [[token.start, token.end] as const] : []));
      const row = { href, kind: getKind(url, meta['kind'], finder), title: { text: title, marks: titleMarks }, summary: getExcerpt(text, tokens, getHits) };
      rows.push({ row, coverage: hits.size });
    }
    // A long text is a turn of its own.
    await new Promise((resolve) => setTimeout(resolve));
  }
  // Sorting is stable: among equals Pagefind's order stands.
  return rows
    .sort((a, b) => b.coverage - a.coverage)
    .slice(0, MOST_RESULTS)
    .map(({ row }) => row);
}

/** Pagefind, with the index of this language; it would take another's where there is none. */
async function loadPagefind(bundle: string, lang: string, base: string): Promise<Pagefind> {
  const response = await fetch(`${bundle}pagefind-entry.json`);
  if (!response.ok) throw new Error(`There is no full-text index at ${bundle} (${response.status}).`);
  const { languages } = (await response.json()) as { languages: Record<string, unknown> };
  if (!Object.hasOwn(languages, lang)) throw new Error(`There is no full-text index for ${lang}.`);
  const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base });
  return pagefind;
}

/** The words of a query that say something, or all where none does. */
function getWords(query: string, { analyse }: Finder): Token[] {
  const tokens = analyse(query);
  const telling = tokens.filter(({ isSmall }) => !isSmall);
  return [...new Map((telling.length > 0 ? telling : tokens).map((token) => [token.keys[0]?.key, token])).values()].slice(0, MOST_WORDS);
}

/** The texts that have a word of the query in any form, those with most words first. */
async function getCandidates(pagefind: Pagefind, query: string, words: readonly Token[]): Promise<Result[]> {
  const scores = new Map<string, { result: Result; score: number }>();
  for (const { keys, start, end } of words) {
    const forms = new Set([query.slice(start, end), ...keys.filter(({ key, weight }) => weight >= SAME && /^[^~^]/.test(key)).map(({ key }) => key)]);
    const best = new Map<string, Result>();
    for (const form of [...forms].slice(0, MOST_FORMS)) {
      const { results } = await pagefind.search(form);
      for (const result of results) if (result.score > (best.get(result.id)?.score ?? -1)) best.set(result.id, result);
    }
    const most = Math.max(...[...best.values()].map(({ score }) => score));
    // A whole word outweighs the best place that another has.
    for (const [id, result] of best) scores.set(id, { result, score: (scores.get(id)?.score ?? 0) + 1 + (most > 0 ? result.score / most : 0) });
  }
  return [...scores.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_LOOKED_AT)
    .map(({ result }) => result);
}

function isSame(word: Token, token: Token): boolean {
  return token.keys.some(({ key, weight }) => word.keys.some((own) => own.key === key && own.weight * weight >= SAME));
}

/** Where a text stands in this build: by its id where the step index knows it, else only at an address the page names. */
function getKnownAddress(url: string, locale: Locale, routes: readonly string[], finder: Finder): string | undefined {
  const thing = finder.get(getId(url));
  if (thing) return getAddress(locale, thing);
  const route = routes.find((known) => url.endsWith(`/${locale}/${known}`));
  if (route === undefined) return undefined;
  const [path = '', anchor] = route.split('#');
  return paths.route(locale, path, anchor);
}

function getKind(url: string, kind: string | undefined, finder: Finder): string {
  return finder.get(getId(url))?.kind ?? kind ?? '';
}

/** The id of what an address leads to: its anchor, else its last segment. */
function getId(url: string): string {
  const [path = '', anchor] = url.split('#');
  return anchor ?? path.split('/').findLast(Boolean) ?? '';
}

/** A text without what stands before it in the index: its title, and the terms that authors gave it. */
function getOwnText(content: string, title: string, id: string, { postings }: Finder): string {
  const terms = postings.things.find((thing) => thing.id === id)?.terms.join('. ') ?? '';
  return [title, terms].reduce((text, head) => (text.startsWith(head) ? text.slice(head.length).replace(/^[.\s]+/, '') : text), content);
}

interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  search(query: string): Promise<{ results: Result[] }>;
}

interface Result {
  readonly id: string;
  readonly score: number;
  data(): Promise<{ url: string; meta: Record<string, string>; content: string }>;
}
