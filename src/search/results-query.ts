/** More says nothing more, and would make an address that servers refuse. */
export const LONGEST_QUERY = 300;

/** Milliseconds without another key after which a query is taken for finished. */
export const TYPING_PAUSE = 250;

/** What is searched for of what was typed or pasted: on one line, well-formed, not longer than an address can bear. */
export function cleanQuery(text: string): string {
  return text
    .slice(0, 20 * LONGEST_QUERY)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUERY)
    .replace(/[\ud800-\udbff]$/u, '')
    .trim();
}

/** The query in an address, as it stands there. */
export function readQuery({ search }: Pick<Location, 'search'>): string {
  return new URLSearchParams(search).get('q') ?? '';
}

/** An address with a query in place of the one it has, or without any. A half of a character becomes a whole one. */
export function writeQuery({ pathname, search }: Pick<Location, 'pathname' | 'search'>, query: string): string {
  const params = new URLSearchParams(search);
  if (query) params.set('q', query);
  else params.delete('q');
  const text = params.toString();
  return pathname + (text && `?${text}`);
}
