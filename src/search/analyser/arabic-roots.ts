import type { Key } from './token.ts';

/** A root is shared by words of different meaning, two letters of one by many. */
const ROOT_WEIGHT = 0.6;
const SHORT_ROOT_WEIGHT = 0.4;

/** A word without its long vowels still tells most of itself where so many letters are left. */
const DEFECTIVE_WEIGHT = 0.7;
const DEFECTIVE_LENGTH = 4;

/**
 * A long vowel that is left out or written twice makes no other word, unless too few letters are left (عميل is not عمل).
 *
 * @example خطواته and خطاته // ~خطته
 */
export function getDefective({ key, weight }: Key): Key[] {
  const bare = key.slice(0, 1) + key.slice(1).replace(/[اوي]/gu, '');
  return bare.length >= DEFECTIVE_LENGTH ? [{ key: `~${bare}`, weight: weight * DEFECTIVE_WEIGHT }] : [];
}

/**
 * The root a stem may have, lightly: the letters that verb forms and noun patterns add are taken away, and the weak
 * letters ا و ي with them, so that broken plurals meet their singular and a verb its noun.
 *
 * @example خطأ and أخطاء // ^خط
 * @example اعتذر, نعتذر and اعتذار // ^عذر
 * @example عميل and عملاء // ^عمل
 */
export function getRoots({ key, weight }: Key): Key[] {
  const roots = new Set([reduce(key), reduce(withoutForm(key))]);
  return [...roots]
    .filter((root) => root.length >= 2 && root.length <= 5)
    .map((root) => ({ key: `^${root}`, weight: weight * (root.length === 2 ? SHORT_ROOT_WEIGHT : ROOT_WEIGHT) }));
}

/**
 * Without what the verb forms add: است (X), ان (VII), the ت of VIII behind the first letter of the root, the ت of II, V
 * and VI, the م of participles and places, the ا of IV and of broken plurals.
 */
function withoutForm(stem: string): string {
  const tenth = stem.replace(/^[اميتن]?ست(?=\p{L}{2})/u, '');
  if (tenth !== stem) return tenth;
  const eighth = stem.replace(/^([اميتن]?)(\p{L})ت(?=\p{L}{2})/u, '$2');
  if (eighth !== stem && /^[اميتن]/u.test(stem)) return eighth;
  const seventh = stem.replace(/^(?:ان|من|ين)(?=\p{L}{3})/u, '');
  if (seventh !== stem) return seventh;
  return stem.replace(/^(?:مت|يت|نت|[متاين])(?=\p{L}{2})/u, '');
}

function reduce(stem: string): string {
  return (
    stem.slice(0, 1).replace('ا', '') +
    stem
      .slice(1)
      .replace(/[اوي]/gu, '')
      .replace(/(?<=\p{L}{2})ه+$/u, '')
  );
}
