/**
 * A calendar day in words, with its weekday. No time zone can shift it. In a module of its own, because it also runs in
 * the browser, which has no use for the table of languages.
 *
 * @param format BCP-47 tag from the table of languages, with its digits  @param date YYYY-MM-DD
 */
export function formatPlainDate(format: string, date: string): string {
  return new Intl.DateTimeFormat(format, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
