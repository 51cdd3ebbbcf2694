import { brotliCompressSync } from 'node:zlib';
import { getInlineCode } from '../inline-code.ts';

/** The length of `content` in bytes as a host sends it that compressed it beforehand, with Brotli at its best. */
export function getBrotliSize(content: string | Buffer): number {
  return content.length === 0 ? 0 : brotliCompressSync(content).length;
}

/**
 * The size of all script of a page: each file compressed by itself, the inline scripts as one piece, since they travel
 * compressed together inside the document.
 */
export function getScriptSize(html: string, files: readonly Buffer[]): number {
  return getBrotliSize(getInlineCode(html).scripts.join('\n')) + files.reduce((sum, file) => sum + getBrotliSize(file), 0);
}

/** The middle value; of an even number the mean of the two in the middle. NaN of nothing. */
export function getMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = Number.NaN, high = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}
