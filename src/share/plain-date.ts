/** A day of the calendar is a string, YYYY-MM-DD: it has no hour, so no time zone and no clock change can move it. */
const DAY = 86_400_000;

/**
 * Whether `value` is a day that exists, from 1900 to 8999.
 * A date field whose year is still being typed gives 0002, 0020 and 0202 on the way: these are no days yet.
 */
export function isPlainDate(value: string): boolean {
  const [, year, month, day] = /^(19\d\d|[2-8]\d{3})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  return year !== undefined && formatDay(Date.UTC(Number(year), Number(month) - 1, Number(day))) === value;
}

/** The day `count` days after `date`. */
export function addDays(date: string, count: number): string {
  return formatDay(getTime(date) + count * DAY);
}

/** The day of the week: 0 is Sunday, 6 is Saturday. */
export function getWeekday(date: string): number {
  return new Date(getTime(date)).getUTCDay();
}

/** The moment at which the day begins in UTC. */
export function getTime(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function formatDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
