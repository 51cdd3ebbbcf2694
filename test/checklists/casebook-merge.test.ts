import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Casebook, emptyCasebook, eraseCase, getState, setFields } from '../../src/checklists/casebook.ts';
import { formatCasebook } from '../../src/checklists/casebook-format.ts';
import { hasMore, mergeCasebooks } from '../../src/checklists/casebook-merge.ts';
import { anyCasebook, createCasebook, getPrototypeState, now, numRuns, read, timeout } from '../support/casebooks.ts';

/** All but what this version does not know: which of two unknown values is the right one, no merge can know. */
function getKnown({ cases, current, origin }: Casebook) {
  return { current, origin, cases: new Map([...cases].map(([id, { fields, erased }]) => [id, { fields, erased }])) };
}

/** The names of everything there is, known or not. */
function getNames({ cases, rest }: Casebook) {
  const inCases = [...cases].map(
    ([id, one]) => [id, [...one.fields.keys(), ...(one.rest?.fields.keys() ?? [])].sort(), [...(one.rest?.beside.keys() ?? [])].sort()] as const,
  );
  return { rest: Object.keys(rest).sort(), cases: new Map(inCases.map(([id, ...names]) => [id, names])) };
}

describe('merging casebooks', () => {
  it('gives the same in any order, but for the values of what is unknown (S09)', { timeout }, () => {
    fc.assert(
      fc.property(anyCasebook, anyCasebook, (a, b) => {
        const [left, right] = [mergeCasebooks(a, b), mergeCasebooks(b, a)];
        expect(getKnown(left)).toEqual(getKnown(right));
        expect(getNames(left)).toEqual(getNames(right));
      }),
      { numRuns },
    );
  });

  it('gives the same in any grouping, what is unknown included', { timeout }, () => {
    fc.assert(
      fc.property(anyCasebook, anyCasebook, anyCasebook, (a, b, c) => {
        expect(mergeCasebooks(mergeCasebooks(a, b), c)).toEqual(mergeCasebooks(a, mergeCasebooks(b, c)));
      }),
      { numRuns },
    );
  });

  it('changes nothing when repeated', { timeout }, () => {
    fc.assert(
      fc.property(anyCasebook, anyCasebook, (a, b) => {
        expect(mergeCasebooks(a, a)).toEqual(a);
        expect(mergeCasebooks(mergeCasebooks(a, b), b)).toEqual(mergeCasebooks(a, b));
        expect(mergeCasebooks(emptyCasebook, a)).toEqual(mergeCasebooks(a, emptyCasebook));
      }),
      { numRuns },
    );
  });

  it('is needed exactly as long as one has more than the other', { timeout }, () => {
    fc.assert(
      fc.property(anyCasebook, anyCasebook, (a, b) => {
        const both = mergeCasebooks(a, b);
        expect([hasMore(a, a), hasMore(a, both), hasMore(b, both)]).toEqual([false, false, false]);
        // A case without anything says nothing.
        const filled = (casebook: Casebook) => [
          getNames(casebook).rest,
          new Map([...casebook.cases].filter(([, one]) => one.fields.size + one.erased || one.rest)),
        ];
        if (!hasMore(a, b))
          expect([getKnown({ ...both, cases: filled(both)[1] as Casebook['cases'] }), getNames(both).rest]).toEqual([
            getKnown({ ...b, cases: filled(b)[1] as Casebook['cases'] }),
            getNames(b).rest,
          ]);
      }),
      { numRuns },
    );
  });

  it('leaves what it merges as it was, and every prototype', { timeout }, () => {
    const before = getPrototypeState();
    fc.assert(
      fc.property(anyCasebook, anyCasebook, (a, b) => {
        const texts = [formatCasebook(a), formatCasebook(b)];
        mergeCasebooks(a, b);
        expect([formatCasebook(a), formatCasebook(b)]).toEqual(texts);
      }),
      { numRuns },
    );
    expect(getPrototypeState()).toEqual(before);
  });

  it('keeps what was set later, and at the same moment what says more', () => {
    const at = (state: string, time: number) => createCasebook({ first: { 'state:no-but': state } }, time);
    const merge = (...both: [Casebook, Casebook]) =>
      [mergeCasebooks(...both), mergeCasebooks(both[1], both[0])].map((merged) => getState(merged, 'first', 'no-but'));
    expect(merge(at('done', 5), at('open', 6))).toEqual(['open', 'open']);
    expect(merge(at('open', 5), at('done', 6))).toEqual(['done', 'done']);
    expect(merge(at('done', 5), at('open', 5))).toEqual(['done', 'done']);
    expect(merge(at('done', 5), at('not-applicable', 5))).toEqual(['not-applicable', 'not-applicable']);
  });

  it('keeps what was set at the first moment of the clock (E14)', () => {
    const old: Casebook = { ...emptyCasebook, cases: new Map([['first', { fields: new Map([['state:no-but', ['done', 0] as const]]), erased: 0 }]]) };
    expect(getState(mergeCasebooks(emptyCasebook, old), 'first', 'no-but')).toBe('done');
    expect(hasMore(old, emptyCasebook)).toBe(true);
  });

  it('keeps what either does not know, also of one case', () => {
    const [a, b] = [read('{"v":2,"cases":{"first":{"x":1,"fields":{"f":1}}}}'), read('{"v":2,"cases":{"first":{"y":1,"fields":{"g":1}}}}')];
    for (const merged of [mergeCasebooks(a, b), mergeCasebooks(b, a)])
      expect(JSON.parse(formatCasebook(merged)).cases.first).toMatchObject({ x: 1, y: 1, fields: { f: 1, g: 1 } });
    expect([hasMore(a, b), hasMore(b, a)]).toEqual([true, true]);
  });

  it('lets what was erased be, and keeps what was noted after it', () => {
    const casebook = createCasebook({ q1: { 'note:no-but': 'old' } });
    const erased = eraseCase(casebook, 'q1', now + 10);
    const late = setFields(casebook, 'q1', [['note:said-we', 'new']], now + 20);
    for (const merged of [mergeCasebooks(erased, late), mergeCasebooks(late, erased)])
      expect([...(merged.cases.get('q1')?.fields.keys() ?? [])].sort()).toEqual(['note:said-we', 'place']);
  });
});
