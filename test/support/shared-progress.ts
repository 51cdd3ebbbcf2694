import fc from 'fast-check';
import { cleanText } from '../../src/checklists/clean-text.ts';
import { hasHashCollision } from '../../src/checklists/item-hash.ts';
import { type KnownItems, parseShareLink, type SharedProgress } from '../../src/checklists/share-link.ts';

/** How often a property is tried. */
export const numRuns = process.env['FULL'] ? 100_000 : 200;

/** Long enough for all of them. */
export const timeout = process.env['FULL'] ? 900_000 : 60_000;

/** A list of `count` items, every one marked: two of three done, the third not applicable. */
export function createMarked(count: number, list = 'before-conversation'): SharedProgress {
  const marks = Array.from({ length: count }, (_, index) => [`item-number-${index + 1}`, index % 3 === 2 ? 'not-applicable' : 'done'] as const);
  return { list, marks: new Map(marks), notes: new Map() };
}

/** The list that these marks and notes are of. */
export function getKnownItems({ list, marks, notes }: SharedProgress): KnownItems {
  return { list, items: [...new Set([...marks.keys(), ...notes.keys()])].map((id) => ({ id, formerIds: [] })) };
}

/** Reads a fragment on the page of the list that was shared. */
export function readFor(progress: SharedProgress, fragment: string) {
  return parseShareLink(fragment, getKnownItems(progress));
}

const words = fc.stringMatching(/^[a-z]{1,12}(-[a-z]{1,12}){0,4}$/);
/** A note without what a link takes out of any: a line separator, say, comes back as a line end. */
const note = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.lorem(), fc.constantFrom('דיברנו, הכול ברור', 'اتفقنا على الموعد', 'domani alle 9'))
  .map(cleanText)
  .filter(Boolean);

/** Any progress that can be shared, of lists with up to sixty items. */
export const anyProgress: fc.Arbitrary<SharedProgress> = fc
  .record({
    list: words,
    items: fc.uniqueArray(
      fc.record({
        id: words,
        state: fc.constantFrom('done' as const, 'not-applicable' as const, undefined),
        note: fc.option(note, { nil: undefined, freq: 6 }),
      }),
      { selector: (item) => item.id, maxLength: 60 },
    ),
  })
  .filter(({ items }) => !hasHashCollision(items.map((item) => item.id)))
  .map(({ list, items }) => ({
    list,
    marks: new Map(items.flatMap(({ id, state }) => (state ? [[id, state]] : []))),
    notes: new Map(items.flatMap(({ id, note }) => (note === undefined ? [] : [[id, note]]))),
  }));
