import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from '../../src/build/run-astro.ts';
import { isLocale, type Locale } from '../../src/i18n/locales.ts';
import { normalizeBase } from '../../src/i18n/paths.ts';
import { type Element, getElements, parseHtml } from './html.ts';

/** Where the build says that it will be served. */
export const site = process.env['SITE'] ?? 'https://example.org';
export const base = normalizeBase(process.env['BASE'] ?? '/');

/** A page of dist/ as a file and as a tree. */
export interface BuiltPage {
  /** Its file below dist/. */
  readonly file: string;
  /** Its address below the base path: `he/guide/`, empty for the root, `404.html`. */
  readonly address: string;
  /** The language of its address; undefined for the root and the 404 page, which speak all of them. */
  readonly locale: Locale | undefined;
  /** The address after the locale: `guide/`. */
  readonly route: string;
  readonly html: string;
  readonly root: Element;
  /** All elements in document order, those inside templates included. */
  readonly elements: readonly Element[];
  /** Whether it only leads on to another page. */
  readonly moved: boolean;
  /** Whether search engines may list it. */
  readonly indexed: boolean;
}

/** Every file in dist/, with forward slashes. */
export const builtFiles: readonly string[] = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll('\\', '/'))
  .sort();

const pageFiles = builtFiles.filter((file) => file.endsWith('.html'));
const isPage = new Set(pageFiles);
const parsed = new Map<string, BuiltPage>();

/**
 * The pages of dist/. Of those that differ only in the answers given before, some of each kind stand for all, because
 * reading each of them takes minutes; FULL=1 takes all.
 */
export const builtPages: readonly BuiltPage[] = pageFiles.filter(isLookedAt).map(getPage);

/** The pages in one language each, without those that only lead on. */
export const localePages = builtPages.filter((page): page is BuiltPage & { locale: Locale } => page.locale !== undefined && !page.moved);

/** The text of a file in dist/. */
export function readBuilt(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}

/** Whether dist/ has this file. */
export function isBuilt(file: string): boolean {
  return existsSync(join(dist, file));
}

/** The absolute address of a page. */
export function getUrl(page: BuiltPage): string {
  return new URL(`${base}${page.address}`, site).href;
}

/** The page at an absolute address, whatever its query and fragment. */
export function findPage(url: string): BuiltPage | undefined {
  if (!url.startsWith(`${new URL(site).origin}/`)) return undefined;
  const pathname = decodeURIComponent(new URL(url).pathname);
  if (!pathname.startsWith(base)) return undefined;
  const address = pathname.slice(base.length);
  const file = address === '' || address.endsWith('/') ? `${address}index.html` : address.endsWith('.html') ? address : `${address}/index.html`;
  return isPage.has(file) ? getPage(file) : undefined;
}

/** What `getFaults` has to say about each of `pages`, each line with the file in front. */
export function collectFaults<Page extends BuiltPage>(pages: readonly Page[], getFaults: (page: Page) => Iterable<string>): string[] {
  return pages.flatMap((page) => [...getFaults(page)].map((fault) => `${page.file}: ${fault}`));
}

/** Answers in an address: `nnu`. Looked at: all “no”, or “not sure” first, with every way on from there. */
function isLookedAt(file: string): boolean {
  const [, given] = /\/triage\/[^/]+\/([ynu]+)\//.exec(file) ?? [];
  return given === undefined || Boolean(process.env['FULL']) || /^[nu]?n*[ynu]$/.test(given);
}

function getPage(file: string): BuiltPage {
  const page = parsed.get(file) ?? readPage(file);
  parsed.set(file, page);
  return page;
}

function readPage(file: string): BuiltPage {
  const html = readBuilt(file);
  const root = parseHtml(html);
  const elements = [root, ...getElements(root)];
  const address = file.replace(/(^|\/)index\.html$/, '$1');
  const [first = '', ...others] = address.split('/');
  const locale = isLocale(first) ? first : undefined;
  const hasMeta = (name: string, value: string) =>
    elements.some((element) => element.tagName === 'meta' && element.attrs.some((attribute) => attribute.name === name && attribute.value === value));
  return {
    file,
    address,
    locale,
    route: locale ? others.join('/') : address,
    html,
    root,
    elements,
    moved: hasMeta('http-equiv', 'refresh'),
    indexed: !hasMeta('content', 'noindex'),
  };
}
