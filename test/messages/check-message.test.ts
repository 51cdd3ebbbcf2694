import { afterEach, describe, expect, test, vi } from 'vitest';
import { type CheckedEntry, checkMessage, type Notice } from '../../src/messages/check-message.ts';
import { LONGEST_VALUE } from '../../src/messages/clean-value.ts';
import { fillMessage } from '../../src/messages/message-text.ts';
import { parseTemplate } from '../../src/messages/template.ts';

const empty = fillMessage({ subject: null, moves: [] }, () => ({ kind: 'line', value: '', filled: true }));
const entry = (fact: string, text: string, lang = 'en', kind: CheckedEntry['kind'] = 'sentence', past = false): CheckedEntry => ({
  fact,
  kind,
  entry: text,
  lang,
  past,
});
const check = (...entries: CheckedEntry[]): Notice[] => checkMessage({ message: empty, lang: 'en', wordLimit: undefined, entries, today: '2026-03-14' });
const kinds = (...entries: CheckedEntry[]) => check(...entries).map(({ kind }) => kind);

afterEach(() => void vi.restoreAllMocks());

test('finds nothing in facts as they should be', () => {
  expect(
    check(
      entry('mistake', 'On Tuesday 3 March 2026 we sent your dealers last year’s price list.'),
      entry('fix-done', 'הרשימה הנכונה נשלחה לכל המשווקים.', 'he'),
      entry('measure', 'Due persone leggono ogni bozza prima che parta.', 'it'),
      entry('cause', 'فُتح الملف القديم لأن اسمه بلا تاريخ.', 'ar'),
      entry('fix-date', '2026-03-20', 'en', 'date'),
      entry('contact-phone', '03-04-05', 'en', 'phone'),
    ),
  ).toEqual([]);
});

describe.for([
  ['en', 'excuse', 'We sent it late, but the printer was down.', 'but'],
  ['en', 'absolute', 'It will never happen again.', 'will never happen again'],
  ['en', 'culprit', 'Our new colleague opened the wrong file.', 'Our new colleague'],
  ['en', 'culprit', 'That was Anna’s mistake.', 'Anna’s mistake'],
  ['en', 'blame', 'You should have checked the proof.', 'You should have'],
  ['en', 'year', 'We sent it on 3/4 to everybody.', '3/4'],
  ['it', 'excuse', 'Abbiamo spedito tardi, però la stampante era rotta.', 'però'],
  ['it', 'absolute', 'Non succederà mai più.', 'Non succederà mai più'],
  ['it', 'culprit', 'La nuova collega ha aperto il file sbagliato.', 'La nuova collega'],
  ['it', 'blame', 'Avreste dovuto controllare, avreste dovuto scrivere.', 'avreste dovuto'],
  ['it', 'year', 'Spedito il 3.4 a tutti.', '3.4'],
  ['he', 'excuse', 'שלחנו באיחור, אבל המדפסת התקלקלה.', 'אבל'],
  ['he', 'absolute', 'זה לעולם לא יקרה שוב.', 'לעולם לא'],
  ['he', 'culprit', 'העובדת החדשה שלנו פתחה קובץ ישן.', 'העובדת החדשה שלנו'],
  ['he', 'blame', 'הייתם צריכים לבדוק.', 'הייתם צריכים'],
  ['he', 'year', 'נשלח ב־3.4 לכולם.', '3.4'],
  ['ar', 'excuse', 'أرسلناها متأخرة، ولكنّ الطابعة تعطّلت.', 'ولكن'],
  ['ar', 'absolute', 'لن يتكرّر هذا أبدًا.', 'لن يتكرر هذا أبدا'],
  ['ar', 'culprit', 'فتحت الموظفة الجديدة ملفًا قديمًا.', 'الموظفة الجديدة'],
  ['ar', 'blame', 'كان عليكم أن تراجعوا.', 'كان عليكم'],
  ['ar', 'year', 'أُرسلت في 3/4 إلى الجميع.', '3/4'],
] as const)('in %s', ([lang, kind, text, found]) => {
  test(`says “${kind}” of “${text}”`, () => {
    expect(check(entry('mistake', text, lang))).toContainEqual({ kind, fact: 'mistake', found });
  });
});

test('reads words in the language of their letters, whatever the form is in', () => {
  expect(kinds(entry('measure', 'זה לעולם לא יקרה שוב.', 'en'))).toEqual(['absolute']);
  expect(kinds(entry('measure', 'It will never happen again.', 'he'))).toEqual(['absolute']);
});

test('takes part of a word for no word', () => {
  expect(kinds(entry('mistake', 'The butter was late. Attribute it to us.'))).toEqual([]);
  expect(kinds(entry('mistake', 'La mamma e il programma.', 'it'))).toEqual([]);
  expect(kinds(entry('mistake', 'אבלים הגיעו', 'he'))).toEqual([]);
});

test('leaves a colleague in peace where one is named for good: as contact, as who checks', () => {
  expect(kinds(entry('checked-by', 'our colleague Anna, every Friday', 'en', 'phrase'))).toEqual([]);
});

test('finds the name of a contact in what went wrong', () => {
  expect(check(entry('mistake', 'Anna sent the old list.'), entry('contact-name', 'Anna Levi, manager', 'en', 'line'))).toEqual([
    { kind: 'culprit', fact: 'mistake', found: 'Anna' },
  ]);
  expect(kinds(entry('mistake', 'Annabel sent it.'), entry('contact-name', 'Anna Levi', 'en', 'line'))).toEqual([]);
});

test('finds a day that has passed where it should lie ahead, and the reverse; today is neither', () => {
  expect(check(entry('fix-date', '2026-03-13', 'en', 'date'))).toEqual([{ kind: 'past', fact: 'fix-date' }]);
  expect(check(entry('time-a', '2026-03-13T10:00', 'en', 'moment'))).toEqual([{ kind: 'past', fact: 'time-a' }]);
  expect(check(entry('mistake-date', '2026-03-15', 'en', 'date', true))).toEqual([{ kind: 'future', fact: 'mistake-date' }]);
  expect(check(entry('fix-date', '2026-03-14', 'en', 'date'), entry('mistake-date', '2026-03-14', 'en', 'date', true))).toEqual([]);
});

test('takes a date with its year or the name of its month for certain', () => {
  expect(kinds(entry('mistake', 'On 3 March, and 03/04/2026; version 1.2.3; at 9.10 and 10.30.'))).toEqual([]);
  expect(kinds(entry('mistake', 'Il 3 marzo 2026.', 'it'), entry('cause', 'ב־3 במרץ 2026', 'he'), entry('impact', 'في 3 مارس 2026', 'ar'))).toEqual([]);
});

test('W05 counts the slots that are empty, and words over the limit', () => {
  const message = fillMessage({ subject: null, moves: [{ id: 'm', paragraph: false, template: parseTemplate('One two {a} {b} {a}.') }] }, (slot) =>
    slot === 'a' ? { kind: 'line', value: 'name', filled: false } : { kind: 'line', value: 'x', filled: true },
  );
  expect(checkMessage({ message, lang: 'en', wordLimit: 4, entries: [], today: '2026-03-14' })).toEqual([
    { kind: 'empty', count: 1 },
    { kind: 'long', count: 5 },
  ]);
});

test('W04 says that only the beginning of a very long entry is used, and looks at no more of it than its length and ten characters', () => {
  const text = `but ${'a'.repeat(100_000)}`;
  const looked: string[] = [];
  const long = {
    get length() {
      looked.push('length');
      return text.length;
    },
    slice(start: number, end: number) {
      looked.push(`${start}–${end}`);
      return text.slice(start, end);
    },
    toString() {
      looked.push('all');
      return text;
    },
  } as string;
  expect(check(entry('mistake', long))).toEqual([{ kind: 'cut', fact: 'mistake', count: LONGEST_VALUE }]);
  expect(looked).toEqual(['0–10', 'length']);
});

describe('W04 looks through an entry of the greatest length at most three times for each of the five rules', () => {
  test.for(['a', 'but ', 'נ', 'أ ', '1/', 'un ', 'Anna’s '])('%j', (text) => {
    const long = text.repeat(LONGEST_VALUE / text.length);
    for (const lang of ['en', 'it', 'he', 'ar']) {
      let looks = 0;
      const native = RegExp.prototype.exec;
      const watched = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, any) {
        // What else is looked at, such as one letter, is no work.
        if (any.length > LONGEST_VALUE / 2) looks += 1;
        return native.call(this, any);
      });
      const found = kinds(entry('mistake', long, lang));
      watched.mockRestore();
      // Latin letters are read as English where the form is in another script.
      expect([lang, found]).toEqual([lang, text === 'but ' && lang !== 'it' ? ['excuse'] : []]);
      expect(looks, lang).toBeLessThanOrEqual(15);
    }
  });
});
