import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Casebook, emptyCasebook, eraseCase, getState, setFields } from '../../src/checklists/casebook.ts';
import { formatCasebook } from '../../src/checklists/casebook-format.ts';
import { mergeCasebooks } from '../../src/checklists/casebook-merge.ts';
import { anyCasebook, createCasebook, getPrototypeState, now, numRuns, timeout } from '../support/casebooks.ts';

describe('merging casebooks', () => {
  it('gives the same in any order (S09)', { timeout }, () => {
    fc.assert(
      fc.property(anyCasebook, anyCasebook, (a, b) => {
        expect(mergeCasebooks(a, b)).toEqual(mergeCasebooks(b, a));
      }),
      { numRuns },
    );
  });

  it('gives the same in any grouping', { timeout }, () => {
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
        expect([mergeCasebooks(a, a), mergeCasebooks(both, a), mergeCasebooks(both, b)].map((merged, index) => merged === [a, both, both][index])).toEqual([
          true,
          true,
          true,
        ]);
        if (mergeCasebooks(b, a) === b) expect(both).toEqual(b);
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

  it('lets what was erased be, and keeps what was noted after it', () => {
    const casebook = createCasebook({ q1: { 'note:no-but': 'old' } });
    const erased = eraseCase(casebook, 'q1', now + 10);
    const late = setFields(casebook, 'q1', [['note:said-we', 'new']], now + 20);
    for (const merged of [mergeCasebooks(erased, late), mergeCasebooks(late, erased)])
      expect([...(merged.cases.get('q1')?.fields.keys() ?? [])].sort()).toEqual(['note:said-we', 'place']);
  });
});
