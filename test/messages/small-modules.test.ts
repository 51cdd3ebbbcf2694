import { describe, expect, test } from 'vitest';
import { FIRST_CASE } from '../../src/checklists/casebook.ts';
import { getEntry, getRows, getSlotValue } from '../../src/messages/fact-entries.ts';
import { type AskedFact, parseRows } from '../../src/messages/fact-keys.ts';
import { getGateQuestions } from '../../src/messages/gate.ts';
import { formatMailAddress } from '../../src/messages/mail-address.ts';
import { getDates } from '../../src/messages/message-dates.ts';
import { createTabKeeper, UNMADE_CASE } from '../../src/messages/tab-facts.ts';
import { createFakeStorage } from '../support/fake-storage.ts';
import { STORED, TEXTS } from '../support/hostile-inputs.ts';

const fact = (id: string, kind: AskedFact['kind'], past = false): AskedFact => ({ id, slot: id, kind, past, title: `The ${id}` });

describe('entries', () => {
  const entries = new Map([
    ['fact:mistake', 'We sent it.'],
    ['fact:mistake:he', 'שלחנו.'],
    ['fact:impact', 'two days'],
    ['fact:impact:he', '  '],
    ['fact:changes', JSON.stringify([{ what: 'A list', since: '2026-03-04', checkedBy: 'Noa' }])],
    ['fact:changes:he', JSON.stringify([{ what: 'רשימה', checkedBy: '' }])],
  ]);

  test('are those in the client’s language where there are any, else the reader’s own', () => {
    expect(getEntry(entries, 'mistake', 'he')).toBe('שלחנו.');
    expect(getEntry(entries, 'mistake', 'ar')).toBe('We sent it.');
    expect(getEntry(entries, 'impact', 'he')).toBe('two days');
    expect(getEntry(entries, 'cause')).toBe('');
  });

  test('of a list are taken cell by cell', () => {
    expect(getRows(entries, 'changes', 'he')).toEqual([{ what: 'רשימה', since: '2026-03-04', checkedBy: 'Noa' }]);
    expect(getSlotValue(entries, fact('changes', 'list'), 'x', 'he', 'he')).toEqual({
      kind: 'list',
      value: '',
      filled: true,
      rows: [{ what: 'רשימה', since: '4 במרץ 2026', checkedBy: 'Noa' }],
    });
  });

  test('show the name of the fact where they say nothing', () => {
    expect(getSlotValue(entries, fact('cause', 'sentence'), 'The cause', 'en-GB')).toEqual({ kind: 'sentence', value: 'The cause', filled: false });
    expect(getSlotValue(new Map([['fact:changes', '[{"what":" "}]']]), fact('changes', 'list'), 'Changes', 'en-GB').filled).toBe(false);
  });

  test('that nobody wrote are no rows', () => {
    for (const stored of [...STORED, '[null]', '[1]', '[{"what":1}]'])
      expect(parseRows(stored).every(({ what, since, checkedBy }) => what + since + checkedBy === '')).toBe(true);
  });
});

describe('the keeper of a tab', () => {
  test('keeps entries apart by case', () => {
    const storage = createFakeStorage();
    createTabKeeper('a', () => storage).write(new Map([['fact:mistake', 'A']]));
    createTabKeeper('b', () => storage).write(
      new Map([
        ['fact:mistake', 'B'],
        ['fact:impact', ''],
      ]),
    );
    expect([...createTabKeeper('a', () => storage).read()]).toEqual([['fact:mistake', 'A']]);
    expect([...createTabKeeper('b', () => storage).read()]).toEqual([['fact:mistake', 'B']]);
  });

  test('reads nothing from what it did not write, and says so where nothing can be kept', () => {
    for (const stored of STORED) {
      const keeper = createTabKeeper('a', () => ({ getItem: () => stored, setItem: () => undefined }));
      expect([...keeper.read()]).toEqual([]);
    }
    const blocked = createTabKeeper('a', () => {
      throw new DOMException('no', 'SecurityError');
    });
    expect([...blocked.read()]).toEqual([]);
    expect(blocked.write(new Map([['fact:mistake', 'A']]))).toBe(false);
  });

  test('calls the case that nobody made as the casebook does', () => {
    expect(UNMADE_CASE).toBe(FIRST_CASE);
  });
});

describe('a mail address', () => {
  test('holds subject and text, with the line ends that mail has', () => {
    const { href, isWhole } = formatMailAddress('List & more', 'One?\n\nTwo');
    expect(isWhole).toBe(true);
    expect(href).toBe('mailto:?subject=List%20%26%20more&body=One%3F%0D%0A%0D%0ATwo');
  });

  test('leaves the text out where it would be too long to be safe', () => {
    const { href, isWhole } = formatMailAddress('List', 'א'.repeat(400));
    expect([href, isWhole]).toEqual(['mailto:?subject=List', false]);
  });

  test('W04 W06 is never too long, holds no half characters and throws on nothing', () => {
    for (const text of Object.values(TEXTS)) {
      const { href } = formatMailAddress(text, text);
      expect(href.length).toBeLessThanOrEqual(1900);
      expect(() => decodeURIComponent(href)).not.toThrow();
    }
  });
});

describe('the dates of a message', () => {
  const facts = [fact('mistake-date', 'date', true), fact('fix-date', 'date'), fact('time-a', 'moment'), fact('review-date', 'date')];

  test('are those that lie ahead, each with what it is for', () => {
    const entries = new Map([
      ['fact:matter', 'The price list'],
      ['fact:mistake-date', '2026-03-20'],
      ['fact:fix-date', '2026-03-14'],
      ['fact:time-a', '2026-03-16T09:30'],
      ['fact:review-date', '2026-03-01'],
    ]);
    expect(getDates(entries, facts, 'en-GB', '2026-03-14')).toEqual([
      { fact: 'fix-date', date: '2026-03-14', title: 'The fix-date · The price list' },
      { fact: 'time-a', date: '2026-03-16', title: 'The time-a · 09:30 · The price list' },
    ]);
  });

  test('are none of what is no date', () => {
    expect(
      getDates(
        new Map([
          ['fact:fix-date', '2026-02-30'],
          ['fact:time-a', '2026-03-16'],
        ]),
        facts,
        'en-GB',
        '2026-01-01',
      ),
    ).toEqual([]);
  });
});

test('the questions about the law are those that lead to a lawyer, from the first on', () => {
  const question = (id: string, yes: string, no: string, first = false) => ({
    kind: 'question' as const,
    id,
    yes,
    no,
    notSure: no,
    first,
    lawyerIfNotSure: true,
  });
  const nodes = [
    question('b', 'legal-first', 'c'),
    question('a', 'legal-first', 'b', true),
    question('c', 'serious', 'a'),
    { kind: 'outcome' as const, id: 'legal-first' },
  ];
  expect(getGateQuestions(nodes).map(({ id }) => id)).toEqual(['a', 'b']);
});
