import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;

/** The inline code of a page, byte for byte, in its order. */
export interface InlineCode {
  readonly styles: readonly string[];
  /** Only what runs: data blocks such as JSON-LD do not. */
  readonly scripts: readonly string[];
}

/** The inline styles and scripts of a page, those inside templates too: script may put them into the page. */
export function getInlineCode(html: string): InlineCode {
  const elements = getElements(parse(getRelevantPart(html)));
  return {
    styles: elements.filter(({ tagName }) => tagName === 'style').map(getSource),
    scripts: elements.filter(isInlineScript).map(getSource),
  };
}

/** All elements below a node, in the order of the page. */
export function getElements(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    const inner = 'content' in child ? getElements(child.content) : [];
    return [child, ...getElements(child), ...inner];
  });
}

/** What has to be parsed to find inline code: the head alone, unless the body holds some too. Most of a page is body. */
function getRelevantPart(html: string): string {
  const end = html.indexOf('</head>');
  return end < 0 || /<style|<script(?![^>]*\ssrc=)/i.test(html.slice(end)) ? html : html.slice(0, end);
}

function isInlineScript({ tagName, attrs }: Element): boolean {
  if (tagName !== 'script' || attrs.some(({ name }) => name === 'src')) return false;
  const type = attrs.find(({ name }) => name === 'type')?.value ?? '';
  return /^(|module|(text|application)\/(java|ecma)script)$/i.test(type.trim());
}

function getSource(element: Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}
