import { describe, expect, it } from 'vitest';
import {
  emptyProgress,
  formatProgress,
  isDone,
  type Mark,
  mergeProgress,
  type Progress,
  parseProgress,
  setDone,
  VERSION,
} from '../../src/checklists/progress.ts';
import { createRandom } from '../support/seeded-random.ts';

const random = createRandom(20_261_121);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;

const ids = ['no-but', 'said-we', 'mistake-named', 'a', 'x'.repeat(60), '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '0', 'צעד', ''];
/** Moments as clocks give them, right or wrong, up to the last that a Date can hold. */
const times = [0, 1, 5, 1_795_000_000_000, -86_400_000, 4_070_908_800_000, 8_640_000_000_000_000];
const unknownFields: Record<string, unknown>[] = [
  {},
  { notes: { 'no-but': 'שלום' } },
  { saved: '2026-03-14', flags: [1, null] },
  JSON.parse('{"__proto__":{"polluted":1}}'),
];

/** A state as a browser could hold it: some items with marks, at times also fields of another version of the site. */
function createState(rest: Record<string, unknown> = pick(unknownFields)): Progress {
  const items = new Map(ids.filter(() => random() < 0.4).map((id): [string, Mark] => [id, [random() < 0.5 ? 1 : 0, pick(times)]]));
  return { items, rest };
}

function read(stored: string): Progress {
  const reading = parseProgress(stored);
  if (reading.kind === 'damaged') throw new Error(`Read as damaged: ${stored}`);
  return reading.progress;
}

describe('stored progress', () => {
  it('comes back as it went in, whatever the state (L15)', () => {
    for (let run = 0; run < 500; run += 1) {
      const state = createState();
      expect(parseProgress(formatProgress(state))).toEqual({ kind: 'ok', progress: state });
    }
  });

  it('is empty where nothing is stored', () => {
    expect(parseProgress(null)).toEqual({ kind: 'ok', progress: emptyProgress });
  });

  it('has the documented shape', () => {
    expect(JSON.parse(formatProgress(setDone(emptyProgress, 'no-but', true, 1_795_000_000_000)))).toEqual({
      v: 1,
      items: { 'no-but': [1, 1_795_000_000_000] },
    });
  });

  it('keeps fields and marks that this version does not know, whatever is ticked meanwhile (S07)', () => {
    const stored = '{"v":1,"items":{"no-but":[1,5],"said-we":[2,7],"mistake-named":{"state":"later"}},"notes":{"no-but":"call back"},"flags":[null]}';
    const written = JSON.parse(formatProgress(setDone(read(stored), 'nothing-disputed', true, 9)));
    expect(written).toEqual({ ...JSON.parse(stored), items: { ...JSON.parse(stored).items, 'nothing-disputed': [1, 9] } });
  });

  it('lets an item whose mark is unknown be ticked', () => {
    const progress = setDone(read('{"v":1,"items":{"no-but":"yes"}}'), 'no-but', true, 9);
    expect(isDone(read(formatProgress(progress)), 'no-but')).toBe(true);
  });
});

describe('a stored value that is not progress (S05)', () => {
  const shapes = [
    ...[
      '',
      ' ',
      '{',
      '}',
      'null',
      'undefined',
      'true',
      '0',
      '-1',
      '1e309',
      'NaN',
      '[]',
      '[[[[',
      '{}',
      '"x"',
      '\u0000',
      '\uFEFF{"v":1,"items":{}}',
      '\uD800',
      '<script>window.__pwn=1</script>',
    ],
    ...[
      '{"v":0}',
      '{"v":1}',
      '{"v":"1","items":{}}',
      '{"v":null,"items":{}}',
      '{"v":true,"items":{}}',
      '{"v":[1],"items":{}}',
      '{"items":{}}',
      '{"v":1,"items":null}',
      '{"v":1,"items":[]}',
    ],
    ...[
      '{"v":1,"items":"all"}',
      '{"v":1,"items":7}',
      '{"v":1,"done":[1,2,3]}',
      '{"__proto__":{"v":1,"items":{}}}',
      '{"constructor":{"prototype":{"pwn":1}}}',
      '{"v":1,"items":{}',
      '{"v":1,"items":{}}}',
    ],
    ...[`{"v":1,"items":${'['.repeat(20_000)}`, 'a'.repeat(2_000_000)],
  ];

  it('is called damaged and never throws', () => {
    expect(shapes.length).toBeGreaterThanOrEqual(30);
    for (const shape of shapes) expect([shape.slice(0, 60), parseProgress(shape).kind]).toEqual([shape.slice(0, 60), 'damaged']);
  });

  it('costs only the marks that are spoilt, where the rest can be read', () => {
    const marks = [
      'null',
      '1',
      'true',
      '"1"',
      '[]',
      '[1]',
      '[1,2,3]',
      '[2,5]',
      '[true,5]',
      '[1,"5"]',
      '[1,1.5]',
      '[1,1e309]',
      '[1,null]',
      '{"0":1,"1":5,"length":2}',
    ];
    for (const mark of marks) {
      const progress = read(`{"v":1,"items":{"said-we":${mark},"no-but":[1,5]}}`);
      expect([mark, isDone(progress, 'said-we'), isDone(progress, 'no-but')]).toEqual([mark, false, true]);
    }
  });

  it('pollutes no prototype with ids such as __proto__ and constructor (L06)', () => {
    const stored = '{"v":1,"items":{"__proto__":[1,5],"constructor":[1,6],"toString":[0,7]},"__proto__":{"polluted":1}}';
    const progress = mergeProgress(read(stored), setDone(read(stored), '__proto__', true, 9));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(JSON.parse(formatProgress(progress)))).toBe(Object.prototype);
    expect(isDone(progress, '__proto__')).toBe(true);
    expect(isDone(progress, 'valueOf')).toBe(false);
    expect(formatProgress(progress)).toContain('"__proto__":[1,9]');
  });
});

describe('progress of a newer version of the site (S07)', () => {
  it('is recognised by its number and shown as far as it is understood', () => {
    const reading = parseProgress(`{"v":${VERSION + 1},"items":{"no-but":[1,5],"said-we":["skipped",6]},"lists":{}}`);
    expect(reading.kind).toBe('newer');
    expect(reading.kind === 'newer' && [isDone(reading.progress, 'no-but'), isDone(reading.progress, 'said-we')]).toEqual([true, false]);
  });

  it('is recognised even where its shape is another', () => {
    for (const stored of ['{"v":2}', '{"v":999,"lists":{"during-conversation":[1,2]}}', '{"v":2,"items":["no-but"]}'])
      expect([stored, parseProgress(stored).kind]).toEqual([stored, 'newer']);
  });
});

describe('merging', () => {
  /** Items alone: which of two unknown fields is the right one, no merge can know. */
  const getItems = (progress: Progress) => Object.fromEntries([...progress.items].sort(([a], [b]) => (a < b ? -1 : 1)));

  it('gives the same marks in any order (S09)', () => {
    for (let run = 0; run < 500; run += 1) {
      const [a, b] = [createState(), createState()];
      expect(getItems(mergeProgress(a, b))).toEqual(getItems(mergeProgress(b, a)));
    }
  });

  it('gives the same in any grouping, unknown fields included', () => {
    for (let run = 0; run < 500; run += 1) {
      const [a, b, c] = [createState(), createState(), createState()];
      const [left, right] = [mergeProgress(mergeProgress(a, b), c), mergeProgress(a, mergeProgress(b, c))];
      expect([getItems(left), left.rest]).toEqual([getItems(right), right.rest]);
    }
  });

  it('changes nothing when repeated', () => {
    for (let run = 0; run < 200; run += 1) {
      const [a, b] = [createState(), createState()];
      expect(mergeProgress(a, a)).toEqual(a);
      expect(mergeProgress(mergeProgress(a, b), b)).toEqual(mergeProgress(a, b));
    }
  });

  it('keeps the later mark, and “done” where both are of the same moment', () => {
    const at = (state: 0 | 1, time: number): Progress => ({ items: new Map([['no-but', [state, time] as const]]), rest: {} });
    expect(isDone(mergeProgress(at(1, 5), at(0, 6)), 'no-but')).toBe(false);
    expect(isDone(mergeProgress(at(0, 5), at(1, 6)), 'no-but')).toBe(true);
    expect(isDone(mergeProgress(at(0, 5), at(1, 5)), 'no-but')).toBe(true);
  });

  it('keeps the unknown marks of both sides', () => {
    const [a, b] = [read('{"v":1,"items":{"no-but":[2,5]}}'), read('{"v":1,"items":{"said-we":[2,6]}}')];
    for (const merged of [mergeProgress(a, b), mergeProgress(b, a)])
      expect(JSON.parse(formatProgress(merged)).items).toEqual({ 'no-but': [2, 5], 'said-we': [2, 6] });
  });

  it('leaves what it merges as it was', () => {
    const [a, b] = [createState(), createState()];
    const before = [formatProgress(a), formatProgress(b)];
    mergeProgress(a, b);
    setDone(a, 'no-but', true, 1);
    expect([formatProgress(a), formatProgress(b)]).toEqual(before);
  });
});

describe('setting an item', () => {
  it('wins over what was set before, even with a clock that runs backwards (E14)', () => {
    for (const before of times)
      for (const now of [0, -1, 1_795_000_000_000]) {
        const old: Progress = { items: new Map([['no-but', [1, before] as const]]), rest: {} };
        const changed = read(formatProgress(setDone(old, 'no-but', false, now)));
        expect([before, now, isDone(mergeProgress(old, changed), 'no-but')]).toEqual([before, now, false]);
      }
  });

  it('is possible where the stored time is one that no clock can show', () => {
    const progress = setDone(read(`{"v":1,"items":{"no-but":[0,${Number.MAX_SAFE_INTEGER}]}}`), 'no-but', true, 1_795_000_000_000);
    expect(isDone(read(formatProgress(progress)), 'no-but')).toBe(true);
  });

  it('stays set when it is stored and read back, whatever the clock says', () => {
    for (const now of times) expect([now, isDone(read(formatProgress(setDone(emptyProgress, 'no-but', true, now))), 'no-but')]).toEqual([now, true]);
  });
});

describe('an item that had other ids (S14)', () => {
  const progress = read('{"v":1,"items":{"no-excuses":[1,5],"no-but":[0,1]}}');

  it('is done where it was ticked under one of them', () => {
    expect(isDone(progress, 'without-but', ['no-excuses'])).toBe(true);
    expect(isDone(progress, 'without-but', ['never-seen'])).toBe(false);
    expect(isDone(progress, 'without-but')).toBe(false);
  });

  it('follows its own id once that was touched', () => {
    expect(isDone(progress, 'no-but', ['no-excuses'])).toBe(false);
  });

  it('never takes the tick of another item', () => {
    expect(isDone(progress, 'said-we', [])).toBe(false);
  });
});
