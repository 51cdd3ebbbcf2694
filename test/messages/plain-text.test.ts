import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanValue } from '../../src/messages/clean-value.ts';
import type { SlotValue } from '../../src/messages/fill-slots.ts';
import { formatHtml } from '../../src/messages/html-text.ts';
import { fillMessage, getEmptySlots, type TextLanguage } from '../../src/messages/message-text.ts';
import { formatPlainText, formatSubject } from '../../src/messages/plain-text.ts';
import { parseTemplate } from '../../src/messages/template.ts';
import { TEXTS } from '../support/hostile-inputs.ts';

const numRuns = process.env['FULL'] ? 10_000 : 200;
const he: TextLanguage = { lang: 'he', dir: 'rtl' };
const ar: TextLanguage = { lang: 'ar', dir: 'rtl' };
const en: TextLanguage = { lang: 'en', dir: 'ltr' };
const columns = { what: 'What', since: 'Since', checkedBy: 'Checked by' };

const write = (moves: readonly string[], values: Record<string, Partial<SlotValue>>, subject?: string) =>
  fillMessage(
    {
      subject: subject === undefined ? null : parseTemplate(subject),
      moves: moves.map((text, index) => ({ id: `m${index}`, template: parseTemplate(text), paragraph: index > 0 })),
    },
    (slot) => ({ kind: 'line', value: values[slot]?.value ?? slot, filled: slot in values, ...values[slot] }),
  );

test('parts paragraphs by an empty line', () => {
  expect(formatPlainText(write(['Hello.', 'Bye.'], {}), en)).toBe('Hello.\n\nBye.');
});

test('keeps the line breaks of a text, each line with its own direction', () => {
  const message = write(['בברכה,\n{name}'], { name: { value: 'Noa' } });
  expect(formatPlainText(message, he)).toBe('בברכה,\n\u200f\u2068Noa\u2069');
  expect(formatHtml(message, he)).toContain('<p>בברכה,<br><bdi>Noa</bdi></p>');
});

test('W05 writes an empty slot as its name in brackets, and names those that are empty once', () => {
  const message = write(['To {name}, {matter}.', '{name}'], {}, '{matter}');
  expect(formatPlainText(message, en)).toBe('To [name], [matter].\n\n[name]');
  expect(getEmptySlots(message)).toEqual(['matter', 'name']);
});

test.for([
  [he, 'דן'],
  [ar, 'سلمى'],
  [en, 'Noa'],
  [he, '4 במרץ 2026'],
  [en, '6 March 2026'],
  [en, '+972-50-123-4567'],
] as const)('leaves a value bare that is written as the text around it is', ([language, value]) => {
  expect(formatPlainText(write(['א {x}'], { x: { value } }), { ...language }).replace(/^[\u200e\u200f]/, '')).toBe(`א ${value}`);
});

test.for([
  [he, 'Bob (ext. 214)'],
  [he, 'דן (Bob'],
  [he, '+972-50-123-4567'],
  [he, 'سلمى'],
  [ar, 'دانة C++'],
  [ar, '2026'],
  [en, 'דן'],
  [en, 'Bob דן'],
  [he, '!!!'],
] as const)('W03 isolates a value that could turn the text or be turned by it: %s', ([language, value]) => {
  expect(formatPlainText(write(['x {x}'], { x: { value } }), language)).toContain(`\u2068${value}\u2069`);
});

test('W03 marks a line that begins with letters of the other direction', () => {
  expect(formatPlainText(write(['{x} שלום', 'שלום {x}'], { x: { value: 'Bob' } }), he)).toBe('\u200f\u2068Bob\u2069 שלום\n\nשלום \u2068Bob\u2069');
  expect(formatPlainText(write(['{x}, hello'], { x: { value: 'דן' } }), en)).toBe('\u200e\u2068דן\u2069, hello');
  expect(formatSubject(write([], { x: { value: 'Bob' } }, '{x}: עדכון'), he)).toBe('\u200f\u2068Bob\u2069: עדכון');
});

test('writes a table as lines, row by row, and as a table in HTML', () => {
  const rows = [
    { what: 'Two people read it', since: '4 March 2026', checkedBy: 'דן' },
    { what: 'A list', since: '', checkedBy: '' },
  ];
  const message = write(['Changed: {changes}'], { changes: { kind: 'list', value: '', rows } });
  expect(formatPlainText(message, en, columns)).toBe('Changed:\n\nWhat: Two people read it\nSince: 4 March 2026\nChecked by: \u2068דן\u2069\n\nWhat: A list');
  expect(formatHtml(message, en, columns)).toContain('<td><bdi>Two people read it</bdi></td><td><bdi>4 March 2026</bdi></td><td><bdi>דן</bdi></td>');
});

test('says language and direction in HTML and isolates every value, a phone from left to right', () => {
  const message = write(['שלום {x}, {phone}.'], { x: { value: 'Bob' }, phone: { kind: 'phone', value: '+972-50' } });
  expect(formatHtml(message, he)).toBe('<div dir="rtl" lang="he"><p>שלום <bdi>Bob</bdi>, <bdi dir="ltr">+972-50</bdi>.</p></div>');
});

test('W01 writes markup in a value as text', () => {
  for (const value of [TEXTS['script'], TEXTS['image'], TEXTS['closingTags'], TEXTS['entities'], TEXTS['doubleQuotedAttribute']]) {
    const html = formatHtml(write(['A {x} B'], { x: { value: value! } }), en);
    expect(html.replace(/<\/?(?:div|p|bdi)(?: dir="ltr" lang="en")?>/g, '')).not.toMatch(/[<>]/);
    expect(html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).toContain(value);
  }
});

test('holds for any value in any slot: the text around it is whole, the value letter for letter, every isolate closed', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom(...Object.values(TEXTS).filter((text) => text.length < 20_000)),
  );
  fc.assert(
    fc.property(anyText, anyText, fc.constantFrom(he, ar, en), (first, second, language) => {
      const [a, b] = [cleanValue(first), cleanValue(second)];
      const values = { ...(a ? { a: { value: a } } : {}), ...(b ? { b: { value: b } } : {}) };
      const plain = formatPlainText(write(['⟦0⟧ {a} ⟦1⟧ {b}⟦2⟧'], values), language);
      const bare = plain.replace(/[\u2068\u2069]/g, '').replace(/^[\u200e\u200f]/, '');
      expect(bare).toBe(`⟦0⟧ ${a || '[a]'} ⟦1⟧ ${b || '[b]'}⟦2⟧`);
      let depth = 0;
      for (const mark of plain.match(/[\u2068\u2069]/g) ?? []) {
        depth += mark === '\u2068' ? 1 : -1;
        expect([0, 1]).toContain(depth);
      }
      expect(depth).toBe(0);
    }),
    { numRuns },
  );
});
