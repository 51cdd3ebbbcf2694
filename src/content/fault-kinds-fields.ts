import { askForNearest, type FaultKindTable, formatCount, type Place, quote, quoteAll, type Wording } from './fault-wording.ts';

/** Faults of fields against the schema of their file. `about` is the description of the field in the schema. */
export const fieldFaults = {
  'missing-field': (at: Place, { about }: About): Wording => ({
    message: `${at.of} has no field ${quote(at.field)}${explain(about)}`,
    hint: `Add ${quote(`${lastPart(at.field)}:`)} to ${at.file}.`,
  }),
  'unknown-field': (at: Place, { known, nearest }: { known: readonly string[]; nearest?: string }): Wording => ({
    message: `${at.of} knows no field ${quote(at.field)}.${askForNearest(nearest)}`,
    hint: nearest ? `Write ${quote(`${nearest}:`)}, or remove the field.` : `Remove it. Fields here: ${quoteAll(known)}.`,
  }),
  'wrong-type': (at: Place, { expected, found, value, about }: { expected: string; found: string; value: unknown } & About): Wording => ({
    message: `${at.of}: ${quote(at.field)} must be ${types[expected] ?? expected} and is ${types[found] ?? found}${isShort(value) ? `, ${quote(value)}` : ''}${explain(about)}`,
    hint: getTypeHint(at, expected, found, value),
  }),
  'value-not-allowed': (at: Place, { value, allowed, nearest, about }: { value: unknown; allowed: readonly unknown[]; nearest?: string } & About): Wording => ({
    message: `${at.of}: ${quote(at.field)} cannot be ${quote(value)}.${askForNearest(nearest)}${about ? ` It is ${about}.` : ''}`,
    hint: `Allowed: ${quoteAll(allowed, 'or')}.`,
  }),
  'bad-format': (at: Place, { value, rule, about }: { value: unknown; rule: string } & About): Wording => ({
    message: `${at.of}: ${quote(at.field)} is ${quote(value)} and ${rule}${explain(about)}`,
    hint: `Correct the value in ${at.file}.`,
  }),
  'bad-key': (at: Place, { key, rule }: { key: string; rule: string }): Wording => ({
    message: `${at.of}: the name ${quote(key)} in ${quote(at.field?.slice(0, -key.length - 1))} ${rule}.`,
    hint: 'Correct the name on the left of the colon.',
  }),
  'empty-field': (at: Place, { about }: About): Wording => ({
    message: `${at.of}: ${quote(at.field)} is empty${explain(about)}`,
    hint: `Write the text of ${quote(at.field)} in ${at.file}.`,
  }),
  'too-long': (at: Place, { length, maximum, about }: { length: number; maximum: number } & About): Wording => ({
    message: `${at.of}: ${quote(at.field)} has ${formatCount(length, 'character')}, ${formatCount(length - maximum, 'character')} too many${explain(about)}`,
    hint: `Shorten it to at most ${maximum}.`,
  }),
  'too-few': (at: Place, { count, minimum, about }: { count: number; minimum: number } & About): Wording => ({
    message: `${at.of}: ${quote(at.field)} has ${formatCount(count, 'entry')} and needs at least ${minimum}${explain(about)}`,
    hint: `Add ${minimum - count} more.`,
  }),
  'out-of-range': (at: Place, { value, rule, about }: { value: unknown; rule: string } & About): Wording => ({
    message: `${at.of}: ${quote(at.field)} is ${quote(value)} and must be ${rule}${explain(about)}`,
    hint: `Correct the number in ${at.file}.`,
  }),
  schema: (at: Place, { said }: { said: string }): Wording => ({
    message: `${at.of}: ${quote(at.field ?? 'the file')} does not fit its schema: ${said}.`,
    hint: 'Compare the file with another of its kind.',
  }),
  'bad-date': (at: Place, { value }: { value: string }): Wording => ({
    message: `${at.of}: the date ${quote(value)} is not YYYY or YYYY-MM.`,
    hint: 'Write the year, or year and month, in quotes: "2014-04".',
  }),
  'future-date': (at: Place, { value, today }: { value: string; today: string }): Wording => ({
    message: `${at.of}: the date ${quote(value)} lies after today, ${today}.`,
    hint: 'Correct the date, or the clock of this machine.',
  }),
} as const satisfies FaultKindTable;

interface About {
  readonly about: string | undefined;
}

const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  null: 'empty',
  date: 'a date',
};

function getTypeHint(at: Place, expected: string, found: string, value: unknown): string {
  if (found === 'null') return `Write the value of ${quote(at.field)} after its colon.`;
  if (expected === 'string' && (found === 'array' || found === 'object'))
    return 'Write it as one text; a text that contains “: ” or begins with [ or { stands in single quotes.';
  if (expected === 'string')
    return `Put the value in quotes: ${lastPart(at.field)}: "${value instanceof Date ? value.toISOString().slice(0, 10) : String(value)}".`;
  if ((expected === 'number' || expected === 'int') && found === 'string') return 'Write the number without quotes.';
  if (expected === 'boolean') return 'Write true or false, without quotes.';
  if (expected === 'array') return 'Write a list: one line per entry, each beginning with “- ”; an empty list is [].';
  if (expected === 'object' || expected === 'record') return 'Write fields below it, indented by two spaces, each as `name: value`.';
  return `Correct the value in ${at.file}.`;
}

function explain(about: string | undefined): string {
  return about ? `: ${about}.` : '.';
}

function isShort(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string';
}

function lastPart(field: string | undefined): string {
  return field?.split('.').at(-1) ?? '';
}
