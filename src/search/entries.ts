import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** A unit of search: a step, message, item, phase, list or page, as it stands in a built page. */
export interface SearchEntry {
  readonly kind: string;
  /** The anchor in the page, if it is not the page itself. */
  readonly id: string | undefined;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const LEFT_OUT = new Set(['nav', 'script', 'style', 'template']);

/**
 * What a built page offers to search: every element with `data-entry`, without the entries inside it and without
 * words borrowed from another language (`data-fallback`), which belong into no index but their own.
 */
export function getSearchEntries(html: string): { lang: string; entries: SearchEntry[] } {
  const document = parse(html);
  const root = document.childNodes.find((node): node is Element => node.nodeName === 'html');
  if (!root) return { lang: '', entries: [] };
  const description = find(root, (element) => element.nodeName === 'meta' && getAttribute(element, 'name') === 'description');
  const heading = find(root, (element) => element.nodeName === 'h1');
  const entries = findAll(root, (element) => getAttribute(element, 'data-entry') !== undefined).flatMap((element): SearchEntry[] => {
    const kind = getAttribute(element, 'data-entry') ?? '';
    const title = find(element, (inner) => /^h[1-3]$/.test(inner.nodeName) || getAttribute(inner, 'data-entry-title') !== undefined);
    if (!title || getAttribute(title, 'data-fallback') !== undefined) return [];
    const summary = find(element, (inner) => getAttribute(inner, 'data-entry-summary') !== undefined);
    const described = summary
      ? getText(summary)
      : kind === 'item' && heading
        ? getText(heading)
        : description
          ? (getAttribute(description, 'content') ?? '')
          : '';
    return [{ kind, id: getAttribute(element, 'id'), title: getText(title), summary: described, text: getText(element, title) }];
  });
  return { lang: getAttribute(root, 'lang') ?? '', entries };
}

/** The words inside an element, without `except` and what search leaves out. */
function getText(element: Element, except?: Element): string {
  const parts: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === '#text') parts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if (!isElement(node) || node === except) return;
    if (
      node !== element &&
      (LEFT_OUT.has(node.nodeName) || ['data-entry', 'data-fallback', 'data-entry-skip'].some((name) => getAttribute(node, name) !== undefined))
    )
      return;
    node.childNodes.forEach(visit);
    parts.push(' ');
  };
  visit(element);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function find(element: Element, matches: (element: Element) => boolean): Element | undefined {
  return findAll(element, matches)[0];
}

function findAll(element: Element, matches: (element: Element) => boolean): Element[] {
  return element.childNodes.filter(isElement).flatMap((child) => [...(matches(child) ? [child] : []), ...findAll(child, matches)]);
}

function getAttribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}
