import { describe, expect, it } from 'vitest';
import { getHeaders, parseHeadersFile } from '../../src/build/headers-file.ts';
import { themeScript } from '../../src/site/theme-script.ts';
import { type BuiltPage, base, builtFiles, builtPages, collectFaults, readBuilt } from '../support/built-pages.ts';
import { describeElement, type Element, getAttribute, getCode } from '../support/html.ts';

const rules = parseHeadersFile(readBuilt('_headers'));
const isData = (script: Element) => /^application\/(ld\+)?json$/.test(getAttribute(script, 'type') ?? '');
const isInline = (element: Element) =>
  element.tagName === 'style' || (element.tagName === 'script' && getAttribute(element, 'src') === undefined && !isData(element));

/** The policy a page carries in its head. */
function getPolicyOf(page: BuiltPage): Map<string, string[]> {
  const meta = page.elements.find((element) => getAttribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy');
  return parsePolicy((meta && getAttribute(meta, 'content')) ?? '');
}

function parsePolicy(policy: string): Map<string, string[]> {
  return new Map(
    policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

/** The hash of inline code by Web Crypto, another implementation than the build's. */
async function getHash(code: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

describe('the policy of every page', () => {
  it('stands directly after the charset, before any style or script', () => {
    const faults = collectFaults(builtPages, ({ html }) =>
      /<head[^>]*><meta charset="utf-8"><meta http-equiv="content-security-policy" content="[^"]+">/.test(html) &&
      !/<(style|script|link)/.test(html.slice(0, html.indexOf('content-security-policy')))
        ? []
        : ['it does not'],
    );
    expect(faults).toEqual([]);
    expect(collectFaults(builtPages, ({ html }) => (html.match(/http-equiv="content-security-policy"/gi)?.length === 1 ? [] : ['there is not one']))).toEqual(
      [],
    );
  });

  it('is the strict one of the design but for the hashes', () => {
    const strict = {
      'default-src': ["'none'"],
      'script-src': ["'self'", "'wasm-unsafe-eval'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'worker-src': ["'self'"],
      'manifest-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
    };
    for (const page of builtPages) {
      const bare = [...getPolicyOf(page)].map(([name, sources]) => [name, sources.filter((source) => !source.startsWith("'sha256-"))]);
      expect([page.file, Object.fromEntries(bare)]).toEqual([page.file, strict]);
    }
  });

  it('allows each inline style and script of its page by hash, and nothing that is not there', async () => {
    const faults: string[] = [];
    for (const page of builtPages) {
      const policy = getPolicyOf(page);
      for (const [tag, directive] of [['style', 'style-src'] as const, ['script', 'script-src'] as const]) {
        const codes = page.elements.filter((element) => element.tagName === tag && isInline(element)).map(getCode);
        const needed = new Set(await Promise.all(codes.map(getHash)));
        const allowed = new Set((policy.get(directive) ?? []).filter((source) => source.startsWith("'sha256-")));
        if ([...needed].sort().join() !== [...allowed].sort().join()) faults.push(`${page.file}: ${tag} needs ${[...needed]} and is allowed ${[...allowed]}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('is, as a header, the same with the hashes of all pages and no frames', () => {
    const header = parsePolicy(getHeaders(rules, `${base}he/`)['content-security-policy'] ?? '');
    const union = new Map<string, Set<string>>();
    for (const page of builtPages) for (const [name, sources] of getPolicyOf(page)) union.set(name, new Set([...(union.get(name) ?? []), ...sources]));
    const toObject = (policy: Iterable<[string, Iterable<string>]>) => Object.fromEntries([...policy].map(([name, sources]) => [name, [...sources].sort()]));
    expect(toObject(header)).toEqual({ ...toObject(union), 'frame-ancestors': ["'none'"] });
  });
});

describe('the code of every page', () => {
  it('is never in a style attribute or a handler', () => {
    const faults = collectFaults(builtPages, ({ elements }) =>
      elements.flatMap((element) =>
        element.attrs
          .filter(({ name, value }) => name === 'style' || name.startsWith('on') || /^\s*javascript:/i.test(value))
          .map(({ name }) => `${describeElement(element)} has ${name}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('is inline only for the theme script, the same bytes on every page and at most 400', () => {
    const faults = collectFaults(builtPages, ({ elements, moved }) => {
      const scripts = elements.filter((element) => element.tagName === 'script' && isInline(element)).map(getCode);
      return JSON.stringify(scripts) === JSON.stringify(moved ? [] : [scripts[0]]) &&
        scripts.every((script) => script === scripts[0] && Buffer.byteLength(script) <= 400)
        ? []
        : scripts;
    });
    expect(faults).toEqual([]);
    const all = new Set(builtPages.flatMap(({ elements }) => elements.filter((element) => element.tagName === 'script' && isInline(element)).map(getCode)));
    // The build writes its own base path into the key; the rest is the source's.
    expect([...all].map((code) => code.replace(`:${base}:`, ':/:'))).toEqual([themeScript]);
  });

  it('names no other host for anything it loads, and no frame, plug-in or base', () => {
    const faults = collectFaults(builtPages, ({ elements }) =>
      elements.flatMap((element) => {
        if (['iframe', 'frame', 'object', 'embed', 'base', 'applet', 'portal'].includes(element.tagName)) return [`<${element.tagName}>`];
        const isAddress =
          element.tagName === 'a' ||
          (element.tagName === 'link' && /^(canonical|alternate)$/.test(getAttribute(element, 'rel') ?? '')) ||
          element.tagName === 'meta';
        if (isAddress) return [];
        return element.attrs
          .filter(
            ({ name, value }) =>
              /^(src|srcset|href|xlink:href|action|formaction|data|poster|ping|manifest|imagesrcset)$/.test(name) &&
              /(^|[\s,])([a-z][\w+.-]*:)?\/\//i.test(value),
          )
          .map(({ name, value }) => `${describeElement(element)} ${name}=${value}`);
      }),
    );
    expect(faults).toEqual([]);
  });

  it('names no other host in a script either', () => {
    // But for the calendar library, whose messages to programmers name its documentation; the policy would stop any request.
    const scripts = builtFiles.filter((file) => /^_astro\/.*\.js$/.test(file) && !file.includes('calendar'));
    expect(scripts.length).toBeGreaterThan(0);
    expect(
      scripts.flatMap((file) => (readBuilt(file).match(/(?:https?|wss?):\/\/[^\s"'`]+|["'`]\/\/[a-z][^"'`]*/g) ?? []).map((url) => `${file}: ${url}`)),
    ).toEqual([]);
  });
});

describe('the headers file', () => {
  it('protects every page and every other file', () => {
    for (const path of builtFiles.filter((file) => file !== '_headers')) {
      const headers = getHeaders(rules, `${base}${path.replace(/(^|\/)index\.html$/, '$1')}`);
      expect([path, headers]).toEqual([
        path,
        expect.objectContaining({
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': expect.stringMatching(/origin|no-referrer/),
          'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
          'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        }),
      ]);
    }
  });

  it('lets only files named by their content be cached for ever', () => {
    const forEver = builtFiles.filter((file) => /immutable/.test(getHeaders(rules, `${base}${file}`)['cache-control'] ?? ''));
    expect(forEver.filter((file) => !/[._-][\w-]{7,}\.\w+$/.test(file))).toEqual([]);
    for (const folder of ['_astro/', 'fonts/', 'search-index/'])
      expect(builtFiles.filter((file) => file.startsWith(folder) && !forEver.includes(file))).toEqual([]);
    expect(forEver.filter((file) => /\.html$|pagefind-entry\.json$|^pagefind\/pagefind\.js$/.test(file))).toEqual([]);
  });
});
