/**
 * A calendar day in words, with its weekday. No time zone can shift it. In a module of its own, because it also runs in
 * the browser, which has no use for the table of languages.
 *
 * @param format BCP-47 tag from the table of languages, with its digits  @param date YYYY-MM-DD
 */
export function formatPlainDate(format: string, date: string): string {
  return new Intl.DateTimeFormat(format, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** A calendar day in words, without its weekday: 4 March 2026. @param date YYYY-MM-DD */
export function formatDay(format: string, date: string): string {
  return new Intl.DateTimeFormat(format, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** A day and the time by the clock of whoever meets: no time zone shifts it. @param time HH:MM */
export function formatMoment(format: string, date: string, time: string): string {
  return new Intl.DateTimeFormat(format, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(new Date(`${date}T${time}:00Z`));
}

/** A number in the digits and grouping of a language, for the browser. */
export function formatCount(format: string, value: number): string {
  return new Intl.NumberFormat(format).format(value);
}
