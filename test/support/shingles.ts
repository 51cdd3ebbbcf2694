import { createHash } from 'node:crypto';

/** So many words in a row are a copied sentence, not a common turn of phrase. */
export const SHINGLE_LENGTH = 8;

/**
 * The fingerprints of every run of eight words of a text, so that two texts can be compared where one of them may not
 * be kept. Case, punctuation, vowel points and vowel signs do not count.
 *
 * @returns 10 hexadecimal digits per run, in the order of the text
 */
export function getShingles(text: string): string[] {
  const words = getPlainWords(text);
  return words.slice(0, Math.max(0, words.length - SHINGLE_LENGTH + 1)).map((_, index) =>
    createHash('sha256')
      .update(words.slice(index, index + SHINGLE_LENGTH).join(' '))
      .digest('hex')
      .slice(0, 10),
  );
}

/** The words of a text in lower case, without marks and punctuation. */
export function getPlainWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
