/**
 * A calendar day in words, with its weekday. No time zone can shift it. In a module of its own, because it also runs in
 * the browser, which has no use for the table of languages.
 *
 * @param format BCP-47 tag from the table of languages, with its digits  @param date YYYY-MM-DD
 */
export function formatPlainDate(format: string, date: string): string {
  return formatIn(format, { dateStyle: 'full' }, `${date}T00:00:00Z`);
}

/** A calendar day in words, without its weekday: 4 March 2026. @param date YYYY-MM-DD */
export function formatDay(format: string, date: string): string {
  return formatIn(format, { dateStyle: 'long' }, `${date}T00:00:00Z`);
}

/** A day and the time by the clock of whoever meets: no time zone shifts it. @param time HH:MM */
export function formatMoment(format: string, date: string, time: string): string {
  return formatIn(format, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, `${date}T${time}:00Z`);
}

/** A length of time with its unit, which agrees with the number: 1 minute, 40 minutes, 5 دقائق. */
export function formatMinutes(format: string, count: number): string {
  return new Intl.NumberFormat(format, { style: 'unit', unit: 'minute', unitDisplay: 'long', useGrouping: false }).format(count);
}

function formatIn(format: string, options: Intl.DateTimeFormatOptions, moment: string): string {
  const text = new Intl.DateTimeFormat(format, { ...options, timeZone: 'UTC' }).format(new Date(moment));
  // In Italian a month has no day one but a first: 1º marzo.
  return format === 'it' ? text.replace(/(?<!\d)1(?= \p{L})/u, '1º') : text;
}
