import { brotliCompressSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** The length of `content` in bytes as a host sends it that compressed it beforehand, with Brotli at its best. */
export function getBrotliSize(content: string | Buffer): number {
  return content.length === 0 ? 0 : brotliCompressSync(content).length;
}

/**
 * The size of all script of a page: each file compressed by itself, the inline scripts as one piece, since they travel
 * compressed together inside the document.
 */
export function getScriptSize(html: string, files: readonly Buffer[]): number {
  return getBrotliSize(getInlineScripts(html).join('\n')) + files.reduce((sum, file) => sum + getBrotliSize(file), 0);
}

/** The text of every inline script that runs; data blocks such as JSON do not. */
export function getInlineScripts(html: string): string[] {
  return getElements(parse(html), 'script').filter(isInlineScript).map(getText);
}

/** The middle value; of an even number the mean of the two in the middle. NaN of nothing. */
export function getMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = Number.NaN, high = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}

function isInlineScript({ attrs }: Element): boolean {
  const type =
    attrs
      .find(({ name }) => name === 'type')
      ?.value.trim()
      .toLowerCase() ?? '';
  return !attrs.some(({ name }) => name === 'src') && /^$|^module$|^(text|application)\/(java|ecma)script$/.test(type);
}

function getElements(node: Node, name: string): Element[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap((child) => getElements(child, name)) : [];
  return 'tagName' in node && node.tagName === name ? [node, ...inside] : inside;
}

function getText(element: Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
