import { LATEST, type Stamped } from './casebook.ts';

/**
 * States of items as text: for each, in the order in which they were set, the item's place in a list of ids (as many
 * digits as the last place needs), the milliseconds since the one before, and a capital letter for the state: D done,
 * N not applicable, O open. Digits are all printable ASCII characters but these letters and what JSON escapes.
 */
const letters: ReadonlyMap<string, string> = new Map([
  ['done', 'D'],
  ['not-applicable', 'N'],
  ['open', 'O'],
]);
const states = new Map([...letters].map(([state, letter]) => [letter, state]));
const digits = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter((character) => !'DNO"\\'.includes(character));
const digitValues = new Map(digits.map((digit, value) => [digit, value]));

/** Whether a state can be written this way. */
export function hasLetter(state: string): boolean {
  return letters.has(state);
}

/** @param entries place of the item among the ids, its state and when it was set  @param count how many ids there are */
export function formatStates(entries: readonly (readonly [index: number, state: Stamped])[], count: number): string {
  let last = 0;
  const width = getWidth(count);
  return [...entries]
    .sort((a, b) => a[1][1] - b[1][1])
    .map(([index, [state, at]]) => {
      const since = at - last;
      last = at;
      return `${formatNumber(index).padStart(width, digits[0])}${formatNumber(since)}${letters.get(state)}`;
    })
    .join('');
}

/** The fields that {@link formatStates} wrote; `isWhole` is false where something was left out, because no version wrote it. */
export function parseStates(text: string, ids: readonly unknown[]): { states: [field: string, state: Stamped][]; isWhole: boolean } {
  const width = getWidth(ids.length);
  const read: [string, Stamped][] = [];
  let at = 0;
  let end = 0;
  for (const [whole, numbers = '', letter = ''] of text.matchAll(/([^DNO]+)([DNO])/gy)) {
    at += parseNumber(numbers.slice(width));
    // All that follow are counted from this one.
    if (!(at <= LATEST)) break;
    const id = ids[parseNumber(numbers.slice(0, width))];
    if (typeof id !== 'string') continue;
    read.push([`state:${id}`, [states.get(letter) ?? 'open', at]]);
    end += whole.length;
  }
  return { states: read, isWhole: end === text.length };
}

function getWidth(count: number): number {
  return formatNumber(Math.max(0, count - 1)).length;
}

function formatNumber(value: number): string {
  const rest = Math.floor(value / digits.length);
  return `${rest > 0 ? formatNumber(rest) : ''}${digits[value % digits.length]}`;
}

/** NaN where a character is no digit, or there is none. */
function parseNumber(text: string): number {
  let value = text ? 0 : Number.NaN;
  for (const character of text) value = value * digits.length + (digitValues.get(character) ?? Number.NaN);
  return value;
}
