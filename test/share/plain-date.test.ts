import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, getWeekday, isPlainDate } from '../../src/share/plain-date.ts';
import { TEXTS } from '../support/hostile-inputs.ts';

const numRuns = process.env['FULL'] ? 100_000 : 300;

describe('a day of the calendar', () => {
  it.each(['2026-11-21', '2028-02-29', '2000-02-29', '2026-12-31', '1900-01-01', '1970-01-01', '2099-12-31', '8999-12-31'])('is %s', (date) => {
    expect(isPlainDate(date)).toBe(true);
  });

  it.each([
    ...['2026-02-29', '2100-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-01-32'],
    ...['0002-03-14', '0202-03-14', '1899-12-31', '9000-01-01', '12026-03-14', '+002026-03-14', '-2026-03-14'],
    ...['2026-3-14', '14/03/2026', '2026-03-14T00:00', '2026-03-14Z', ' 2026-03-14', '2026-03-14\n', '٢٠٢٦-٠٣-١٤', 'today'],
  ])('is not %j', (value) => {
    expect(isPlainDate(value)).toBe(false);
  });

  it('is none of the hostile texts', () => {
    expect(Object.values(TEXTS).filter(isPlainDate)).toEqual([]);
  });

  it('is followed by the day that follows it', () => {
    expect(['2026-02-28', '2028-02-28', '2028-02-29', '2026-12-31', '2026-03-28', '2026-10-24'].map((date) => addDays(date, 1))).toEqual([
      '2026-03-01',
      '2028-02-29',
      '2028-03-01',
      '2027-01-01',
      '2026-03-29',
      '2026-10-25',
    ]);
  });

  it('is one of all days, each a day of the week later than the one before', () => {
    // Counted by hand, as a calendar on the wall does it.
    let [year, month, day] = [1999, 1, 1];
    let date = '1999-01-01';
    for (let count = 0; count < 40_000; count += 1) {
      const counted = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      if (date !== counted || getWeekday(date) !== (count + 5) % 7) expect.unreachable(`${date} should be ${counted}, day ${(count + 5) % 7} of the week.`);
      const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
      const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
      [year, month, day] = day < length ? [year, month, day + 1] : month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
      date = addDays(date, 1);
    }
  });

  it('comes back after as many days forth as back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), fc.integer({ min: 0, max: 20_000 }), (from, count) => {
        const date = addDays('2026-11-21', from);
        return isPlainDate(date) && addDays(addDays(date, count), -count) === date;
      }),
      { numRuns },
    );
  }, 300_000);
});
