import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type Casebook,
  emptyCasebook,
  eraseCase,
  getCaseIds,
  getField,
  getNote,
  getState,
  LATEST,
  setCurrent,
  setFields,
} from '../../src/checklists/casebook.ts';
import { ensureOrigin, formatCasebookFile, getPublicId, LARGEST_FILE, mergeImported, parseCasebookFile } from '../../src/checklists/casebook-file.ts';
import { formatCasebook, parseCasebook } from '../../src/checklists/casebook-format.ts';
import { revertChange } from '../../src/checklists/casebook-undo.ts';
import { anyCasebook, createCasebook, getPrototypeState, getValues, now, numRuns, timeout } from '../support/casebooks.ts';
import { STORED, TEXTS } from '../support/hostile-inputs.ts';

const date = new Date(now * 100);
const withOrigin = (casebook: Casebook, origin = 'k3x9m2') => ensureOrigin(casebook, () => origin);
const write = (casebook: Casebook) => formatCasebookFile(withOrigin(casebook), date);

/** What a file gives, which must be a good one. */
function readFile(text: string): Casebook {
  const reading = parseCasebookFile(text);
  if (reading.kind !== 'ok') throw new Error(`Read as ${reading.kind}: ${text.slice(0, 200)}`);
  return reading.casebook;
}

const own = createCasebook({
  first: {
    name: 'Dana',
    'state:no-but': 'done',
    'state:said-we': 'not-applicable',
    'note:no-but': 'call\nher',
    'start:ninety-days': '2026-11-25',
    'sequence:ninety-days': '2',
  },
  q1: { place: 'archived', 'state:no-but': 'open' },
  q2: { place: 'deleted', name: 'Omar', colour: 'blue' } as Record<string, string>,
});

describe('a file of all cases', () => {
  it('has the documented shape: what the browser stores, with ids that no other browser has', () => {
    const casebook = setCurrent(withOrigin(createCasebook({ first: { name: 'Dana', 'state:no-but': 'done' }, q1: { 'note:no-but': 'call' } })), 'first', now);
    expect(JSON.parse(write(casebook))).toEqual({
      ...{ format: 'after-the-mistake', version: 1, saved: date.toISOString() },
      casebook: {
        ...{ v: 2, origin: 'k3x9m2', current: ['first-k3x9m2', now], ids: ['no-but'] },
        cases: {
          'first-k3x9m2': { erased: 0, states: expect.stringMatching(/^0[0-9a-z]+D$/), fields: { name: ['Dana', now] } },
          q1: { erased: 0, states: '', fields: { 'note:no-but': ['call', now] } },
        },
      },
    });
  });

  it('begins with what it is, indented, one thing a line', () => {
    expect(write(own)).toMatch(/^\{\n {2}"format": "after-the-mistake",\n {2}"version": 1,\n {2}"saved": "2026/);
  });

  it('gives back any casebook, and pollutes no prototype', { timeout }, () => {
    const before = getPrototypeState();
    fc.assert(
      fc.property(anyCasebook, (casebook) => {
        const given = withOrigin(casebook);
        const read = readFile(write(given));
        expect(read).toEqual({
          ...given,
          current: [getPublicId(given, given.current[0]), given.current[1]],
          cases: new Map([...given.cases].map(([id, one]) => [getPublicId(given, id), one])),
        });
        expect(readFile(write(read))).toEqual(read);
      }),
      { numRuns },
    );
    expect(getPrototypeState()).toEqual(before);
  });

  it('counts its cases and marks, those that were erased left out', () => {
    expect(parseCasebookFile(write(eraseCase(own, 'q2', now)))).toMatchObject({ kind: 'ok', cases: 2, marks: 2 });
    expect(parseCasebookFile(write(emptyCasebook))).toMatchObject({ kind: 'ok', cases: 0, marks: 0 });
  });

  it('holds one case where a change of origin has left it there twice', () => {
    const twice = withOrigin(createCasebook({ first: { 'note:no-but': 'here' }, 'first-k3x9m2': { 'note:said-we': 'came back' } }));
    expect(getValues(readFile(write(twice)))).toEqual({ 'first-k3x9m2': { 'note:no-but': 'here', 'note:said-we': 'came back' } });
  });

  it('tells of an erased case only that it was erased', () => {
    const erased = write(eraseCase(own, 'first', now));
    expect(JSON.parse(erased).casebook.cases['first-k3x9m2']).toEqual({ erased: now, states: '', fields: { place: ['erased', now + 1] } });
    expect(erased).not.toContain('Dana');
  });

  it('holds words letter for letter, whatever they are (W01)', () => {
    const notes = Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [`note:${name}`, text]));
    const casebook = createCasebook({ q1: { ...notes, name: TEXTS['script'] as string, place: 'here' } });
    expect(getValues(readFile(write(casebook)))).toEqual(getValues(casebook));
  });

  it('of 10,000 ticks and as many words as people write is far smaller than the largest that is read (S20)', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 67 }, (_, index) => [
        [`state:item-number-${index}`, 'done'],
        [`note:item-number-${index}`, 'called, no answer'],
      ]).flat(),
    );
    const casebook = createCasebook(Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`q${index}`, fields])));
    expect(Buffer.byteLength(write(casebook))).toBeLessThan(LARGEST_FILE);
  });

  it('is not made of a casebook without an origin, whose cases have the same ids in every browser: the types forbid it', () => {
    expectTypeOf<Casebook>().not.toExtend<Parameters<typeof formatCasebookFile>[0]>();
    expectTypeOf<Casebook>().not.toExtend<Parameters<typeof getPublicId>[0]>();
    expect(write(own)).not.toMatch(/"first"/);
  });
});

describe('a file that cannot be used (S20)', () => {
  const good = write(own);

  it('cut at any character is called damaged (S20)', () => {
    for (let length = 0; length < good.trimEnd().length; length += 1)
      expect([length, parseCasebookFile(good.slice(0, length)).kind]).toEqual([length, 'damaged']);
  });

  it('edited so that a value is of another kind is called damaged, and nothing of it is used (S20)', () => {
    const edits: [string, string][] = [
      ['"version": 1', '"version": "1"'],
      ['"version": 1', '"version": 0'],
      ['"casebook": {', '"casebook": 5, "x": {'],
      ['"v": 2', '"v": "2"'],
      ['"v": 2', '"v": 1'],
      ['"origin": "k3x9m2"', '"origin": 5'],
      ['"ids": [', '"ids": 5, "x": ['],
      ['"cases": {', '"x": {'],
      ['"cases": {', '"cases": [], "x": {'],
      ['"cases": {', '"cases": {"a": null,'],
      ['"erased": 0', '"erased": "soon"'],
      ['"erased": 0', `"erased": ${LATEST}`],
      ['"states": "', '"states": "zz'],
      ['"states": "', '"states": 5, "x": "'],
      ['"fields": {', '"fields": [], "x": {'],
      ['"v": 2', `"v": 2, "x": ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ];
    for (const [from, to] of edits) {
      expect(good).toContain(from);
      expect([to.slice(0, 60), parseCasebookFile(good.replace(from, to)).kind]).toEqual([to.slice(0, 60), 'damaged']);
    }
  });

  it('edited with care is read: a name changed, blanks and a byte-order mark', () => {
    const file = JSON.parse(good);
    file.casebook.cases['first-k3x9m2'].fields.name[0] = 'Noa';
    const read = readFile(`\ufeff${JSON.stringify(file).replaceAll('":', '" :\r\n')}`);
    expect([getField(read, 'first-k3x9m2', 'name'), getState(read, 'first-k3x9m2', 'no-but')]).toEqual(['Noa', 'done']);
  });

  it('of a newer version is called so, whatever else it holds (S20)', () => {
    for (const version of ['2', '1.5', '1e999']) expect(parseCasebookFile(good.replace('"version": 1', `"version": ${version}`)).kind).toBe('newer');
    expect(parseCasebookFile('{"format":"after-the-mistake","version":7,"books":1}').kind).toBe('newer');
    expect(parseCasebookFile(good.replace('"v": 2', '"v": 3')).kind).toBe('newer');
  });

  it('that is another one altogether is called foreign: a picture, a text, the JSON of something else (S20)', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0xff, 0xfe, 0, 0xd8]);
    const picture = await new Blob([png]).text();
    const others = [
      picture,
      'PK\u0003\u0004',
      '%PDF-1.7',
      '<html></html>',
      'hello',
      '[]',
      '{}',
      'null',
      '5',
      '{"format":"other","version":1,"cases":[]}',
      formatCasebook(own),
    ];
    for (const text of others) expect([text.slice(0, 30), parseCasebookFile(text).kind]).toEqual([text.slice(0, 30), 'foreign']);
  });

  it('never makes it throw, whatever it holds, and leaves every prototype alone', { timeout }, () => {
    const before = getPrototypeState();
    for (const text of STORED) expect(['foreign', 'damaged']).toContain(parseCasebookFile(text).kind);
    const anyPart = fc.option(fc.jsonValue(), { nil: undefined });
    const anyOne = fc.record({
      erased: anyPart,
      states: anyPart,
      fields: fc.dictionary(fc.constantFrom('__proto__', 'note:a', 'state:a'), fc.oneof(fc.jsonValue(), fc.tuple(fc.string(), fc.nat()))),
      x: anyPart,
    });
    const anyCasebookPart = fc.record({
      v: fc.constantFrom(2, 3),
      cases: fc.dictionary(fc.constantFrom('q1', '__proto__', ''), anyOne),
      current: anyPart,
      rest: anyPart,
    });
    const anyFile = fc.record({
      format: fc.constant('after-the-mistake'),
      version: fc.constantFrom(1, 2),
      casebook: fc.oneof(anyCasebookPart, fc.jsonValue()),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          anyFile.map((file) => JSON.stringify(file)),
        ),
        (text) => {
          const reading = parseCasebookFile(text);
          if (reading.kind !== 'ok') return;
          const merged = mergeImported(own, reading.casebook);
          expect(parseCasebook(formatCasebook(merged))).toEqual({ kind: 'ok', casebook: merged });
        },
      ),
      { numRuns },
    );
    expect(getPrototypeState()).toEqual(before);
  });

  it('of 50 MB is larger than the largest that the caller reads (S20)', () => {
    const file = new Blob(Array.from({ length: 50 }, () => 'a'.repeat(1_000_000)));
    expect(file.size).toBeGreaterThan(LARGEST_FILE);
    expect(parseCasebookFile('{'.repeat(LARGEST_FILE)).kind).toBe('foreign');
  });
});

describe('reading a file in', () => {
  const given = withOrigin(own);
  const file = readFile(write(own));

  it('in the browser it comes from changes nothing', () => {
    expect(mergeImported(given, file)).toBe(given);
  });

  it('in another browser adds its cases and leaves the first one alone', () => {
    const other = withOrigin(createCasebook({ first: { name: 'Noa', 'state:no-but': 'open' } }), 'b7');
    const merged = mergeImported(other, file);
    expect(getValues(merged)).toEqual({
      first: { name: 'Noa', 'state:no-but': 'open' },
      'first-k3x9m2': { ...getValues(own)['first'], place: 'here' },
      q1: getValues(own)['q1'],
      q2: getValues(own)['q2'],
    });
    expect(merged.origin).toBe('b7');
  });

  it('gives the first case, and what took its place, their own ids back at home, by way of another browser too', () => {
    const two = setFields(setFields(given, 'first', [['place', 'archived']], now), 'first.2', [['name', 'second']], now);
    const away = mergeImported(withOrigin(emptyCasebook, 'b7'), readFile(write(two)));
    const changed = setFields(away, 'first.2-k3x9m2', [['note:no-but', 'from away']], now + 5);
    const home = mergeImported(two, readFile(write(changed)));
    expect([...home.cases.keys()]).toEqual(['first', 'q1', 'q2', 'first.2']);
    expect(getNote(home, 'first.2', 'no-but')).toBe('from away');
  });

  it('in an empty browser shows what it brings, the case shown last first', () => {
    const merged = mergeImported(emptyCasebook, readFile(write(setCurrent(given, 'first', now))));
    expect([getCaseIds(merged, 'here'), merged.current[0]]).toEqual([['first-k3x9m2'], 'first-k3x9m2']);
  });

  it('keeps both notes where they differ, the later state, and one’s own name, place and start', () => {
    const mine = setFields(
      createCasebook({ q1: { name: 'mine', place: 'here', 'note:a': 'my words', 'state:a': 'done', 'state:b': 'done', 'start:ninety-days': '2026-01-01' } }),
      'q2',
      [['name', '']],
      now,
    );
    const theirs = createCasebook(
      {
        q1: {
          name: 'theirs',
          place: 'archived',
          'note:a': 'their words',
          'note:b': 'more',
          'state:a': 'open',
          'start:ninety-days': '2027-01-01',
          'start:first-hour': '2027-02-02',
        },
        q2: { name: 'given' },
      },
      now + 1,
    );
    const earlier = setFields(theirs, 'q1', [], now);
    const merged = mergeImported(mine, setFields(earlier, 'q1', [['state:b', 'open']], 5));
    expect(getValues(merged)).toEqual({
      q1: {
        ...{ name: 'mine', place: 'here', 'note:a': 'my words\n\ntheir words', 'note:b': 'more', 'state:a': 'open', 'state:b': 'done' },
        ...{ 'start:ninety-days': '2026-01-01', 'start:first-hour': '2027-02-02' },
      },
      q2: { name: 'given' },
    });
  });

  it('erases nothing of one’s own, and brings back nothing that one has erased', () => {
    const erased = eraseCase(own, 'q2', now);
    expect(getValues(mergeImported(given, readFile(write(erased))))['q2']).toEqual(getValues(own)['q2']);
    const mine = withOrigin(erased);
    expect(getValues(mergeImported(mine, file))['q2']).toEqual({ place: 'erased' });
    const later = readFile(write(setFields(own, 'q2', [['note:no-but', 'written elsewhere since']], now + 1_000)));
    expect(getValues(mergeImported(mine, later))['q2']).toEqual({ place: 'erased' });
  });

  it('loses nothing of one’s own and changes nothing more when repeated, whatever both hold', { timeout }, () => {
    fc.assert(
      fc.property(anyCasebook, anyCasebook, (mine, theirs) => {
        const read = readFile(write(theirs));
        const merged = mergeImported(mine, read);
        expect(mergeImported(merged, read)).toBe(merged);
        expect(parseCasebook(formatCasebook(merged))).toEqual({ kind: 'ok', casebook: merged });
        for (const [id, { fields }] of mine.cases)
          for (const [name, [value, at]] of fields) {
            const [now, nowAt] = merged.cases.get(id)?.fields.get(name) ?? ['nothing', 0];
            if (name.startsWith('note:')) expect(now.startsWith(value.trimEnd())).toBe(true);
            else if (name.startsWith('state:')) expect(nowAt).toBeGreaterThanOrEqual(at);
            else if (value !== '') expect(now).toBe(value);
          }
      }),
      { numRuns },
    );
  });

  it('can be taken back: what it brought goes, cases to the deleted ones', () => {
    const mine = withOrigin(createCasebook({ q1: { 'note:no-but': 'mine' } }), 'b7');
    const theirs = createCasebook({ first: { 'state:no-but': 'done' }, q1: { 'note:no-but': 'theirs', name: 'Dana' } });
    const merged = mergeImported(mine, readFile(write(theirs)));
    const reverted = revertChange(merged, mine, merged, now);
    expect(getValues(reverted)).toMatchObject({ q1: { 'note:no-but': 'mine', name: '' }, 'first-k3x9m2': { place: 'deleted' } });
    expect(getCaseIds(reverted, 'here')).toEqual(['q1']);
  });
});
