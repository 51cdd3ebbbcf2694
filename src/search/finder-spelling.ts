import type { Key } from './analyser/token.ts';
import { getLetters, type Postings } from './finder-postings.ts';

/** How many slips of the finger a word of this length may hold. */
export function getMostSlips(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * The words of the index that are nearly spelt like one of `keys`.
 *
 * @param keys the readings of a word
 */
export function getNearKeys({ spellings }: Pick<Postings, 'spellings'>, keys: readonly Key[], getMost = getMostSlips): Key[] {
  return keys.flatMap(({ key: word, weight }) => {
    const most = getMost(word.length);
    if (most === 0 || /^[~^]|\d/.test(word)) return [];
    const found: Key[] = [];
    const letters = getLetters(word);
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      for (const other of spellings[length] ?? []) {
        if (countBits(letters ^ other.letters) > 2 * most) continue;
        const slips = getSlips(word, other.word, most);
        if (slips > 0 && slips <= most) found.push({ key: other.word, weight: weight * (0.95 - (1.2 * slips) / Math.max(word.length, length)) });
      }
    }
    return found;
  });
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/**
 * How many letters are wrong, missing, too many or swapped with their neighbour (optimal string alignment).
 *
 * @returns more than `most` as soon as that is certain
 */
export function getSlips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (!same && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
