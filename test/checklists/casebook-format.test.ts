import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { root } from '../../src/build/run-astro.ts';
import { type Casebook, emptyCasebook, getNote, getState, LATEST, type Stamped, setFields } from '../../src/checklists/casebook.ts';
import { formatCasebook, parseCasebook, VERSION } from '../../src/checklists/casebook-format.ts';
import { mergeCasebooks } from '../../src/checklists/casebook-merge.ts';
import { parseVersion1 } from '../../src/checklists/casebook-v1.ts';
import { anyCasebook, createCasebook, getPrototypeState, now, numRuns, read, timeout } from '../support/casebooks.ts';
import { readStructure } from '../support/content-files.ts';
import { STORED } from '../support/hostile-inputs.ts';
import { createRandom } from '../support/seeded-random.ts';

describe('a stored casebook', () => {
  it('comes back as it went in, whatever it holds', { timeout }, () => {
    fc.assert(
      fc.property(anyCasebook, (casebook) => {
        expect(parseCasebook(formatCasebook(casebook))).toEqual({ kind: 'ok', casebook });
      }),
      { numRuns },
    );
  });

  it('is empty where nothing is stored', () => {
    expect(parseCasebook(null)).toEqual({ kind: 'ok', casebook: emptyCasebook });
  });

  it('has the documented shape', () => {
    const casebook = { ...createCasebook({ first: { 'state:said-we': 'done', 'note:no-but': 'call back' } }), origin: 'k3x9' };
    const more = setFields(casebook, 'first', [['state:no-but', 'not-applicable']], now + 34);
    expect(JSON.parse(formatCasebook(more))).toEqual({
      v: 2,
      origin: 'k3x9',
      current: ['', 0],
      ids: ['no-but', 'said-we'],
      cases: { first: { erased: 0, states: '188uysn4D0yN', fields: { 'note:no-but': ['call back', now] } } },
    });
  });

  it('tells items apart where there are more than two digits can count', () => {
    const ids = Array.from({ length: 8_000 }, (_, index) => `item-${index}`);
    const casebook = createCasebook({ first: Object.fromEntries(ids.map((id, index) => [`state:${id}`, index % 3 ? 'done' : 'open'])) });
    expect(read(formatCasebook(casebook))).toEqual(casebook);
  });
});

describe('a stored value that is not a casebook', () => {
  const shapes = [
    ...STORED,
    'NaN',
    '{"v":2}',
    '{"v":2,"cases":null}',
    '{"v":2,"cases":[]}',
    '{"v":2,"cases":"all"}',
    '{"v":"2","cases":{}}',
    '{"v":true,"cases":{}}',
  ];

  it('is called damaged or newer, and never throws (S05)', () => {
    const before = getPrototypeState();
    expect(shapes.length).toBeGreaterThanOrEqual(36);
    for (const shape of shapes)
      expect([shape.slice(0, 60), parseCasebook(shape).kind]).toEqual([shape.slice(0, 60), shape === '{"v":999}' ? 'newer' : 'damaged']);
    expect(getPrototypeState()).toEqual(before);
  });

  it('never throws, whatever the string', { timeout }, () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (stored) => {
        parseCasebook(stored);
        parseVersion1(stored);
      }),
      { numRuns },
    );
  });

  it('never throws, whatever stands where a casebook has its parts, and what it read can be stored and read again', { timeout }, () => {
    const any = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>('', [], {}, ['first', 5], 'zz', '0010D', 1e300, [{ toString: 1, valueOf: 1 }], [null, 'no-but']),
    );
    const part = fc.option(any, { nil: undefined });
    const one = fc.oneof(
      any,
      fc.record({ erased: part, states: part, fields: fc.oneof(any, fc.dictionary(fc.constantFrom('note:a', '__proto__', 'state:a'), any)) }),
    );
    const cases = fc.dictionary(fc.constantFrom('first', '__proto__', 'q1'), one);
    const before = getPrototypeState();
    fc.assert(
      fc.property(fc.record({ v: fc.constantFrom(2, 2, 3), origin: part, current: part, ids: part, cases: fc.oneof(any, cases), more: part }), (value) => {
        const reading = parseCasebook(JSON.stringify(value));
        expect(parseCasebook(formatCasebook(reading.casebook))).toEqual({ kind: 'ok', casebook: reading.casebook });
        expect(mergeCasebooks(reading.casebook, reading.casebook)).toEqual(reading.casebook);
      }),
      { numRuns },
    );
    expect(getPrototypeState()).toEqual(before);
  });

  it('costs only the parts that are spoilt, and is called damaged whatever they are (S05)', () => {
    const good = '"fields":{"note:no-but":["kept",5]}';
    const whole = `{"v":2,"origin":"","current":["",0],"ids":["a"],"cases":{"first":{"erased":0,"states":"05D",${good}}}}`;
    expect(parseCasebook(whole).kind).toBe('ok');
    const edits: [string, string][] = [
      ...['-1', '"x"', `${LATEST}`, '1.5', 'null', '{}'].map((erased): [string, string] => ['"erased":0', `"erased":${erased}`]),
      ...['', '0', '0D', '5D', '15D', '0!D', '0-5D', '0zzzzzzzzzzzzD', '05D 05D', '05D05D', '05Dש', '05X', '05d', '005D', `0${'z'.repeat(100_000)}D`].map(
        (states): [string, string] => ['"05D"', `"${states}"`],
      ),
      ['"states":"05D",', ''],
      ['"05D"', '7'],
      ['["kept",5]', '["kept",5],"place":"here"'],
      ['["kept",5]', '["kept",5],"state:b":["done",5]'],
      ['["kept",5]', '["kept",5],"name":["x",5,1]'],
      ['["kept",5]', '["kept",5],"name":["x",0]'],
      ['["",0]', '["first"]'],
      ['["",0]', '[1,5]'],
      ['"origin":""', '"origin":5'],
      ['"origin":"",', ''],
      ['["a"]', '"a"'],
      ['["a"]', '["a",{"toString":1}]'],
      ['["a"]', '["a","b"]'],
      ['"cases":{', '"cases":{"q1":null,'],
      ['"cases":{', '"cases":{"q1":{"erased":0,"states":"","fields":[]},'],
      ['"v":2', '"v":2,"lists":{}'],
      ['"v":2', '"v":"2"'],
      ['"erased":0', '"erased":0,"mood":"calm"'],
      ['"v":2', `"v":2,"deep":${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ];
    for (const [from, to] of edits) {
      expect(whole).toContain(from);
      const { kind, casebook } = parseCasebook(whole.replace(from, to));
      expect([to.slice(0, 60), kind, getNote(casebook, 'first', 'no-but')]).toEqual([to.slice(0, 60), 'damaged', 'kept']);
    }
  });

  it('keeps the states before one that is spoilt, with their times, and those after it whose times can be told', () => {
    const { casebook } = parseCasebook('{"v":2,"ids":["a",null,"c"],"cases":{"first":{"states":"04D24D14N0zzzzzzzzzzzzzzzN24D"}}}');
    expect([...(casebook.cases.get('first')?.fields ?? [])]).toEqual([
      ['state:a', ['done', 4]],
      ['state:c', ['done', 8]],
    ]);
  });

  it('shows no case that is none', () => {
    for (const version of [2, 3]) expect([...parseCasebook(`{"v":${version},"cases":{"q1":[1],"q2":"x","q3":{}}}`).casebook.cases.keys()]).toEqual(['q3']);
  });
});

describe('a casebook of a newer version of the site (S07)', () => {
  it('is recognised by its number and shown as far as it is understood (S07)', () => {
    const newer = `{"v":${VERSION + 1},"ids":["no-but"],"cases":{"first":{"states":"05D","fields":{"note:no-but":["x",5],"note:said-we":[1]}}},"lists":{}}`;
    const { kind, casebook } = parseCasebook(newer);
    expect([kind, getState(casebook, 'first', 'no-but'), getNote(casebook, 'first', 'no-but')]).toEqual(['newer', 'done', 'x']);
  });

  it('is recognised even where its shape is another (S07)', () => {
    for (const stored of ['{"v":3}', '{"v":2.5}', '{"v":999,"lists":[1]}', '{"v":3,"cases":["no-but"]}', '{"v":1e999}'])
      expect([stored, parseCasebook(stored).kind]).toEqual([stored, 'newer']);
  });
});

describe('progress of version 1 (S06)', () => {
  it('becomes the first case, item by item, with its times in tenths of a second (S06)', () => {
    const old = parseVersion1('{"v":1,"items":{"no-but":[1,1795000000000],"said-we":[0,1795000000199],"__proto__":[1,0]}}');
    expect(old?.isWhole).toBe(true);
    expect([...(old?.casebook.cases.get('first')?.fields ?? [])]).toEqual([
      ['state:no-but', ['done', 17_950_000_000]],
      ['state:said-we', ['open', 17_950_000_001]],
      ['state:__proto__', ['done', 1]],
    ]);
    const merged = read(formatCasebook(mergeCasebooks(emptyCasebook, old?.casebook as Casebook)));
    expect(['no-but', 'said-we', '__proto__'].map((id) => getState(merged, 'first', id))).toEqual(['done', 'open', 'done']);
  });

  it('says where it held more than was understood (S06)', () => {
    const parts = [
      '{"v":1,"items":{"no-but":[2,5]}}',
      '{"v":1,"items":{"no-but":"yes"}}',
      '{"v":1,"items":{"past":[1,-86400000]}}',
      '{"v":1,"items":{},"notes":{}}',
      `{"v":1,"items":{"a":[1,${Number.MAX_SAFE_INTEGER}]}}`,
    ];
    for (const stored of parts) expect([stored, parseVersion1(stored)?.isWhole]).toEqual([stored, false]);
  });

  it('is not what cannot be read as such (S06)', () => {
    for (const stored of [...STORED, '{"v":2,"items":{}}', '{"v":1,"items":[]}'])
      expect([stored.slice(0, 60), parseVersion1(stored)]).toEqual([stored.slice(0, 60), null]);
  });
});

describe('10,000 ticks of 150 clients on more than 500 lists (S19)', () => {
  const lists = readdirSync(join(root, 'content/checklists'));
  const ids = lists.flatMap((list) => (readStructure('checklists', list, 'checklist.yaml')['items'] as { id: string }[]).map(({ id }) => id));
  const random = createRandom(19);
  const MINUTE = 600;

  /** Every list of a case is worked off within a day, one after the other over three months. */
  function createTicks(spacing: (index: number) => number): Casebook {
    const cases = Array.from({ length: 150 }, (_, number) => {
      let at = now + number * 1_000 * MINUTE;
      const ticks = ids.map((id, index): [string, Stamped] => {
        at += Math.floor(spacing(index) * (0.5 + random()));
        return [`state:${id}`, [['done', 'done', 'done', 'not-applicable', 'open'][Math.floor(random() * 5)] as string, at]];
      });
      const fields = new Map<string, Stamped>([['place', ['here', at]], ['name', [`Client ${number}, Ltd`, at]], ...ticks]);
      return [`${Math.floor(random() * 36 ** 10).toString(36)}`, { fields, erased: 0 }] as const;
    });
    return { ...emptyCasebook, cases: new Map(cases) };
  }
  const bursts = createTicks((index) => (index % 10 ? 20 * MINUTE : 9 * 24 * 60 * MINUTE));
  const evenly = createTicks(() => 1.3 * 24 * 60 * MINUTE);

  it('are that many (S19)', () => {
    expect(lists.length * 150).toBeGreaterThan(500);
    expect(ids.length * 150).toBeGreaterThanOrEqual(9_900);
  });

  it('are stored in less than 100 kB, whether they come in bursts or evenly over three months (S19)', () => {
    for (const casebook of [bursts, evenly]) {
      const stored = formatCasebook(casebook);
      expect(Buffer.byteLength(stored)).toBeLessThan(100_000);
      expect(read(stored)).toEqual(casebook);
    }
  });

  it('are read with one match for each tick and one for the end of each case (S19)', () => {
    const stored = formatCasebook(evenly);
    const matches = vi.spyOn(RegExp.prototype, 'exec');
    try {
      parseCasebook(stored);
      expect(matches).toHaveBeenCalledTimes(ids.length * 150 + 150);
    } finally {
      vi.restoreAllMocks();
    }
  });
});
