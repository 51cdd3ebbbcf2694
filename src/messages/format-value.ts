import { formatDay, formatMinutes, formatMoment } from '../i18n/format-date.ts';
import { isPlainDate } from '../share/plain-date.ts';
import { cleanValue, foldDigits } from './clean-value.ts';
import type { FactKind } from './fact-kinds.ts';

/**
 * An entry as it stands in a message, in the language of the message; empty where it says nothing (yet).
 *
 * @param format BCP-47 tag from the table of languages, with its digits
 * @param entry what a field holds: a day as YYYY-MM-DD, a moment as YYYY-MM-DDTHH:MM, otherwise what the reader wrote
 */
export function formatValue(kind: FactKind, entry: string, format: string): string {
  if (kind === 'date') return isPlainDate(entry) ? formatDay(format, entry) : '';
  if (kind === 'moment') return formatEnteredMoment(entry, format);
  const value = cleanValue(entry);
  if (kind === 'minutes') return formatEnteredMinutes(foldDigits(value), format);
  return kind === 'phone' ? foldDigits(value) : value;
}

function formatEnteredMoment(entry: string, format: string): string {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)T([01]\d:[0-5]\d|2[0-3]:[0-5]\d)/.exec(entry) ?? [];
  // Of Arabic, Intl has « في 10:00»; in a letter one writes «الساعة».
  return isPlainDate(day) ? formatMoment(format, day, time).replace(' في ', '، الساعة ') : '';
}

/** A whole number with its unit; anything else, such as “about an hour”, as it was written. */
function formatEnteredMinutes(value: string, format: string): string {
  return /^\d{1,15}$/.test(value) ? formatMinutes(format, Number(value)) : value;
}
