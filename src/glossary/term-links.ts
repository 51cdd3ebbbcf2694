import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** A term and the exact forms in which a text may use it. */
export interface LinkedTerm {
  readonly href: string;
  readonly forms: readonly string[];
}

type Element = DefaultTreeAdapterTypes.Element;

/** Where a link would stand inside another, or would break what the author has set apart. */
const CLOSED = new Set(['a', 'mark', 'h1', 'h2', 'h3', 'bdi']);

/**
 * Links the first use of each term in the prose of a page. Only texts in the page's own language are looked at;
 * the order is that of the page, and each term is linked once.
 */
export function linkTerms(html: string, terms: readonly LinkedTerm[]): string {
  if (!html.includes('prose')) return html;
  const open = new Map(terms.flatMap((term) => term.forms.map((form) => [escapeHtml(form), term.href] as const)));
  const inserted: { at: number; length: number; href: string }[] = [];
  for (const { start, end } of getProse(parse(html, { sourceCodeLocationInfo: true }))) {
    for (let from = start; open.size > 0; ) {
      const found = getForms([...open.keys()]).exec(html.slice(from, end));
      if (!found) break;
      const href = open.get(found[0]) ?? '';
      inserted.push({ at: from + found.index, length: found[0].length, href });
      for (const [form, target] of open) if (target === href) open.delete(form);
      from += found.index + found[0].length;
    }
  }
  return inserted.reduceRight(
    (text, { at, length, href }) => `${text.slice(0, at)}<a class="term" href="${href}">${text.slice(at, at + length)}</a>${text.slice(at + length)}`,
    html,
  );
}

/** Whole words only: `\b` would ignore Hebrew and Arabic letters. The longest form wins. */
function getForms(forms: readonly string[]): RegExp {
  const longestFirst = forms.toSorted((a, b) => b.length - a.length).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'u');
}

/** The pieces of source text, by their offsets, that are prose in the page's own language. */
function getProse(node: DefaultTreeAdapterTypes.ParentNode, inProse = false): { start: number; end: number }[] {
  return node.childNodes.flatMap((child) => {
    if (child.nodeName === '#text') {
      const place = child.sourceCodeLocation;
      return inProse && place ? [{ start: place.startOffset, end: place.endOffset }] : [];
    }
    if (!isElement(child) || CLOSED.has(child.nodeName)) return [];
    const attributes = new Map(child.attrs.map(({ name, value }) => [name, value]));
    if (attributes.has('data-fallback')) return [];
    return getProse(child, inProse || (attributes.get('class') ?? '').split(' ').includes('prose'));
  });
}

function isElement(node: DefaultTreeAdapterTypes.ChildNode): node is Element {
  return 'tagName' in node;
}

/** Forms are compared with the page's source, in which these are written so. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char);
}
