import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, type CalendarOptions, formatCalendar } from '../../src/share/calendar.ts';
import { cleanAddress, cleanText } from '../../src/share/calendar-text.ts';
import { getSequence } from '../../src/share/sequence.ts';
import { TEXTS } from '../support/hostile-inputs.ts';

const numRuns = process.env['FULL'] ? 100_000 : 300;
const options: CalendarOptions = { sequence: 7, stamp: new Date(Date.UTC(2026, 10, 21, 23, 5, 9)), lang: 'he', name: 'אחרי הטעות' };
const event: CalendarEvent = { uid: 'day-3-owned@example.org', title: 'אמרנו ללקוח שטעינו', date: '2026-03-14' };

/** Pieces of which hostile titles are made, beside any other characters. */
const piece = fc.oneof(
  fc.constantFrom('\r', '\n', '\r\n', '\u2028', '\u2029', '\u0085', '\\', '\\n', ';', ',', ':', '"', '\0', '\t', ' ', '\u202e', '\ud83d', '\ude00'),
  fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT\r\n', 'END:VCALENDAR', '\r\n ', 'SUMMARY;LANGUAGE=he:', 'שלום', 'السَّلام', '👩‍👩‍👧‍👦', '🇮🇱', 'a\u0301'),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const anyText = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

const read = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text));
const readEvents = (text: string): ICAL.Component[] => read(text).getAllSubcomponents('vevent');
const readValue = (component: ICAL.Component, name: string): unknown => component.getFirstPropertyValue(name);
const format = (change: Partial<CalendarEvent>, also: Partial<CalendarOptions> = {}): string =>
  formatCalendar([{ ...event, ...change }], { ...options, ...also });

/** Exactly the event that was meant, with exactly this title and description, and nothing beside it. */
function expectOneEvent(text: string, title: string, description: string): void {
  const calendar = read(text);
  const events = calendar.getAllSubcomponents();
  const getValues = (name: string) => events.flatMap((one) => one.getAllProperties(name).map((property) => property.getFirstValue()));
  expect({
    components: [...events, ...events.flatMap((one) => one.getAllSubcomponents())].map((component) => component.name),
    titles: getValues('summary'),
    descriptions: getValues('description'),
  }).toEqual({ components: ['vevent', 'valarm'], titles: [title], descriptions: description ? [description] : [] });
}

describe('what a title or description holds', () => {
  it.each([
    ['CR', 'a\rb'],
    ['LF', 'a\nb'],
    ['CRLF', 'a\r\nb'],
    ['U+2028', 'a\u2028b'],
    ['U+2029', 'a\u2029b'],
    ['U+0085', 'a\u0085b'],
  ])('I01: writes %s as an escaped line end', (_name, text) => {
    const file = format({ title: text, description: text });
    expect(file).toContain('\r\nSUMMARY:a\\nb\r\n');
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u0085\u2028\u2029]/);
    expectOneEvent(file, 'a\nb', 'a\nb');
  });

  it.each(['\r', '\n', '\r\n', '\u2028'])('I01: makes no event of lines that look like one, after %j', (end) => {
    const text = ['x', 'END:VALARM', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2', 'SUMMARY:y', 'END:VEVENT', 'END:VCALENDAR', ''].join(end);
    expectOneEvent(format({ title: text, description: text }, { name: text }), cleanText(text), cleanText(text));
  });

  it('I02: gives back ; , \\ : " and BEGIN: as they were', () => {
    const text = 'a;b,c\\d:e"f\\nBEGIN:VEVENT;X="y":z\\';
    expectOneEvent(format({ title: text, description: text }), text, text);
  });

  it.each(Object.entries(TEXTS))('I01, I02, W04: holds hostile text “%s”', (_name, text) => {
    expectOneEvent(format({ title: text, description: text }, { name: text }), cleanText(text), cleanText(text));
  });

  it('I01, I02, I03: comes back whatever it is, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (title, description, name) => {
        const file = format({ title, description }, { name });
        expectOneEvent(file, cleanText(title), cleanText(description));
        expectFolded(file);
      }),
      { numRuns },
    );
  }, 600_000);

  it('W02, W06: loses overrides and controls, and lone surrogates once, but nothing else', () => {
    expect(cleanText('\u202eabc\u0000 \ud83dx\ude00 \u2067שלום\u2069\t👩‍👧')).toBe('abc \ufffdx\ufffd \u2067שלום\u2069\t👩‍👧');
    expect(cleanText('\ud83d\u0000\ude00')).toBe('\ufffd\ufffd');
  });
});

/** Every line ends in CRLF, has at most 75 octets and, taken alone, whole characters. */
function expectFolded(file: string): void {
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const isFolded = (line: string): boolean => {
    const octets = new TextEncoder().encode(line);
    return octets.length <= 75 && decoder.decode(octets) === line && !/[\r\n]/.test(line);
  };
  const lines = file.slice(0, -2).split('\r\n');
  expect(lines.filter((line) => !isFolded(line))).toEqual([]);
}

describe('long lines', () => {
  it.each([
    ['Hebrew', 'שינינו את דרך העבודה שאפשרה את הטעות. '],
    ['Arabic', 'غيّرنا في عملنا الخطوة التي مرّ منها الخطأ. '],
    ['emoji', '👩‍👩‍👧‍👦🇮🇹😀'],
    ['one word', 'נ'],
  ])('I03: are folded at 75 octets, never inside a character: %s', (_name, text) => {
    for (let shift = 0; shift < 8; shift += 1) {
      const long = 'x'.repeat(shift) + text.repeat(60).trim();
      const file = format({ title: long, description: long }, { name: long });
      expectFolded(file);
      expectOneEvent(file, long, long);
    }
  });
});

describe('days', () => {
  it.each([
    ['a leap day', '2028-02-29', '2028-03-01'],
    ['the last of February in another year', '2027-02-28', '2027-03-01'],
    ['the last day of a year', '2026-12-31', '2027-01-01'],
    ['a day on which clocks change', '2026-03-29', '2026-03-30'],
    ['a day by a clock that is behind', '1970-01-01', '1970-01-02'],
    ['a day by a clock that is ahead', '2099-12-31', '2100-01-01'],
  ])('I04, E14: last from the day to the next: %s', (_name, date, next) => {
    const [only] = readEvents(format({ date }));
    const start = readValue(only!, 'dtstart') as ICAL.Time;
    expect([start.isDate, start.toString()]).toEqual([true, date]);
    expect(String(readValue(only!, 'dtend'))).toBe(next);
    expect(format({ date })).toContain(`\r\nDTSTART;VALUE=DATE:${date.replaceAll('-', '')}\r\n`);
  });

  it.each([undefined, 0, 9, 23])('I04: remind the reader at the hour asked for, at 9 where none is (%s)', (alarmAt) => {
    const [only] = readEvents(format({}, { alarmAt }));
    const alarm = only!.getFirstSubcomponent('valarm')!;
    const at = (readValue(only!, 'dtstart') as ICAL.Time).clone();
    at.isDate = false;
    at.addDuration(readValue(alarm, 'trigger') as ICAL.Duration);
    expect(at.toString()).toBe(`2026-03-14T${String(alarmAt ?? 9).padStart(2, '0')}:00:00`);
    expect(alarm.getFirstProperty('trigger')?.getFirstParameter('related')).toBe('START');
    expect([readValue(alarm, 'action'), readValue(alarm, 'description')]).toEqual(['DISPLAY', event.title]);
  });

  it('I04: are the same in every time zone', () => {
    const script = `
      import { formatCalendar } from './src/share/calendar.ts';
      import { getPlanDate } from './src/share/weekend.ts';
      const events = ['2026-03-08', '2026-03-28', '2028-02-28', '2026-12-31'].flatMap((start) =>
        [1, 2, 3, 90].map((day) => ({ uid: start + '.' + day, title: 'x', date: getPlanDate(start, day, 'sat-sun') })));
      process.stdout.write(new Date(2026, 0, 1).getTimezoneOffset() + '|' + formatCalendar(events, { sequence: 1, stamp: new Date(0), lang: 'en', name: 'x' }));`;
    // Up to 26 hours apart; one west of UTC, one whose clocks change at midnight.
    const zones = ['UTC', 'Pacific/Kiritimati', 'Etc/GMT+12', 'America/Los_Angeles', 'Asia/Jerusalem', 'Asia/Beirut'];
    const [utc, ...others] = zones.map((TZ) =>
      execFileSync(process.execPath, ['--experimental-strip-types', '--input-type=module', '-e', script], {
        encoding: 'utf8',
        env: { ...process.env, TZ },
      }).split('|'),
    );
    expect(utc?.[0]).toBe('0');
    expect(new Set(others.map(([offset]) => offset)).size).toBeGreaterThan(3);
    for (const [, file] of others) expect(file).toBe(utc?.[1]);
    expect(readEvents(utc?.[1] ?? '')).toHaveLength(16);
  });

  it('hold two items that fall on the same day as two events', () => {
    const file = formatCalendar([event, { ...event, uid: 'day-4', title: 'x' }], options);
    expect(readEvents(file).map((one) => [readValue(one, 'uid'), String(readValue(one, 'dtstart'))])).toEqual([
      [event.uid, event.date],
      ['day-4', event.date],
    ]);
  });
});

describe('an export', () => {
  it('I05: keeps the UID of an event and raises its SEQUENCE from export to export', () => {
    const first = getSequence(undefined, Date.UTC(2026, 10, 21));
    const files = [first, getSequence(first, Date.UTC(2026, 10, 21))].map((sequence, hours) =>
      format({ title: `Version ${hours}` }, { sequence, stamp: new Date(Date.UTC(2026, 10, 21, hours)) }),
    );
    const [before, after] = files.map((file) => readEvents(file)[0]!);
    expect(readValue(after!, 'uid')).toBe(readValue(before!, 'uid'));
    expect(readValue(after!, 'sequence')).toBeGreaterThan(readValue(before!, 'sequence') as number);
  });

  it('I06: can be copied as text by a field that turns CRLF into LF', () => {
    const copied = format({ title: 'a\r\nb; שלום '.repeat(30) }).replaceAll('\r\n', '\n');
    expectOneEvent(copied, 'a\nb; שלום '.repeat(30), '');
  });

  it('leaves the day free and says who wrote it, when, in which language', () => {
    const file = format({ url: 'https://example.org/he/' });
    const [only] = readEvents(file);
    expect(readValue(only!, 'transp')).toBe('TRANSPARENT');
    expect(readValue(only!, 'url')).toBe('https://example.org/he/');
    expect(file).toContain('\r\nDTSTAMP:20261121T230509Z\r\n');
    expect(readValue(read(file), 'prodid')).toBe('-//after-the-mistake//plan//HE');
    expect(readValue(read(file), 'version')).toBe('2.0');
  });

  it('carries its name on one line, escaped', () => {
    const file = format({}, { name: 'a\r\nb; c, d\\e' });
    for (const property of ['NAME', 'X-WR-CALNAME']) expect(file).toContain(`\r\n${property}:a b\\; c\\, d\\\\e\r\n`);
  });

  it('carries addresses that lead to the same place, without characters that would be escaped', () => {
    const url = 'https://example.org/שלום/a;b?c=1,2&d=e f#g\\h;\u202e';
    const written = readValue(readEvents(format({ url }))[0]!, 'url') as string;
    expect(written).toBe(cleanAddress(url));
    expect(written).toMatch(/^[\x21-\x7e]+$/);
    expect(written).not.toMatch(/[;,\\]/);
    expect(decodeURIComponent(written)).toBe(url);
  });
});

describe('what cannot be an event', () => {
  it.each<[string, Partial<CalendarEvent>, RegExp]>([
    ['no uid', { uid: '' }, /``.*Use letters/],
    ['a uid with a line end', { uid: 'a\r\nSUMMARY:b' }, /Use letters/],
    ['a day that does not exist', { date: '2026-02-30' }, /`day-3-owned@example.org`.*`2026-02-30`.*YYYY-MM-DD/],
    ['no day', { date: '' }, /YYYY-MM-DD/],
    ['an address of this site alone', { url: '/he/' }, /`\/he\/`.*in full/],
    ['an address that is script', { url: 'javascript:alert(1)' }, /in full/],
  ])('is refused by name: %s', (_name, change, message) => {
    expect(() => format(change)).toThrow(RangeError);
    expect(() => format(change)).toThrow(message);
  });

  it('is refused: two with one uid, or none at all', () => {
    expect(() => formatCalendar([event, event], options)).toThrow(/Two calendar events have the uid `day-3-owned@example.org`/);
    expect(() => formatCalendar([], options)).toThrow(RangeError);
  });
});
