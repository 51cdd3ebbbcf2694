import { askForNearest, type FaultKindTable, type Place, quote, quoteAll, type Wording } from './fault-wording.ts';

/** Faults of the interface dictionaries and of slots in messages. */
export const interfaceFaults = {
  'dictionary-missing': (at: Place, { reference }: { reference: string }): Wording => ({
    message: `The interface has no texts in ${quote(at.locale)}, a language of the table.`,
    hint: `Create ${at.file} with the keys of ${reference}.`,
  }),
  'dictionary-no-object': (at: Place): Wording => ({
    message: `${at.of} is not an object of keys and texts.`,
    hint: 'Begin the file with { and end it with }.',
  }),
  'text-expected': (at: Place, { value }: { value: unknown }): Wording => ({
    message: `${at.of}: ${quote(at.field)} must be text and is ${quote(value)}.`,
    hint: 'Write "key": "text". Keys are not nested.',
  }),
  'text-empty': (at: Place): Wording => ({
    message: `${at.of}: ${quote(at.field)} is empty.`,
    hint: `Write the text in ${at.file}.`,
  }),
  'key-missing': (at: Place, { key, text, path }: { key: string; text: string; path: string }): Wording => ({
    message: `${at.of} has no text for ${quote(key)}; ${path} says ${quote(text)}.`,
    hint: `Add ${quote(`"${key}"`)} to ${at.file}.`,
  }),
  'key-unknown': (at: Place, { key, path, nearest }: { key: string; path: string; nearest?: string }): Wording => ({
    message: `${at.of} has the key ${quote(key)}, which ${path} does not have.${askForNearest(nearest)}`,
    hint: nearest ? `Rename it to ${quote(nearest)}.` : `Remove it, or add it to ${path} first.`,
  }),
  'plural-missing': (at: Place, { key, categories }: { key: string; categories: readonly string[] }): Wording => ({
    message: `${at.of} has no text for ${quote(key)}; the plural forms of this language are ${quoteAll(categories)}, and a reader would see the bare key.`,
    hint: `Add ${quote(`"${key}"`)} to ${at.file}.`,
  }),
  'plural-unknown': (at: Place, { key, categories }: { key: string; categories: readonly string[] }): Wording => ({
    message: `${at.of} has ${quote(key)}, a plural form that this language does not have; its forms are ${quoteAll(categories)}.`,
    hint: 'Remove it: no reader ever sees it.',
  }),
  'placeholders-differ': (
    at: Place,
    { key, missing, extra, path }: { key: string; missing: readonly string[]; extra: readonly string[]; path: string },
  ): Wording => ({
    message: `${at.of}: ${quote(key)} has other placeholders than in ${path}:${missing.length ? ` missing ${quoteAll(missing.map(brace))}` : ''}${missing.length && extra.length ? ';' : ''}${extra.length ? ` only here ${quoteAll(extra.map(brace))}` : ''}.`,
    hint: 'Use the same placeholders; in a plural form only {{count}} may be said in words.',
  }),
  'stray-brace': (at: Place, { form }: { form: string }): Wording => ({
    message: `${at.of}: ${quote(at.field)} has a brace that belongs to no placeholder.`,
    hint: `Write placeholders as ${form}, and no other braces.`,
  }),
} as const satisfies FaultKindTable;

function brace(name: string): string {
  return `{{${name}}}`;
}
