import { describe, expect, it } from 'vitest';
import { addPolicy, getInlineHashes, getPolicy } from '../../src/build/content-security-policy.ts';

const page = (head: string, body = '') => `<!DOCTYPE html><html lang="he" dir="rtl"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

/** The hash of inline code by Web Crypto, another implementation than the one under test. */
async function getHash(code: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

describe('the policy', () => {
  const policy = getPolicy({ styles: new Set(["'sha256-style'"]), scripts: new Set(["'sha256-script'"]) });

  it('allows what the site serves itself, the given hashes and nothing else', () => {
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval' 'sha256-script'",
      "style-src 'self' 'sha256-style'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
    ]);
  });

  it('permits no unsafe source and no other host', () => {
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|unsafe-hashes|https?:|\*/);
  });

  it('says nothing that a meta element may not say', () => {
    expect(policy).not.toMatch(/frame-ancestors|report-uri|sandbox/);
  });
});

describe('the hashes of a page', () => {
  it('are those of its inline styles and scripts, byte for byte', async () => {
    const [style, script, module] = ['a>b{content:"« &amp; ״"}\n', 'if(1<2&&"é")f()\n', '\timport "./a.js"'];
    const { styles, scripts } = getInlineHashes(page(`<style>${style}</style><script>${script}</script>`, `<script type="module">${module}</script>`));
    expect([...styles]).toEqual([await getHash(style)]);
    expect([...scripts]).toEqual([await getHash(script), await getHash(module)]);
  });

  it('leave out data such as JSON-LD, and scripts with an address', () => {
    const data =
      '<script type="application/ld+json">{"@type":"WebPage"}</script><script type="module" src="/a.js"></script><script type="speculationrules">{}</script>';
    expect(getInlineHashes(page(data, data))).toEqual({ styles: new Set(), scripts: new Set() });
  });

  it('count what stands in the body and in templates, and the same code once', async () => {
    const { styles, scripts } = getInlineHashes(page('<style>b{}</style>', '<style>b{}</style><template><style>i{}</style><script>f()</script></template>'));
    expect(styles).toEqual(new Set([await getHash('b{}'), await getHash('i{}')]));
    expect(scripts).toEqual(new Set([await getHash('f()')]));
  });

  it('are none for code in a comment or in an attribute', () => {
    expect(getInlineHashes(page('<!-- <style>b{}</style> -->', '<p title="<script>f()</script>"></p>'))).toEqual({ styles: new Set(), scripts: new Set() });
  });
});

describe('adding the policy to a page', () => {
  it('puts it directly after the charset, before every style and script', () => {
    const html = page('<script>f()</script><title>אחרי הטעות</title><style>b{}</style>', '<p>טקסט</p>');
    const changed = addPolicy(html);
    const meta = `<meta http-equiv="content-security-policy" content="${getPolicy(getInlineHashes(html))}">`;
    expect(changed).toBe(html.replace('<meta charset="utf-8">', `<meta charset="utf-8">${meta}`));
  });

  it.each(['<meta charset=utf-8>', '<meta charset="utf-8" />', '<META CHARSET="UTF-8">'])('finds the charset written as %s', (charset) => {
    expect(addPolicy(`<html><head>${charset}<title>x</title></head></html>`)).toContain(`${charset}<meta http-equiv="content-security-policy"`);
  });

  it('is not misled by a charset in a comment', () => {
    expect(addPolicy(`<!-- <meta charset="x"> -->${page('<title>x</title>')}`)).toMatch(/<head><meta charset="utf-8"><meta http-equiv/);
  });

  it('refuses a page without a charset', () => {
    expect(() => addPolicy('<html><head><title>x</title></head></html>')).toThrow('The page has no <meta charset>');
  });
});
