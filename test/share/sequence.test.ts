import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getSequence } from '../../src/share/sequence.ts';

const numRuns = process.env['FULL'] ? 100_000 : 300;
const now = Date.UTC(2026, 10, 21, 23, 5);
const clock = fc.oneof(fc.date({ noInvalidDate: true }).map(Number), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 0));

describe('the sequence of an export (I05)', () => {
  it('is higher than the last, whatever the clock says, and fits where calendars keep it', () => {
    fc.assert(
      fc.property(clock, fc.array(clock, { maxLength: 30 }), (first, clocks) => {
        const sequences = [getSequence(undefined, first)];
        for (const moment of clocks) sequences.push(getSequence(sequences.at(-1), moment));
        return sequences.every((value, index) => Number.isInteger(value) && value > (sequences[index - 1] ?? -1) && value < 2 ** 31);
      }),
      { numRuns },
    );
  }, 300_000);

  it('grows with the clock where the last was forgotten', () => {
    expect(getSequence(undefined, now + 60_000)).toBeGreaterThan(getSequence(undefined, now));
    expect(getSequence(undefined, Date.UTC(2099, 0, 1))).toBeGreaterThan(getSequence(undefined, now));
  });

  it('E14: goes on upwards when a clock that was ahead is put right, and is not negative when it is behind', () => {
    const ahead = getSequence(undefined, Date.UTC(2099, 0, 1));
    expect(getSequence(ahead, now)).toBe(ahead + 1);
    expect(getSequence(undefined, 0)).toBe(0);
    expect(getSequence(0, -86_400_000)).toBe(1);
  });

  it.each([Number.NaN, -5, 1.5, 1e300, Number.POSITIVE_INFINITY, 2 ** 31 - 1])('does not build on %s, which was no sequence', (last) => {
    expect(getSequence(last, now)).toBe(getSequence(undefined, now));
  });
});
