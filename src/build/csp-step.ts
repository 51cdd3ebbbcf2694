import { writeFile } from 'node:fs/promises';
import { addPolicy, getInlineHashes, getPolicy } from './content-security-policy.ts';
import type { PageStep } from './finish-pages.ts';

/** Puts the policy into every page and writes `_headers` with the union of all hashes. */
export function contentSecurityPolicy(): PageStep {
  const styles = new Set<string>();
  const scripts = new Set<string>();
  let count = 0;
  return {
    name: 'content-security-policy',
    finishPage(html) {
      const hashes = getInlineHashes(html);
      for (const hash of hashes.styles) styles.add(hash);
      for (const hash of hashes.scripts) scripts.add(hash);
      count += 1;
      return addPolicy(html, hashes);
    },
    async end({ dir, base }) {
      const sorted = { styles: new Set([...styles].sort()), scripts: new Set([...scripts].sort()) };
      await writeFile(new URL('_headers', dir), getHeaders(base, `${getPolicy(sorted)}; frame-ancestors 'none'`));
      return `${count} pages, ${styles.size} styles, ${scripts.size} inline scripts`;
    },
  };
}

/** The headers file that Netlify, Cloudflare Pages and others read; README says how other hosts set the same. */
function getHeaders(base: string, policy: string): string {
  return `${base}*
  Content-Security-Policy: ${policy}
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()
  Cross-Origin-Opener-Policy: same-origin
  Strict-Transport-Security: max-age=31536000
${['_astro', 'fonts', 'search-index', 'pagefind/fragment', 'pagefind/index'].map((folder) => `${base}${folder}/*\n  Cache-Control: public, max-age=31536000, immutable\n`).join('')}`;
}
