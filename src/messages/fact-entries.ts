import { type AskedFact, type Entries, parseRows } from './fact-keys.ts';
import { isWorded } from './fact-kinds.ts';
import type { ChangeRow, SlotValue } from './fill-slots.ts';
import { formatValue } from './format-value.ts';

/** The entry for a text: the reader's own, or that in the client's language where there is one. */
export function getEntry(entries: Entries, id: string, locale?: string): string {
  return (locale && entries.get(`fact:${id}:${locale}`)?.trim() ? entries.get(`fact:${id}:${locale}`) : entries.get(`fact:${id}`)) ?? '';
}

/** The rows of a list; those in the client's language stand over the reader's own, cell by cell. */
export function getRows(entries: Entries, id: string, locale?: string): ChangeRow[] {
  const own = parseRows(entries.get(`fact:${id}`));
  const other = locale ? parseRows(entries.get(`fact:${id}:${locale}`)) : [];
  return own.map((row, index) => ({
    what: other[index]?.what.trim() ? other[index].what : row.what,
    since: row.since,
    checkedBy: other[index]?.checkedBy.trim() ? other[index].checkedBy : row.checkedBy,
  }));
}

/**
 * What stands in the slot of a fact.
 *
 * @param name what to show where nothing was entered  @param format BCP-47 tag of the text for Intl
 * @param locale the language of the text where it is not the reader's
 */
export function getSlotValue(entries: Entries, { id, kind }: AskedFact, name: string, format: string, locale?: string): SlotValue {
  if (kind === 'list') {
    const rows = getRows(entries, id, locale)
      .map((row) => ({
        what: formatValue('phrase', row.what, format),
        since: formatValue('date', row.since, format),
        checkedBy: formatValue('phrase', row.checkedBy, format),
      }))
      .filter((row) => row.what || row.since || row.checkedBy);
    return rows.length ? { kind, value: '', filled: true, rows } : { kind, value: name, filled: false };
  }
  const value = formatValue(kind, getEntry(entries, id, isWorded(kind) ? locale : undefined), format);
  return value ? { kind, value, filled: true } : { kind, value: name, filled: false };
}
