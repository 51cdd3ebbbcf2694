import { ICalAlarmRelatesTo, ICalAlarmType, ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { cleanAddress, cleanText, escapeLine } from './calendar-text.ts';
import { addDays, getTime, isPlainDate } from './plain-date.ts';

/** One event for a whole day. */
export interface CalendarEvent {
  /** The same in every export of the event: ASCII letters, digits and `- _ . @`. */
  readonly uid: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** A full address, with https:// or http://. */
  readonly url?: string | undefined;
  /** The day, YYYY-MM-DD. */
  readonly date: string;
}

export interface CalendarOptions {
  /** From `getSequence`: calendars replace an event by one with the same uid and a higher sequence. */
  readonly sequence: number;
  /** The moment of the export. */
  readonly stamp: Date;
  /** BCP-47 tag of the texts. */
  readonly lang: string;
  /** Name of the calendar, for programs that make a new one of the file. */
  readonly name: string;
  /** The hour at which each event reminds the reader on its day; 9 where nothing is said. */
  readonly alarmAt?: number | undefined;
}

/**
 * The text of an .ics file (RFC 5545) with `events`, its lines folded at 75 octets and ended by CRLF.
 * @throws RangeError where there is no event, or one has no usable uid, date or address
 */
export function formatCalendar(events: readonly CalendarEvent[], options: CalendarOptions): string {
  checkEvents(events);
  const { sequence, stamp, lang, name, alarmAt = 9 } = options;
  const calendar = new ICalCalendar({ name: escapeLine(name), prodId: { company: 'after-the-mistake', product: 'plan', language: lang } });
  for (const { uid, title, description, url, date } of events) {
    const written = calendar.createEvent({
      id: uid,
      sequence,
      stamp,
      summary: cleanText(title),
      description: cleanText(description ?? '') || null,
      url: url ? cleanAddress(url) : null,
      allDay: true,
      start: new Date(getTime(date)),
      end: new Date(getTime(addDays(date, 1))),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    // Said once more, because ical-generator counts an alarm that lies after the start from the end of the event.
    written.createAlarm({ type: ICalAlarmType.display, triggerAfter: alarmAt * 3600 }).relatesTo(ICalAlarmRelatesTo.start);
  }
  return `${calendar.toString()}\r\n`;
}

function checkEvents(events: readonly CalendarEvent[]): void {
  if (events.length === 0) throw new RangeError('A calendar file needs at least one event.');
  const uids = new Set<string>();
  for (const { uid, date, url } of events) {
    if (!/^[\w.@-]+$/.test(uid)) throw new RangeError(`\`${uid}\` cannot be the uid of a calendar event. Use letters, digits and - _ . @ only.`);
    if (uids.has(uid)) throw new RangeError(`Two calendar events have the uid \`${uid}\`; one would overwrite the other. Give each its own.`);
    if (!isPlainDate(date)) throw new RangeError(`The calendar event \`${uid}\` has the date \`${date}\`. Write a day that exists as YYYY-MM-DD.`);
    if (url && !/^https?:\/\/./.test(url)) throw new RangeError(`The calendar event \`${uid}\` has the address \`${url}\`. Write it in full, with https://.`);
    uids.add(uid);
  }
}
