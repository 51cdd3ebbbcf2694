import { remember } from '../../src/content/remember.ts';
import { type BuiltPage, base, findPage, getUrl, isBuilt, site } from './built-pages.ts';
import { getAttribute } from './html.ts';

/** What is wrong with a link on `page`, as a sentence; undefined where it leads to something that is there. */
export function findLinkFault(page: BuiltPage, href: string): string | undefined {
  const written = URL.canParse(href, getUrl(page)) ? new URL(href, getUrl(page)) : undefined;
  if (!written) return `“${href}” is no address`;
  if (written.origin !== new URL(site).origin) return written.protocol === 'https:' ? undefined : `“${href}” leads outside without https`;
  if (!written.pathname.startsWith(base)) return `“${href}” lies outside the base path ${base}`;
  const target = findPage(written.href);
  if (!target) {
    const file = decodeURIComponent(written.pathname.slice(base.length));
    return !file.endsWith('/') && file !== '' && isBuilt(file) && !file.endsWith('.html') ? undefined : `“${href}” leads to no page or file`;
  }
  if (!written.pathname.endsWith('/')) return `“${href}” has no slash at its end`;
  const anchor = decodeURIComponent(written.hash.slice(1));
  return anchor && !getIds(target).has(anchor) ? `“${href}” leads to an anchor that ${target.file} does not have` : undefined;
}

/** All ids on a page. Most pages are asked for theirs by hundreds of links. */
export const getIds = remember(({ elements }: BuiltPage): ReadonlySet<string> => new Set(elements.flatMap((element) => getAttribute(element, 'id') ?? [])));
