import { describe, expect, it, vi } from 'vitest';
import { getAnalyser } from '../../src/search/analyser/analyse.ts';
import { createFinder, type Finder, type Found } from '../../src/search/finder.ts';
import type { IndexedThing } from '../../src/search/step-index.ts';

const thing = (kind: IndexedThing['kind'], id: string, title: string, more: Partial<IndexedThing> = {}): IndexedThing => ({
  kind,
  id,
  parent: '',
  title,
  summary: '',
  terms: [],
  steps: [],
  ...more,
});
const step = (id: string, title: string, summary = '', terms: readonly string[] = []): IndexedThing =>
  thing('step', id, title, { parent: 'own-up', summary, terms });
const create = (lang: string, ...things: readonly IndexedThing[]): Finder => createFinder({ lang, things }, getAnalyser(lang));
const getIds = (found: readonly Found[]): string[] => found.map(({ id }) => id);
const getMarked = ({ title, summary, marks }: Found): string[] => [
  ...marks.title.map(([start, end]) => title.slice(start, end)),
  ...marks.summary.map(([start, end]) => summary.slice(start, end)),
];

const things = [
  step('open', 'Open with an apology', 'Say once, in your first sentence, that you are sorry.', ['how to say sorry', 'apologise to a client']),
  step('offer', 'Offer compensation', 'Ask what would make it right.', ['refund', 'money back', 'discount for the client']),
  step('name', 'Name the mistake', 'Say exactly what went wrong.', ['tell the client the truth', 'missed deadline']),
  thing('item', 'apology-first', 'The apology came in the first sentence', { parent: 'talk', steps: ['open'] }),
  thing('item', 'mistake-named', 'The mistake was named', { parent: 'talk', steps: ['name'] }),
  thing('checklist', 'talk', 'While you talk', { summary: 'Ten things.' }),
  thing('message', 'sorry-mail', 'E-mail with an apology', { summary: 'A short one.', steps: ['open'] }),
  thing('phase', 'own-up', 'Own up to the client', { terms: ['admit it'] }),
  thing('term', 'compensation', 'compensation', { terms: ['indemnity'] }),
];
const english = create('en', ...things);

describe('the finder', () => {
  it('puts first what has most of the query, though no word must be there', () => {
    expect(getIds(english.find('please help me tell a client the truth'))[0]).toBe('name');
    expect(getIds(english.find('xyzzy compensation'))[0]).toBe('offer');
  });

  it('forgives a slip of the finger and waits for the end of the last word', () => {
    expect(getIds(english.find('compansation'))[0]).toBe('offer');
    expect(getIds(english.find('apolgoy'))[0]).toBe('open');
    expect(getIds(english.find('compens'))[0]).toBe('offer');
    expect(getIds(english.find('missed dea'))[0]).toBe('name');
  });

  it('puts a step before its items, lists and messages, and shows those below it', () => {
    const [first, ...rest] = english.find('apology');
    expect(first?.id).toBe('open');
    expect(first && getIds(first.related)).toEqual(['sorry-mail', 'apology-first', 'talk']);
    expect(getIds(rest)).not.toContain('apology-first');
    expect(getIds(rest)).not.toContain('sorry-mail');
  });

  it('puts the item that matches best first among what belongs to a step', () => {
    expect(getIds(english.find('apology came in the first sentence')[0]?.related ?? [])[0]).toBe('apology-first');
  });

  it('shows an item by itself where its step has no words in this language', () => {
    const finder = create('it', thing('item', 'scuse-prima', 'Le scuse sono venute prima', { parent: 'colloquio', steps: ['apri-con-le-scuse'] }));
    expect(finder.find('scuse')[0]).toMatchObject({ kind: 'item', id: 'scuse-prima', parent: 'colloquio' });
  });

  it('puts the steps that a term of the glossary names before the term', () => {
    const found = english.find('indemnity');
    expect(getIds(found)).toEqual(['offer', 'compensation']);
    expect(found[0]?.marks.title).toEqual([[6, 18]]);
  });

  it('leads from the name of a phase to its steps', () => {
    expect(english.find('admit it')[0]).toMatchObject({ kind: 'step', parent: 'own-up' });
  });

  it('says by which authored term it found something where title and summary do not show it', () => {
    expect(english.find('refund')[0]).toMatchObject({ id: 'offer', via: 'refund' });
    expect(english.find('compensation')[0]?.via).toBeUndefined();
  });

  it('marks whole words in title and summary, in every form, and none that only join others', () => {
    expect(getMarked(english.find('how to apologise')[0]!)).toEqual(['apology']);
    expect(getMarked(english.find('what went wrong')[0]!)).toEqual(['went', 'wrong']);
    const hebrew = create('he', step('open', 'פתחו בהִתְנַצְּלוּת', 'התנצלו ללקוח.'));
    expect(getMarked(hebrew.find('התנצלות ללקוחות')[0]!)).toEqual(['בהִתְנַצְּלוּת', 'התנצלו', 'ללקוח']);
    const arabic = create('ar', step('open', 'ابدأ بالاعتـذار', 'قُل إنّك آسف.'));
    expect(getMarked(arabic.find('اعتذار')[0]!)).toEqual(['بالاعتـذار']);
  });

  it('calls an answer weak that has little of the query', () => {
    expect(english.find('apology')[0]?.isWeak).toBe(false);
    expect(english.find('quarterly tax apology spreadsheet formatting')[0]?.isWeak).toBe(true);
  });

  it('finds nothing rather than anything for words it does not know', () => {
    expect(english.find('zzzzqqqq')).toEqual([]);
    expect(english.find('שלום')).toEqual([]);
    expect(create('en').find('apology')).toEqual([]);
  });

  it('gives as many answers as are asked for, the same every time', () => {
    expect(english.find('client', 2)).toHaveLength(2);
    expect(english.find('client sorry')).toEqual(english.find('client sorry'));
  });

  it('gives a thing by its id, and nothing for one it does not have', () => {
    expect(english.get('offer')).toMatchObject({ kind: 'step', id: 'offer', parent: 'own-up', title: 'Offer compensation' });
    expect(english.get('gone')).toBeUndefined();
  });

  it('finds the same for every way in which a word may be written (F05)', () => {
    const hebrew = create('he', step('lawyer', 'התייעצו עם עו״ד'), step('chance', 'בקשו הזדמנות שנייה'), step('client', 'חזרו ללקוח'));
    for (const query of ['לקוח', 'לָקוֹחַ', 'לקו\u05b7ח'.normalize('NFD'), 'הלקוח', 'ולקוח', 'בלקוח', 'ללקוח', '־לקוח־', '\u200fלקוח\u200f'])
      expect(getIds(hebrew.find(query))[0], query).toBe('client');
    for (const query of ['עו״ד', 'עו"ד', "עו''ד", 'עו”ד', 'לעו"ד']) expect(getIds(hebrew.find(query))[0], query).toBe('lawyer');
    for (const query of ['הזדמנות־שנייה', 'הזדמנות-שניה', 'הזדמנותשניה'.replace('ת', 'ת ')]) expect(getIds(hebrew.find(query))[0], query).toBe('chance');
    const arabic = create('ar', step('open', 'ابدأ بالاعتذار'), step('duty', 'تحمّل المسؤولية'), step('chance', 'اطلب فرصة أخرى'));
    for (const query of ['اعتذار', 'إعتذار', 'اِعْتِذَار', 'اعتـــذار', 'الاعتذار', 'والاعتذار', 'ﺍﻋﺘﺬﺍﺭ'])
      expect(getIds(arabic.find(query))[0], query).toBe('open');
    for (const query of ['مسؤولية', 'مسئولية', 'المسؤليه', 'مسوولية']) expect(getIds(arabic.find(query))[0], query).toBe('duty');
    for (const query of ['فرصة', 'فرصه', 'فرصة اخرى', 'فرصه اخري']) expect(getIds(arabic.find(query))[0], query).toBe('chance');
  });

  it('takes any query, long, empty, only marks, markup, right-to-left override, and looks at its beginning alone (F06)', () => {
    const analyse = vi.fn(getAnalyser('en'));
    const finder = createFinder({ lang: 'en', things }, analyse);
    const looked = vi.spyOn(finder.postings.keys, 'get');
    const getWork = (query: string) => {
      analyse.mockClear();
      looked.mockClear();
      const found = finder.find(query);
      return { found, texts: analyse.mock.calls.map(([text]) => text), lookups: looked.mock.calls.length };
    };
    const many = Array.from({ length: 1_250 }, (_, index) => `apology${index.toString(36)}`).join(' ');
    const queries = [
      '',
      '   ',
      '\u05b7\u05b8',
      '״״״',
      '<b>apology</b>',
      '\u202eyggolopa',
      'apology '.repeat(1_250),
      many,
      'a'.repeat(10_000),
      "l'".repeat(5_000),
      '\ud800',
    ];
    for (const query of queries) {
      const { found, texts, lookups } = getWork(query);
      expect(found.length, query.slice(0, 20)).toBeLessThanOrEqual(8);
      // The query, and at most once the name of a term that it leads to.
      expect([texts[0], texts.length <= 2, texts.every((text) => text.length <= 1_000)]).toEqual([query.slice(0, 1_000), true, true]);
      expect(lookups, query.slice(0, 20)).toBeLessThanOrEqual(24 * 5);
    }
    expect(getWork(many).lookups).toBe(getWork(`${many.split(' ').slice(0, 24).join(' ')} `).lookups);
    expect(getIds(finder.find('apology '.repeat(1_250)))[0]).toBe('open');
    expect(getIds(finder.find('<b>apology</b>'))[0]).toBe('open');
    expect(finder.find('   ')).toEqual([]);
  });
});
