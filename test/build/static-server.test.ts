import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StaticServer, serveStatic } from '../../src/build/static-server.ts';

const files = {
  'index.html': '<h1>Home</h1>',
  '404.html': '<h1>Nothing here</h1>',
  'en/index.html': `<h1>English</h1>${'<p>again</p>'.repeat(50)}`,
  'מדריך/index.html': '<h1>Hebrew folder</h1>',
  'empty/only.txt': 'text',
  'a.woff2': 'font',
  'p.wasm': 'wasm',
  'pagefind.en_1.pf_meta': 'meta',
  'x.pagefind': 'wasm again',
  'sitemap.xml': '<x/>',
  'icon.svg': '<svg/>',
  'favicon.ico': 'ico',
  'app.webmanifest': '{}',
  _headers: "/*\n  X-All: yes\n/docs/en/*\n  X-Below: yes\n/en/*\n  X-All: and English\n  Content-Security-Policy: default-src 'self'\n",
};

let root: string;
let server: StaticServer;
let below: StaticServer;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'static-server-'));
  for (const [name, text] of Object.entries({
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`dist/${name}`, text])),
    'secret.txt': 'secret',
  })) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  server = await serveStatic(join(root, 'dist'));
  below = await serveStatic(join(root, 'dist'), { base: 'docs' });
});

afterAll(async () => {
  await Promise.all([server.close(), below.close()]);
  await rm(root, { recursive: true });
});

/** Sends `path` untouched; fetch would tidy it first. */
function send(to: StaticServer, path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  const { hostname, port } = new URL(to.url);
  return new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const sent = request({ hostname, port, path, agent: false, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('serveStatic', () => {
  it('gives its address on the loopback interface with a slash at its end', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(below.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/docs\/$/);
  });

  it('serves the index.html of a folder', async () => {
    expect(String((await send(server, '/')).body)).toBe(files['index.html']);
    expect(String((await send(server, '/en/?a=1')).body)).toContain('English');
  });

  it('sends an address without its slash to the one with it and keeps the query', async () => {
    const answer = await send(server, '/en?q=a%20b');
    expect([answer.status, answer.headers['location']]).toEqual([301, '/en/?q=a%20b']);
    expect((await send(below, '/docs/en')).headers['location']).toBe('/docs/en/');
    expect((await send(below, '/docs')).headers['location']).toBe('/docs/');
  });

  it.each(['/nothing', '/nothing/', '/en/nothing', '/a.woff2/', '/empty/', '/_headers', '//en/', '/en//', '/./en/'])(
    'answers %s with 404 and the page for it',
    async (path) => {
      const answer = await send(server, path);
      expect([answer.status, String(answer.body)]).toEqual([404, files['404.html']]);
    },
  );

  it('answers 404 outside the base', async () => {
    expect((await send(below, '/')).status).toBe(404);
    expect((await send(below, '/docsen/')).status).toBe(404);
    expect((await send(below, '/docs/en/')).status).toBe(200);
  });

  it.each([
    '/../secret.txt',
    '/en/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/en/..\\..\\secret.txt',
    '/%00',
    '/en%00.html',
  ])('does not lead out of the folder by %s', async (path) => {
    const answer = await send(server, path);
    expect(answer.status).toBe(404);
    expect(String(answer.body)).not.toContain('secret');
  });

  it.each(['/%', '/%E0%A4%A', '/%zz/', '/%FF%FE', '*', 'http://example.org/'])('answers the malformed %s with 400', async (path) => {
    expect((await send(server, path)).status).toBe(400);
  });

  it('still answers after an address that is too long', async () => {
    expect((await send(server, `/${'a'.repeat(5_000)}`)).status).toBe(404);
    // Node answers 431 and hangs up, of which the sender may see only the second.
    const answer = await send(server, `/${'a'.repeat(100_000)}`).catch((error: NodeJS.ErrnoException) => error.code);
    expect([431, 'ECONNRESET', 'EPIPE']).toContain(typeof answer === 'object' ? answer.status : answer);
    expect((await send(server, '/')).status).toBe(200);
  });

  it('finds percent-encoded names and redirects to the encoded address', async () => {
    const path = `/${encodeURIComponent('מדריך')}`;
    expect((await send(server, path)).headers['location']).toBe(`${path}/`);
    expect(String((await send(server, `${path}/`)).body)).toContain('Hebrew folder');
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/a.woff2', 'font/woff2'],
    ['/p.wasm', 'application/wasm'],
    ['/pagefind.en_1.pf_meta', 'application/octet-stream'],
    ['/x.pagefind', 'application/octet-stream'],
    ['/sitemap.xml', 'application/xml'],
    ['/icon.svg', 'image/svg+xml'],
    ['/favicon.ico', 'image/x-icon'],
    ['/app.webmanifest', 'application/manifest+json'],
  ])('names the type of %s', async (path, type) => {
    expect((await send(server, path)).headers['content-type']).toBe(type);
  });

  it('compresses text with Brotli where the browser takes it', async () => {
    const headers = { 'accept-encoding': 'gzip, br' };
    const page = await send(server, '/en/', { headers });
    expect(page.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding', 'content-length': String(page.body.length) });
    expect(String(brotliDecompressSync(page.body))).toBe(files['en/index.html']);
    expect((await send(server, '/en/')).headers['content-encoding']).toBeUndefined();
    expect((await send(server, '/a.woff2', { headers })).headers['content-encoding']).toBeUndefined();
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const [head, page] = await Promise.all([send(server, '/en/', { method: 'HEAD' }), send(server, '/en/')]);
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, page.headers['content-length'], 0]);
  });

  it('refuses other methods', async () => {
    const answer = await send(server, '/', { method: 'POST' });
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD']);
  });

  it('applies the _headers file unless told not to', async () => {
    expect((await send(server, '/')).headers['x-all']).toBe('yes');
    expect((await send(server, '/en/')).headers).toMatchObject({ 'x-all': 'yes, and English', 'content-security-policy': "default-src 'self'" });
    const plain = await serveStatic(join(root, 'dist'), { headers: false });
    expect((await send(plain, '/en/')).headers['x-all']).toBeUndefined();
    await plain.close();
  });

  it('takes the paths of the _headers file as whole addresses, with the base', async () => {
    expect((await send(below, '/docs/en/')).headers['x-below']).toBe('yes');
    expect((await send(server, '/en/')).headers['x-below']).toBeUndefined();
  });

  it('refuses a port that is taken', async () => {
    await expect(serveStatic(root, { port: Number(new URL(server.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('stops at once although a connection is open, and may be stopped twice', async () => {
    const other = await serveStatic(join(root, 'dist'));
    await new Promise((resolve) => get(other.url, { headers: { connection: 'keep-alive' } }, (response) => response.resume().on('end', resolve)));
    await other.close();
    await other.close();
    await expect(fetch(other.url)).rejects.toThrow();
  });

  it('stops by itself when nobody has asked for anything', async () => {
    const other = await serveStatic(join(root, 'dist'), { idleMs: 30 });
    await expect
      .poll(
        () =>
          fetch(other.url).then(
            () => 'there',
            () => 'gone',
          ),
        { interval: 200 },
      )
      .toBe('gone');
  });

  it('answers in plain text where the folder has no 404.html', async () => {
    const other = await serveStatic(join(root, 'dist/empty'));
    expect(String((await send(other, '/')).body)).toBe('There is nothing at this address.');
    await other.close();
  });
});
