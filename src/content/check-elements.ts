import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { SourceFile } from './content-model.ts';
import { getFilePlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { getNodePosition } from './mdx-body.ts';
import { getNearest } from './nearest.ts';

/** Elements that a body may have. No component is offered to bodies yet; one that is gets its name here. */
const allowedElements: readonly string[] = ['mark'];

/** Elements that load or run something foreign. */
const foreignElements: readonly string[] = ['script', 'iframe', 'object', 'embed', 'frame', 'link', 'meta', 'base', 'style', 'form', 'video', 'audio', 'source', 'portal'];

/** Elements of HTML that writers know; any other lower-case name is a slip of the pen. */
const htmlElements: readonly string[] = ['a', 'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'button', 'cite', 'code', 'del', 'details', 'dfn', 'div', 'em', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'input', 'ins', 'kbd', 'li', 'ol', 'p', 'picture', 'pre', 'q', 's', 'section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'svg', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul'];

/** An element in a body is one of those allowed, bare; nothing runs, nothing is loaded from elsewhere (B10, B18). */
export function checkElement(file: SourceFile, element: MdxJsxFlowElement | MdxJsxTextElement): Fault[] {
  const at = getFilePlace(file, getNodePosition(element));
  const name = element.name ?? '';
  const attributes = element.attributes.flatMap((attribute) => ('name' in attribute ? [{ name: attribute.name, value: typeof attribute.value === 'string' ? attribute.value : '' }] : []));
  if (foreignElements.includes(name.toLowerCase())) return [createFault('foreign-element', at, { name })];
  const foreign = attributes.flatMap((attribute) => {
    if (/^on/iu.test(attribute.name)) return [createFault('inline-handler', at, { name, attribute: attribute.name })];
    const loads = /^(?:src|srcset|href|data|poster|action|formaction|xlink:href)$/iu.test(attribute.name) && /^\s*(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(attribute.value);
    return loads ? [createFault('foreign-address', at, { name, attribute: attribute.name, address: attribute.value })] : [];
  });
  if (foreign.length > 0) return foreign;
  if (allowedElements.includes(name)) return attributes.length > 0 ? [createFault('element-with-attributes', at, { name, attribute: attributes[0]?.name ?? '' })] : [];
  if (htmlElements.includes(name)) return [createFault('html-not-allowed', at, { name, allowed: allowedElements })];
  const nearest = getNearest(name, allowedElements);
  return [createFault('unknown-component', at, { name, allowed: allowedElements, ...(nearest === undefined ? {} : { nearest }) })];
}
