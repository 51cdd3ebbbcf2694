import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { getCrc32 } from '../../src/checklists/crc.ts';
import { getItemHash, hasHashCollision } from '../../src/checklists/item-hash.ts';
import { SHARE_NAME } from '../../src/checklists/share-link-repair.ts';

const published = Object.values(parse(await readFile(new URL('../../content/published-ids.yaml', import.meta.url), 'utf8')) as Record<string, string[]>).flat();

describe('the hash of an id', () => {
  it('is the CRC-32 of gzip and PNG, without its last byte', () => {
    expect(getCrc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(getItemHash('123456789')).toBe(0xcbf439);
    expect(getItemHash('צעד')).toBe(getCrc32(Buffer.from('צעד')) >>> 8);
  });

  it('is never the same for two ids that were ever published', () => {
    expect(published.length).toBeGreaterThan(100);
    expect(hasHashCollision(published)).toBe(false);
  });

  it('is the same for two ids only where a build can see it', () => {
    const seen = new Map<number, string>();
    let [first, second] = ['', ''];
    for (let index = 0; !first; index += 1) {
      // Numbers far apart: a CRC tells those that follow each other apart for very long.
      const id = `item-${(index * 2_654_435_761) % 2 ** 32}`;
      first = seen.get(getItemHash(id)) ?? '';
      second = id;
      seen.set(getItemHash(id), id);
    }
    expect([hasHashCollision([first, second]), hasHashCollision(['a', first, 'b', second])]).toEqual([true, true]);
    expect(hasHashCollision(['a', first, 'b', first])).toBe(false);
  });
});

describe('an id', () => {
  it('is never what a share link begins with, or the rest that a cut leaves of it', () => {
    expect(published.filter((id) => id.length > 3 && SHARE_NAME.startsWith(id))).toEqual([]);
  });
});
