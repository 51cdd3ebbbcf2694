/** Where a fault is and in what. */
export interface Place {
  /** The file to open, relative to the project; for a missing file, the file to make. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly locale?: string;
  /** The field, its parts joined by dots: `items.no-but`. */
  readonly field?: string;
  /** What the file is, as a message begins: “Step `name-the-mistake` (he)”. */
  readonly of: string;
}

/** The words of a fault: what is so and what was expected; then what to do. */
export interface Wording {
  readonly message: string;
  readonly hint: string;
  /** A warning is printed and does not stop the build; without this it is an error. */
  readonly severity?: 'error' | 'warning';
}

/** A table of fault kinds: code → the function that words it. */
export type FaultKindTable = Readonly<Record<string, (at: Place, details: never) => Wording>>;

/**
 * A value as a message shows it: in backticks, at most 60 characters, and with every character that a terminal
 * would act on instead of showing it (controls, direction marks) written as its code point.
 */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const short = text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text;
  return `\`${short.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, (character) => `<${formatCodePoint(character)}>`)}\``;
}

/** Values as a message shows them, joined by commas and a last `joint`. */
export function quoteAll(values: Iterable<unknown>, joint: 'and' | 'or' = 'and'): string {
  const quoted = [...values].map(quote);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${joint} ${quoted.at(-1)}`;
}

/** “Did you mean …?” with a space before it, or nothing. */
export function askForNearest(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` Did you mean ${quote(nearest)}?`;
}

/** The code point of a character: U+202E. */
export function formatCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A file and line as a message names a second place: `content/ui/he.json:12`. */
export function formatPlace(place: { readonly file: string; readonly line?: number }): string {
  return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}

/** `count` with its noun: “1 fault”, “2 faults”, “2 entries”. */
export function formatCount(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ie` : noun}s`;
}

/** A noun with its article: “a step”, “an item”. */
export function addArticle(noun: string): string {
  return `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`;
}
