import { isTime, type Stamped } from './casebook.ts';

/**
 * States of items as text: for each, in the order in which they were set, the item's place in a list of ids (as many
 * digits as the last place needs), the tenths of a second since the one before, both to base 36, and a capital letter
 * for the state: O open, D done, N not applicable.
 */
const states: readonly string[] = ['open', 'done', 'not-applicable'];
const letters = 'ODN';

const prefix = 'state:';

/** Whether a field is the state of an item. */
export function isState(name: string): boolean {
  return name.startsWith(prefix);
}

/** The item whose state a field is. */
export function getItemId(name: string): string {
  return name.slice(prefix.length);
}

/** The name of an item's state among the fields. Made once for each item: the names of thousands of states are read and compared. */
export function getStateName(id: string): string {
  return prefix + id;
}

/** The places of names in their list, as they are written. */
export function getPlaces(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name, index) => [name, index.toString(36).padStart(getWidth(names), '0')]));
}

/** The states among a case's fields; what has no place is none. */
export function formatStates(fields: readonly (readonly [name: string, Stamped])[], places: ReadonlyMap<string, string>): string {
  let text = '';
  let last = 0;
  for (const [name, [state, at]] of [...fields].sort(([, a], [, b]) => a[1] - b[1])) {
    const place = places.get(name);
    if (!place) continue;
    text += place + (at - last).toString(36) + letters[states.indexOf(state)];
    last = at;
  }
  return text;
}

/** The fields that {@link formatStates} wrote, as far as they can be read. */
export function parseStates(text: string, names: readonly string[]): [field: string, state: Stamped][] {
  const width = getWidth(names);
  const fields: [field: string, state: Stamped][] = [];
  let at = 0;
  for (const part of text.match(/[0-9a-z]+[ODN]/g) ?? []) {
    at += Number.parseInt(part.slice(width, -1), 36);
    const name = names[Number.parseInt(part.slice(0, width), 36)];
    const state = states[letters.indexOf(part.slice(-1))];
    if (name && state && isTime(at)) fields.push([name, [state, at]]);
  }
  return fields;
}

function getWidth({ length }: readonly unknown[]): number {
  return (length - 1).toString(36).length;
}
