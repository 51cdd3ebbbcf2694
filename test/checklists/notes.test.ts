import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinNotes } from '../../src/checklists/notes.ts';
import { numRuns, timeout } from '../support/casebooks.ts';
import { TEXTS } from '../support/hostile-inputs.ts';

const anyNote = fc.oneof(
  fc
    .array(fc.constantFrom('a', 'b', 'c', ' a ', 'call\nDana', 'שלום'), { maxLength: 5 })
    .chain((blocks) => fc.constantFrom('\n\n', '\n \t\n', '\n\n\n').map((blank) => blocks.join(blank))),
  fc.string({ unit: fc.constantFrom('a', 'b', '\n', ' ', '\r', '\u2028'), maxLength: 12 }),
  fc.constantFrom(...Object.values(TEXTS).filter((text) => text.length < 1_000)),
);
const getBlocks = (note: string) =>
  new Set(
    note
      .split(/\n\s*\n/)
      .map((block) => block.trim())
      .filter(Boolean),
  );

describe('joining two notes', () => {
  it('gives the other where one is empty, and either where both are equal', () => {
    expect([joinNotes('', 'b'), joinNotes('a', ''), joinNotes(' \n', 'b'), joinNotes('a', ' \n'), joinNotes('a', 'a')]).toEqual(['b', 'a', 'b', 'a', 'a']);
  });

  it('gives all of mine as I wrote it, and then what mine lacks of theirs', () => {
    expect(joinNotes('called\n  twice\n\n\nat 9', 'at 9\n\nDana answered\n \ncalled\n  twice')).toBe('called\n  twice\n\n\nat 9\n\nDana answered');
  });

  it('keeps every block of both, in any order, and no other', { timeout }, () => {
    fc.assert(
      fc.property(anyNote, anyNote, (a, b) => {
        const expected = new Set([...getBlocks(a), ...getBlocks(b)]);
        for (const joined of [joinNotes(a, b), joinNotes(b, a)]) expect(getBlocks(joined)).toEqual(expected);
        if (a.trim()) expect(joinNotes(a, b).startsWith(a.trimEnd())).toBe(true);
      }),
      { numRuns },
    );
  });

  it('adds nothing when repeated, and gives the same in any grouping', { timeout }, () => {
    fc.assert(
      fc.property(anyNote, anyNote, anyNote, (a, b, c) => {
        const joined = joinNotes(a, b);
        expect([joinNotes(a, a), joinNotes(joined, a), joinNotes(joined, b)]).toEqual([a, joined, joined]);
        expect(joinNotes(joined, c)).toBe(joinNotes(a, joinNotes(b, c)));
      }),
      { numRuns },
    );
  });

  it('takes a long note in one go', () => {
    const [long, blank] = ['a\n\n'.repeat(30_000), `\n${' '.repeat(100_000)}x`];
    expect(joinNotes(long, blank)).toBe(`${long.trimEnd()}\n\nx`);
  });
});
