import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { SourceFile } from './content-model.ts';
import { getFilePlace } from './fault-place.ts';
import type { Place } from './fault-wording.ts';
import { createFault, type Fault } from './faults.ts';
import { getNodePosition, getNodeText } from './mdx-body.ts';
import { getNearest } from './nearest.ts';

/**
 * Elements that a body may have, and the attribute that each must carry. `<mark>` is the clause to remember; `<bdi>`
 * keeps a foreign name, number or address from being shown in the wrong order (typography rules 8 and 10), and only
 * with its direction does it say which. No component is offered to bodies yet; one that is gets its name here.
 */
const allowedElements: ReadonlyMap<string, { readonly attribute: string; readonly values: readonly string[] } | undefined> = new Map([
  ['mark', undefined],
  ['bdi', { attribute: 'dir', values: ['ltr', 'rtl'] }],
]);

/** Elements that load or run something foreign. */
const foreignElements: readonly string[] = [
  'script',
  'iframe',
  'object',
  'embed',
  'frame',
  'link',
  'meta',
  'base',
  'style',
  'form',
  'video',
  'audio',
  'source',
  'portal',
];

/** Elements of HTML that writers know; any other lower-case name is a slip of the pen. */
const htmlElements: readonly string[] = [
  'a',
  'abbr',
  'b',
  'bdo',
  'blockquote',
  'br',
  'button',
  'cite',
  'code',
  'del',
  'details',
  'dfn',
  'div',
  'em',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'i',
  'img',
  'input',
  'ins',
  'kbd',
  'li',
  'ol',
  'p',
  'picture',
  'pre',
  'q',
  's',
  'section',
  'small',
  'span',
  'strong',
  'sub',
  'summary',
  'sup',
  'svg',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'u',
  'ul',
];

/** An element in a body is one of those allowed; nothing runs, nothing is loaded from elsewhere (B10, B18). */
export function checkElement(file: SourceFile, element: MdxJsxFlowElement | MdxJsxTextElement): Fault[] {
  const at = getFilePlace(file, getNodePosition(element));
  const name = element.name ?? '';
  const attributes = element.attributes.flatMap((attribute) =>
    'name' in attribute ? [{ name: attribute.name, value: typeof attribute.value === 'string' ? attribute.value : '' }] : [],
  );
  if (foreignElements.includes(name.toLowerCase())) return [createFault('foreign-element', at, { name })];
  const foreign = attributes.flatMap((attribute) => {
    if (/^on/iu.test(attribute.name)) return [createFault('inline-handler', at, { name, attribute: attribute.name })];
    const loads =
      /^(?:src|srcset|href|data|poster|action|formaction|xlink:href)$/iu.test(attribute.name) && /^\s*(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(attribute.value);
    return loads ? [createFault('foreign-address', at, { name, attribute: attribute.name, address: attribute.value })] : [];
  });
  if (foreign.length > 0) return foreign;
  if (allowedElements.has(name)) return [...checkAttributes(at, name, attributes), ...checkIsolation(at, element)];
  const allowed = [...allowedElements.keys()];
  if (htmlElements.includes(name)) return [createFault('html-not-allowed', at, { name, allowed })];
  const nearest = getNearest(name, allowed);
  return [createFault('unknown-component', at, { name, allowed, ...(nearest === undefined ? {} : { nearest }) })];
}

function checkAttributes(at: Place, name: string, attributes: readonly { name: string; value: string }[]): Fault[] {
  const due = allowedElements.get(name);
  const fits = due ? attributes.length === 1 && attributes[0]?.name === due.attribute && due.values.includes(attributes[0].value) : attributes.length === 0;
  const expected = (due ? due.values.map((value) => `<${name} ${due.attribute}="${value}">`) : [`<${name}>`]) as readonly string[];
  return fits ? [] : [createFault('element-attributes', at, { name, expected })];
}

/** A space inside an isolated piece is shown on its wrong side (typography rule 12). */
function checkIsolation(at: Place, element: MdxJsxFlowElement | MdxJsxTextElement): Fault[] {
  const text = getNodeText(element);
  return element.name === 'bdi' && text !== text.trim() ? [createFault('space-in-isolation', at, { text })] : [];
}
