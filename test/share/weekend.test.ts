import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { addDays } from '../../src/share/plain-date.ts';
import { getPlanDate, isWeekend, type Weekend, weekendOf } from '../../src/share/weekend.ts';

const numRuns = process.env['FULL'] ? 100_000 : 300;
const weekends = ['none', 'fri-sat', 'sat-sun'] as const satisfies readonly Weekend[];
const nameOfDay = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });
const getName = (date: string): string => nameOfDay.format(new Date(`${date}T12:00:00Z`));

describe('the date of a day of the plan', () => {
  it('is the start date for day 1, and stays where no weekend is asked for', () => {
    expect([1, 2, 3, 30, 90].map((day) => getPlanDate('2026-11-21', day, 'none'))).toEqual([
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-12-20',
      '2027-02-18',
    ]);
  });

  it('moves past Friday and Saturday to Sunday, or past Saturday and Sunday to Monday', () => {
    // 19 November 2026 is a Thursday.
    expect([1, 2, 3, 4, 5].map((day) => getPlanDate('2026-11-19', day, 'fri-sat'))).toEqual([
      '2026-11-19',
      '2026-11-22',
      '2026-11-22',
      '2026-11-22',
      '2026-11-23',
    ]);
    expect([1, 2, 3, 4, 5].map((day) => getPlanDate('2026-11-19', day, 'sat-sun'))).toEqual([
      '2026-11-19',
      '2026-11-20',
      '2026-11-23',
      '2026-11-23',
      '2026-11-23',
    ]);
  });

  it('moves over the end of a month, of a leap February and of a year', () => {
    expect(getPlanDate('2027-01-30', 1, 'sat-sun')).toBe('2027-02-01');
    expect(getPlanDate('2032-02-27', 2, 'sat-sun')).toBe('2032-03-01');
    expect(getPlanDate('2027-12-30', 2, 'fri-sat')).toBe('2028-01-02');
  });

  it('is never on the weekend, at most two days late, and never before an earlier day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: 1, max: 400 }), fc.constantFrom(...weekends), (from, day, weekend) => {
        const start = addDays('2026-11-21', from);
        const date = getPlanDate(start, day, weekend);
        const exact = getPlanDate(start, day, 'none');
        const isFree = { none: [''], 'fri-sat': ['Fri', 'Sat'], 'sat-sun': ['Sat', 'Sun'] }[weekend].includes(getName(date));
        const isNear = [exact, addDays(exact, 1), addDays(exact, 2)].includes(date);
        return !isFree && isNear && getPlanDate(start, day + 1, weekend) >= date;
      }),
      { numRuns },
    );
  }, 300_000);

  it.each(['', '2026-02-30', 'tomorrow', '0202-03-14'])('asks for a start date that exists instead of %j', (start) => {
    expect(() => getPlanDate(start, 3, 'none')).toThrow(/no start date.*YYYY-MM-DD/);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e6])('asks for a day counted from 1 instead of %s', (day) => {
    expect(() => getPlanDate('2026-11-21', day, 'none')).toThrow(RangeError);
  });
});

describe('the weekend to begin with', () => {
  it('is Friday and Saturday in Hebrew and Arabic, Saturday and Sunday in Italian and English', () => {
    expect(Object.fromEntries(locales.map((locale) => [locale, weekendOf(locale)]))).toEqual({ he: 'fri-sat', ar: 'fri-sat', it: 'sat-sun', en: 'sat-sun' });
  });

  it('is one of the known names', () => {
    expect([...weekends, 'toString', '__proto__', '', 'fri'].filter(isWeekend)).toEqual([...weekends]);
  });
});
