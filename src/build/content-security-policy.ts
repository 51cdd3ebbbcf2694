import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** The inline code of a page that its policy has to allow, as CSP sources: `'sha256-…'`. */
export interface InlineHashes {
  readonly styles: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
}

/**
 * The policy of a page. Nothing but what the site itself serves is allowed, and of inline code only what carries one
 * of the hashes. `wasm-unsafe-eval` lets Pagefind's index run; it permits no script.
 */
export function getPolicy({ styles, scripts }: InlineHashes): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** The hashes of the inline styles and scripts of a page; data blocks such as JSON-LD run nothing and need none. */
export function getInlineHashes(html: string): InlineHashes {
  const styles = new Set<string>();
  const scripts = new Set<string>();
  for (const element of getElements(parse(getInlineSource(html)))) {
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    const hash = () => `'sha256-${createHash('sha256').update(getSource(element)).digest('base64')}'`;
    if (element.tagName === 'style') styles.add(hash());
    if (element.tagName === 'script' && !attributes.has('src') && /^(|module|text\/javascript)$/.test(attributes.get('type') ?? '')) scripts.add(hash());
  }
  return { styles, scripts };
}

/**
 * The page with its policy directly after the charset, before any style or script that it has to govern.
 *
 * @throws if the page declares no charset
 */
export function addPolicy(html: string, hashes: InlineHashes = getInlineHashes(html)): string {
  const charset = getElements(parse(html.slice(0, html.indexOf('</head>')), { sourceCodeLocationInfo: true })).find(
    (element) => element.tagName === 'meta' && element.attrs.some(({ name }) => name === 'charset'),
  );
  const end = charset?.sourceCodeLocation?.endOffset;
  if (end === undefined) throw new Error('The page has no <meta charset>; the content security policy has to stand after it.');
  return `${html.slice(0, end)}<meta http-equiv="content-security-policy" content="${getPolicy(hashes)}">${html.slice(end)}`;
}

/** What has to be parsed to find inline code: the head alone, unless the body holds some too. Most of a page is body. */
function getInlineSource(html: string): string {
  const end = html.indexOf('</head>');
  return end < 0 || /<style|<script(?![^>]*\ssrc=)/i.test(html.slice(end)) ? html : html.slice(0, end);
}

function getElements(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    const inner = 'content' in child ? getElements(child.content) : [];
    return [child, ...getElements(child), ...inner];
  });
}

function getSource(element: Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}
