import { getCrc32 } from './crc.ts';

/**
 * What stands for an id in a share link: 24 bits, whatever its length. A hash and not a position, so that a link
 * outlives items that are added, removed or reordered.
 */
export function getItemHash(id: string): number {
  return getCrc32(new TextEncoder().encode(id)) >>> 8;
}

/** Whether two of these different ids have the same hash; of all ids ever published none may. */
export function hasHashCollision(ids: readonly string[]): boolean {
  const different = new Set(ids);
  return new Set([...different].map(getItemHash)).size < different.size;
}
