import type { Part } from './token.ts';

/** The letters of one script, or of all others with the digits of every script. */
const LETTERS = ['(?=\\p{L})\\p{Script=Hebrew}', '(?=\\p{L})[\\p{Script=Arabic}\\u0640]', '(?:\\p{N}|(?![\\p{Script=Hebrew}\\p{Script=Arabic}\\u0640])\\p{L})'];

/** Letters of one script, with the marks and invisible signs that may stand between them. */
const RUNS = LETTERS.map((letter) => `(?:${letter}[\\p{M}\\p{Cf}]*)+`);

/** An apostrophe, geresh or gershayim inside a word, in any of the ways they are typed. */
const INNER = '(?:[׳\'’ʼ`´′]{1,2}|[״"“”″])';

const WORD = new RegExp(RUNS.map((run) => `${run}(?:${INNER}${run})*`).join('|'), 'gu');

/**
 * The words of a text by their places. A word keeps to one script (“וwhatsapp” is two), and the hyphen, the maqaf and
 * every other sign part words; what an apostrophe or gershayim inside a word means is for the language to say.
 * The three runs begin with different letters and their separators are no letters, so that nothing is tried twice.
 *
 * @example getWords('ביום־יום') // [{ start: 0, end: 4 }, { start: 5, end: 8 }]
 */
export function getWords(text: string): Part[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ start: index, end: index + word.length }));
}
