import { createHash } from 'node:crypto';
import { getInlineCode, getSourceTags } from './inline-code.ts';

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
  const { styles, scripts } = getInlineCode(html);
  return { styles: new Set(styles.map(getHash)), scripts: new Set(scripts.map(getHash)) };
}

/**
 * The page with its policy directly after the charset, before any style or script that it has to govern.
 *
 * @throws if the page declares no charset
 */
export function addPolicy(html: string, hashes: InlineHashes = getInlineHashes(html)): string {
  const charset = getSourceTags(html).find(({ name, attributes }) => name === 'meta' && /\scharset\s*=/i.test(attributes));
  if (!charset) throw new Error('The page has no <meta charset>; the content security policy has to stand after it.');
  return `${html.slice(0, charset.end)}<meta http-equiv="content-security-policy" content="${getPolicy(hashes)}">${html.slice(charset.end)}`;
}

function getHash(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}
