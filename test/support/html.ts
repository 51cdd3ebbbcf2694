import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** The `<html>` element of a page. */
export function parseHtml(html: string): Element {
  const root = parse(html).childNodes.find((node): node is Element => node.nodeName === 'html');
  if (!root) throw new Error('The page has no <html>.');
  return root;
}

/** All elements below `node` in document order, those inside templates included. */
export function getElements(node: ParentNode): Element[] {
  return getChildren(node).flatMap((child) => ('tagName' in child ? [child, ...getElements(child)] : []));
}

/** All text nodes below `node` in document order, those inside templates included, but no code. */
export function getTextNodes(node: ParentNode): TextNode[] {
  return getChildren(node).flatMap((child) => {
    if (child.nodeName === '#text') return [child as TextNode];
    return 'tagName' in child && child.tagName !== 'script' && child.tagName !== 'style' ? getTextNodes(child) : [];
  });
}

/** The words inside an element as one string. */
export function getText(element: Element): string {
  return getTextNodes(element)
    .map((node) => node.value)
    .join('');
}

/** The code inside a `<style>` or `<script>`, byte for byte. */
export function getCode(element: Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

export function getAttribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function hasClass(element: Element, name: string): boolean {
  return (getAttribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** The ancestors of a node, nearest first; templates are looked through. */
export function getAncestors(node: Element | TextNode): Element[] {
  const ancestors: Element[] = [];
  let parent: unknown = node.parentNode;
  while (isElement(parent)) {
    ancestors.push(parent);
    parent = parent.parentNode;
  }
  return ancestors;
}

/** Whether an element lies in a template, so that nobody meets it until script copies it. */
export function isInert(element: Element): boolean {
  return getAncestors(element).some(({ tagName }) => tagName === 'template');
}

/** What `name` says for a node: the attribute of the nearest element around it, or of itself. */
export function getInherited(node: Element | TextNode, name: string): string | undefined {
  const chain = 'tagName' in node ? [node, ...getAncestors(node)] : getAncestors(node);
  return chain.map((element) => getAttribute(element, name)).find((value) => value !== undefined);
}

/** An element as a reader of a fault can find it: `a.step#no-but`. */
export function describeElement(element: Element): string {
  const id = getAttribute(element, 'id');
  const [firstClass] = (getAttribute(element, 'class') ?? '').split(' ');
  return `${element.tagName}${firstClass ? `.${firstClass}` : ''}${id ? `#${id}` : ''}`;
}

/** The children of a node; those of a template lie in its content, which is given the template as its parent. */
function getChildren(node: ParentNode): DefaultTreeAdapterTypes.ChildNode[] {
  if (!('content' in node)) return node.childNodes;
  for (const child of node.content.childNodes) child.parentNode = node;
  return node.content.childNodes;
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'tagName' in value;
}
