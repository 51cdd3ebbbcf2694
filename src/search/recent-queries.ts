import { readStored, writeStored } from '../site/storage-key.ts';
import { cleanQuery } from './results-query.ts';

/** How many queries are kept. */
export const MOST_RECENT = 8;

/** The last queries, the newest first. They are kept in this browser alone; where it keeps nothing, there are none. */
export function getRecentQueries(): string[] {
  try {
    const stored = JSON.parse(readStored('recent-queries') ?? '[]') as unknown;
    return Array.isArray(stored) ? getDistinct(stored.filter((query) => typeof query === 'string')) : [];
  } catch {
    return [];
  }
}

/** Keeps a query that somebody has sent off or followed. */
export function addRecentQuery(query: string): void {
  const clean = cleanQuery(query);
  if (clean) writeStored('recent-queries', JSON.stringify(getDistinct([clean, ...getRecentQueries()])));
}

/** Forgets all queries. */
export function clearRecentQueries(): void {
  writeStored('recent-queries', null);
}

/** Each query once, whatever its capitals. */
function getDistinct(queries: readonly string[]): string[] {
  const seen = new Set<string>();
  return queries
    .map(cleanQuery)
    .filter((query) => {
      const isNew = query !== '' && !seen.has(query.toLowerCase());
      seen.add(query.toLowerCase());
      return isNew;
    })
    .slice(0, MOST_RECENT);
}
