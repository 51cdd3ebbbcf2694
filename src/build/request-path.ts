/** Files that steer a host and are not part of the site. */
const steering = new Set(['_headers', '_redirects']);

/**
 * Takes the request line's address apart, without the base.
 * @param url as the browser sent it: a path and perhaps a query, percent-encoded
 * @param base with a slash at both ends
 */
export function parseRequest(url: string, base: string): RequestTarget {
  const [, raw = '', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(url) ?? [];
  if (!raw.startsWith('/')) return { kind: 'malformed' };
  const path = `${raw}/` === base ? base : raw; // the base without its slash is the base's folder
  if (!path.startsWith(base)) return { kind: 'outside' };
  const slash = raw.endsWith('/');
  const segments = decodeSegments(path.slice(base.length).replace(/\/$/, ''));
  if (!segments) return { kind: 'malformed' };
  if (!segments.every(isOrdinary) || (segments.length === 1 && steering.has(segments[0] ?? ''))) return { kind: 'outside' };
  return { kind: 'inside', segments, slash, search };
}

/** The address of `target` with its base, encoded, such as `/docs/en/guide/`. It never starts with two slashes. */
export function formatPath({ segments, slash }: InsideTarget, base: string): string {
  const path = base + segments.map(encodeURIComponent).join('/');
  return slash && !path.endsWith('/') ? `${path}/` : path;
}

function decodeSegments(path: string): string[] | undefined {
  if (path === '') return [];
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** Whether a segment names something inside its folder: `..`, an encoded slash, a backslash or NUL could lead out. */
function isOrdinary(segment: string): boolean {
  return segment !== '' && segment !== '.' && segment !== '..' && !/[/\\\0]/.test(segment);
}

export type RequestTarget = InsideTarget | { readonly kind: 'outside' } | { readonly kind: 'malformed' };

export interface InsideTarget {
  readonly kind: 'inside';
  readonly segments: readonly string[];
  /** Whether the address ended in a slash. */
  readonly slash: boolean;
  /** The query with its question mark, or nothing. */
  readonly search: string;
}
