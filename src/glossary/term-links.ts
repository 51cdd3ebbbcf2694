import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

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
  // What stands before the main part is styles for the most part, which take long to parse and hold no prose.
  const from = Math.max(0, html.indexOf('<main'));
  const source = html.slice(from);
  if (terms.length === 0 || !/ class="(?:[^"]* )?prose[ "]/.test(source)) return html;
  const { anyForm, hrefs } = getForms(terms);
  const linked = new Set<string>();
  const inserted: { at: number; form: string; href: string }[] = [];
  for (const { start, end } of getProse(parseFragment(source, { sourceCodeLocationInfo: true }))) {
    for (const { 0: form, index } of source.slice(start, end).matchAll(anyForm)) {
      const href = hrefs.get(form) ?? '';
      if (linked.has(href)) continue;
      linked.add(href);
      inserted.push({ at: from + start + index, form, href });
    }
  }
  return inserted.reduceRight(
    (text, { at, form, href }) => `${text.slice(0, at)}<a class="term" href="${href}">${form}</a>${text.slice(at + form.length)}`,
    html,
  );
}

/** Made once for each language: a pattern of hundreds of forms takes long to compile. */
const compiled = new WeakMap<readonly LinkedTerm[], Forms>();

/** Whole words only: `\b` would ignore Hebrew and Arabic letters. The longest form wins. */
function getForms(terms: readonly LinkedTerm[]): Forms {
  const known = compiled.get(terms);
  if (known) return known;
  const hrefs = new Map(terms.flatMap((term) => term.forms.map((form) => [escapeHtml(form), term.href] as const)));
  const longestFirst = [...hrefs.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const forms = { hrefs, anyForm: new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'gu') };
  compiled.set(terms, forms);
  return forms;
}

interface Forms {
  readonly anyForm: RegExp;
  readonly hrefs: ReadonlyMap<string, string>;
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
