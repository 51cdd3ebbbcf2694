import { addDays, getWeekday, isPlainDate } from './plain-date.ts';

/** The days of the week without work, by their number (0 is Sunday). */
const freeDays = { none: [], 'fri-sat': [5, 6], 'sat-sun': [6, 0] } as const satisfies Record<string, readonly number[]>;

/** Nobody plans further, and a sum past the year 9999 would have another form. */
const LAST_DAY = 100_000;

export type Weekend = keyof typeof freeDays;

/** Whether `value`, from an attribute or a form, names a weekend. */
export function isWeekend(value: string): value is Weekend {
  return Object.hasOwn(freeDays, value);
}

/**
 * The weekend to begin with for readers of a language, by its locale. Most of the Arabic-speaking countries rest on
 * Friday and Saturday, but not Lebanon, Morocco, Tunisia or the Emirates: the reader can choose another. The region
 * of the browser is not asked, because it is often that of the shop where the device was bought.
 */
export function weekendOf(locale: string): Weekend {
  return locale === 'he' || locale === 'ar' ? 'fri-sat' : 'sat-sun';
}

/**
 * The date of day `day` of a plan, where day 1 is `start`; on a weekend, the next working day after it.
 * @throws RangeError where `start` is no day or `day` no whole number from 1 to 100,000
 */
export function getPlanDate(start: string, day: number, weekend: Weekend): string {
  if (!isPlainDate(start)) throw new RangeError(`\`${start}\` is no start date. Write a day that exists as YYYY-MM-DD.`);
  if (!Number.isInteger(day) || day < 1 || day > LAST_DAY) {
    throw new RangeError(`${day} is no day of a plan. Count from 1, the start date, to ${LAST_DAY}.`);
  }
  const free: readonly number[] = freeDays[weekend];
  let date = addDays(start, day - 1);
  while (free.includes(getWeekday(date))) date = addDays(date, 1);
  return date;
}
