import { parseJson } from './attempt.ts';
import { type Casebook, emptyCasebook, FIRST_CASE, isTime, type Stamped } from './casebook.ts';
import { isRecord } from './casebook-format.ts';

/**
 * Progress as version 1 of the site stored it (under the key `progress`):
 *
 *     { "v": 1, "items": { "<item id>": [1, 1795000000000] } }
 *
 * state (1 done, 0 open) and time in milliseconds of every item ever touched. It becomes the first case.
 *
 * @returns null where the string is not of that version; `isWhole` false where something in it was not understood
 */
export function parseVersion1(stored: string): { casebook: Casebook; isWhole: boolean } | null {
  const value = parseJson(stored);
  if (!isRecord(value) || value['v'] !== 1 || !isRecord(value['items'])) return null;
  const entries = Object.entries(value['items']);
  const marks = entries.filter((entry): entry is [string, [state: 0 | 1, at: number]] => isMark(entry[1]));
  const fields = marks.map(([id, [state, at]]): [string, Stamped] => [`state:${id}`, [state ? 'done' : 'open', Math.max(Math.floor(at / 100), 1)]]);
  const casebook: Casebook = { ...emptyCasebook, cases: new Map([[FIRST_CASE, { fields: new Map(fields), erased: 0 }]]) };
  return { casebook, isWhole: marks.length === entries.length && Object.keys(value).length === 2 };
}

function isMark(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && (value[0] === 0 || value[0] === 1) && isTime(value[1]);
}
