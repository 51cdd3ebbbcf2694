import { describe, expect, test } from 'vitest';
import { type Locale, localeTable } from '../../src/i18n/locales.ts';
import { checkMessage } from '../../src/messages/check-message.ts';
import { countWords } from '../../src/messages/count-words.ts';
import type { FactKind } from '../../src/messages/fact-kinds.ts';
import { getSlotName } from '../../src/messages/fact-kinds.ts';
import type { SlotValue } from '../../src/messages/fill-slots.ts';
import { formatValue } from '../../src/messages/format-value.ts';
import { fillMessage, getEmptySlots } from '../../src/messages/message-text.ts';
import { formatPlainText, formatSubject } from '../../src/messages/plain-text.ts';
import { parseTemplate } from '../../src/messages/template.ts';
import { getContentIds, readStructure } from '../support/content-files.ts';

interface Structure {
  wordLimit?: number;
  subject?: string[];
  moves: { id: string; slots: string[]; paragraph?: boolean }[];
}
interface Words {
  subject?: Record<string, string>;
  texts: Record<string, Record<string, string>>;
  moves: Record<string, string>;
  searchTerms: string[];
}
interface Fact {
  kind: FactKind;
  optional?: boolean;
  example?: string;
  since?: string[];
  past?: boolean;
}
interface FactWords {
  example?: string;
  rows?: { what: string; checkedBy: string }[];
  columns?: Record<'what' | 'since' | 'checkedBy', string>;
}

const readWords = (folder: string, id: string, locale: Locale) => readStructure(folder, id, `${locale}.yaml`) as unknown;
const published = localeTable.filter((row) => row.published);
const messages = getContentIds('messages').map((id) => ({ id, ...(readStructure('messages', id, 'message.yaml') as unknown as Structure) }));
const facts = new Map(getContentIds('facts').map((id) => [getSlotName(id), { id, ...(readStructure('facts', id, 'fact.yaml') as unknown as Fact) }]));
const texts = messages.flatMap((message) =>
  published.flatMap((row) => {
    const words = readWords('messages', message.id, row.id) as Words;
    return row.forms.map((form) => ({ name: `${message.id} ${row.id} ${form}`, message, row, form, words }));
  }),
);

/** Three sets of facts: those of the finished example, the shortest there can be, and long ones in foreign letters. */
function createValues(locale: Locale, set: 'example' | 'short' | 'foreign'): (slot: string) => SlotValue {
  const { format } = localeTable.find(({ id }) => id === locale)!;
  return (slot) => {
    const fact = facts.get(slot)!;
    const words = readWords('facts', fact.id, locale) as FactWords;
    const { kind } = fact;
    const foreign = locale === 'he' || locale === 'ar' ? 'Jean-Baptiste Großmann & Søn (Zürich), C++ 3.0' : 'שירלי אבו־רביע (חיפה) وسلمى';
    const rows = (words.rows ?? []).map((row, index) => ({ ...row, since: formatValue('date', fact.since?.[index] ?? '', format) }));
    if (kind === 'list') return { kind, value: '', filled: true, rows: set === 'short' ? rows.slice(0, 1) : rows };
    const own = formatValue(kind, fact.example ?? words.example ?? '', format);
    const isWorded = kind === 'line' || kind === 'phrase' || kind === 'sentence';
    return { kind, filled: true, value: !isWorded || set === 'example' ? own : set === 'short' ? 'X' : foreign };
  };
}

const build = ({ message, form, words }: (typeof texts)[number], getValue: (slot: string) => SlotValue) =>
  fillMessage(
    {
      subject: words.subject ? parseTemplate(words.subject[form] ?? '') : null,
      moves: message.moves.map(({ id, paragraph = false }) => ({ id, paragraph, template: parseTemplate(words.texts[form]?.[id] ?? '') })),
    },
    getValue,
  );

test('there are seven messages, each in every language and address form', () => {
  expect(messages).toHaveLength(7);
  expect(texts).toHaveLength(7 * (3 + 3 + 3 + 1));
});

describe.for(texts)('$name', (text) => {
  const { message, row, form, words } = text;

  test('has every move, each with its slots', () => {
    expect(Object.keys(words.texts[form] ?? {})).toEqual(message.moves.map(({ id }) => id));
    expect(Object.keys(words.moves)).toEqual(message.moves.map(({ id }) => id));
    for (const { id, slots } of message.moves) {
      const used = [...(words.texts[form]?.[id] ?? '').matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot);
      expect(slots.filter((slot) => !facts.get(slot)?.optional && !used.includes(slot))).toEqual([]);
      expect(used.filter((slot) => !slots.includes(slot!))).toEqual([]);
    }
  });

  test('keeps within its limit with the example facts', () => {
    expect(countWords(build(text, createValues(row.id, 'example')), row.lang)).toBeLessThanOrEqual(message.wordLimit ?? 250);
  });

  test.for(['example', 'short', 'foreign'] as const)('reads without a gap with %s facts', (set) => {
    const filled = build(text, createValues(row.id, set));
    const language = { lang: row.lang, dir: row.dir };
    const columns = { what: 'A', since: 'B', checkedBy: 'C' };
    const plain = `${formatSubject(filled, language)}\n\n${formatPlainText(filled, language, columns)}`.replace(/[\u200e\u200f\u2068\u2069]/g, '');
    expect(getEmptySlots(filled)).toEqual([]);
    expect(plain).not.toMatch(/[{}]|\[\[|\]\]/);
    expect(plain).not.toMatch(/ {2}| [.,;:!?،؛؟]|\.\.(?!\.)|,,|:\s*\./);
  });

  test('reads without a gap where what is optional stays empty', () => {
    const filled = build(text, (slot) => (facts.get(slot)?.optional ? { kind: 'line', value: slot, filled: false } : createValues(row.id, 'example')(slot)));
    const plain = formatPlainText(filled, { lang: row.lang, dir: row.dir }, { what: 'A', since: 'B', checkedBy: 'C' });
    expect(getEmptySlots(filled)).toEqual([]);
    expect(plain).not.toMatch(/ {2}| [.,;:!?،؛؟]|^[ ,،]/m);
  });

  test('is signed on a line of its own, where it is sent', () => {
    const lines = formatPlainText(build(text, createValues(row.id, 'example')), { lang: row.lang, dir: row.dir }).split('\n');
    const signature = createValues(row.id, 'example')('speakerName').value;
    expect(lines.at(-1) === signature).toBe(words.subject !== undefined);
  });

  test('its example gives the checks nothing to say', () => {
    const entries = [...facts.values()].map(({ id, kind, example, past = false }) => {
      const own = readWords('facts', id, row.id) as FactWords;
      return {
        fact: id,
        kind,
        past,
        lang: row.lang,
        entry: example ?? own.example ?? (own.rows ?? []).map(({ what, checkedBy }) => `${what}\n${checkedBy}`).join('\n'),
      };
    });
    const filled = build(text, createValues(row.id, 'example'));
    expect(
      checkMessage({
        message: filled,
        lang: row.lang,
        wordLimit: message.wordLimit,
        entries: entries.filter(({ kind }) => kind !== 'date' && kind !== 'moment'),
        today: '2026-03-04',
      }),
    ).toEqual([]);
  });
});

test('no search term stands in two messages of a language', () => {
  for (const { id } of published) {
    const terms = messages.flatMap((message) => (readWords('messages', message.id, id) as Words).searchTerms);
    expect([id, terms.filter((term, index) => terms.indexOf(term) !== index)]).toEqual([id, []]);
  }
});
