import { brotliCompressSync, constants } from 'node:zlib';
import { getBrotliSize } from '../../src/build/bench/sizes.ts';
import { remember } from '../../src/content/remember.ts';
import { readBuilt } from './built-pages.ts';

/** The bytes of a file of dist/ after Brotli at its best. Hundreds of pages share a few files: each is compressed once. */
export const getBuiltSize = remember((file: string): number => getBrotliSize(readBuilt(file)));

/**
 * The fault of what has more than `most` bytes after Brotli at its best. What fits when it is packed quickly, and less
 * closely, fits all the more; only the rest is packed at its best, which takes twenty times as long.
 */
export function findOversize(content: string, most: number): string[] {
  if (brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length <= most) return [];
  const size = getBrotliSize(content);
  return size <= most ? [] : [`${size} bytes`];
}
