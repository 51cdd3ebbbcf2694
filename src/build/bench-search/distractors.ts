import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../../i18n/locales.ts';
import type { IndexedThing } from '../../search/step-index.ts';

/**
 * Steps that nobody looks for, made of pieces of the site's own sentences: as many words as a real step has, of the same
 * trade, in another order.
 *
 * @param count how many
 * @param random from 0 up to 1, the same in every run
 */
export async function createDistractors(dir: string, locale: Locale, count: number, random: () => number): Promise<IndexedThing[]> {
  const files = (await readdir(dir, { recursive: true })).filter((file) => file.endsWith(`/${locale}.mdx`)).sort();
  const sentences = (await Promise.all(files.map(async (file) => getSentences(await readFile(join(dir, file), 'utf8'))))).flat();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const run = (least: number, most: number): string => {
    const words = pick(sentences);
    const length = Math.min(words.length, least + Math.floor(random() * (most - least + 1)));
    const start = Math.floor(random() * (words.length - length + 1));
    return words.slice(start, start + length).join(' ');
  };
  return Array.from({ length: count }, (_, index) => ({
    kind: 'step',
    id: `distractor-${index}`,
    parent: 'prepare',
    title: run(3, 6),
    summary: run(8, 16),
    terms: Array.from({ length: 8 + Math.floor(random() * 7) }, () => run(2, 4)),
    steps: [],
  }));
}

/** The sentences of a body, as words, without what only MDX reads. */
function getSentences(source: string): string[][] {
  return source
    .replace(/^---\r?\n.*?\r?\n---/su, '')
    .replace(/<[^>]*>|\]\([^)]*\)|[[\]]/gu, ' ')
    .split(/[.!?:;؟؛\n]+/u)
    .map((sentence) => sentence.trim().split(/\s+/u))
    .filter((words) => words.length >= 4);
}
