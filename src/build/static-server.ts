import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { normalizeBase } from '../i18n/paths.ts';
import { getContentType, isCompressible } from './content-types.ts';
import { getHeaders, type HeaderRule, parseHeadersFile } from './headers-file.ts';
import { formatPath, parseRequest } from './request-path.ts';

const compress = promisify(brotliCompress);

/**
 * Serves the folder `dir` below `base` as a plain static host does: index.html for a folder, 301 to the address with
 * a slash, 404.html for what is not there, the headers of `dir/_headers`, Brotli where the browser takes it.
 * Paths in `_headers` are whole addresses, with the base, as on a host.
 * @returns the address of the base, with a slash at its end, and how to stop
 */
export async function serveStatic(dir: string, options: ServeOptions = {}): Promise<StaticServer> {
  const { headers = true, host = '127.0.0.1', port = 0, idleMs } = options;
  const base = normalizeBase(options.base ?? '/');
  const site: Site = { dir, base, rules: headers ? await readHeaderRules(dir) : [] };
  const server = createServer((request, response) => {
    respond(site, request, response).catch((error: unknown) => {
      console.error(`${request.method} ${request.url}: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else send(request, response, 500, {}, 'The file could not be read.');
    });
  });
  await listen(server, port, host);
  if (idleMs) closeWhenIdle(server, idleMs);
  return { url: `http://${host}:${(server.address() as AddressInfo).port}${base}`, close: () => close(server) };
}

async function respond(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(request, response, 405, { allow: 'GET, HEAD' }, 'Only GET and HEAD.');
  const target = parseRequest(request.url ?? '', site.base);
  if (target.kind === 'malformed') return send(request, response, 400, {}, 'This address is malformed.');
  if (target.kind === 'outside') return sendFile(site, request, response, 404, `${site.base}404.html`, '404.html');
  const path = formatPath(target, site.base);
  const file = join(site.dir, ...target.segments);
  const kind = await getKind(file);
  if (kind === 'folder' && !target.slash) {
    const location = formatPath({ ...target, slash: true }, site.base) + target.search;
    return send(request, response, 301, { location }, 'Moved.');
  }
  if (kind === 'folder' && (await getKind(join(file, 'index.html'))) === 'file')
    return sendFile(site, request, response, 200, path, join(...target.segments, 'index.html'));
  if (kind === 'file' && !target.slash) return sendFile(site, request, response, 200, path, join(...target.segments));
  return sendFile(site, request, response, 404, path, '404.html');
}

async function sendFile(site: Site, request: IncomingMessage, response: ServerResponse, status: number, path: string, name: string): Promise<void> {
  const content = await readFile(join(site.dir, name)).catch((error: unknown) => {
    if (status === 404) return 'There is nothing at this address.'; // a site without a 404.html
    throw error;
  });
  const type = typeof content === 'string' ? 'text/plain; charset=utf-8' : getContentType(name);
  const headers: OutgoingHttpHeaders = { 'content-type': type, ...getHeaders(site.rules, path) };
  if (!isCompressible(type)) return send(request, response, status, headers, content);
  headers['vary'] = 'Accept-Encoding';
  if (!/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return send(request, response, status, headers, content);
  // Level 5 is what hosts use on the fly: near the best ratio at a hundredth of its time.
  const packed = await compress(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return send(request, response, status, { ...headers, 'content-encoding': 'br' }, packed);
}

function send(request: IncomingMessage, response: ServerResponse, status: number, headers: OutgoingHttpHeaders, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function getKind(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return 'folder';
  return found?.isFile() ? 'file' : undefined;
}

async function readHeaderRules(dir: string): Promise<HeaderRule[]> {
  const file = join(dir, '_headers');
  return (await getKind(file)) === 'file' ? parseHeadersFile(await readFile(file, 'utf8')) : [];
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function closeWhenIdle(server: Server, idleMs: number): void {
  const timer = setTimeout(() => void close(server), idleMs);
  server.on('request', () => timer.refresh());
  server.on('close', () => clearTimeout(timer));
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve()); // also resolves where it was closed before
    server.closeAllConnections();
  });
}

export interface ServeOptions {
  /** Path below which the folder stands, as in Astro's `base`, with or without its slashes. */
  base?: string | undefined;
  /** Whether to apply the folder's `_headers` file. */
  headers?: boolean;
  host?: string;
  /** 0 takes a free one. */
  port?: number;
  /** Stop by itself after so long without a request. */
  idleMs?: number;
}

export interface StaticServer {
  readonly url: string;
  close(): Promise<void>;
}

interface Site {
  readonly dir: string;
  readonly base: string;
  readonly rules: readonly HeaderRule[];
}
