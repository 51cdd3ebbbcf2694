import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Casebook, emptyCasebook, eraseCase, getField, getNote, getState, LATEST, setFields } from '../../src/checklists/casebook.ts';
import { mergeCasebooks } from '../../src/checklists/casebook-merge.ts';
import { revertChange } from '../../src/checklists/casebook-undo.ts';
import { anyCasebook, anyField, createCasebook, getValues, now, numRuns, timeout } from '../support/casebooks.ts';

/** Whatever a reader can do to a casebook, one thing or several at once. */
const anyChange = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom('first', 'q1', 'q2'), fc.array(anyField, { minLength: 1, maxLength: 3 })) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom('first', 'q1', 'q2'), fc.constant('erase' as const)) },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(
    (steps) => (casebook: Casebook, at: number) =>
      steps.reduce((changed, [id, step]) => (step === 'erase' ? eraseCase(changed, id, at) : setFields(changed, id, step, at)), casebook),
  );

/** Values by case and field; a case that is not there is like one that says nothing but that it was thrown away. */
function see(casebook: Casebook, like: Casebook) {
  return [...like.cases].map(([id, { fields }]) => [id, [...fields.keys()].map((name) => [name, getField(casebook, id, name)])]);
}

describe('taking back a change', () => {
  it('gives back the values of before, whatever was changed', { timeout }, () => {
    fc.assert(
      fc.property(anyCasebook, anyChange, fc.constantFrom(0, 5, now, 40_709_088_000), (before, change, at) => {
        const after = change(before, at);
        const reverted = revertChange(after, before, after, at);
        expect(see(reverted, before)).toEqual(see(before, before));
        for (const [id, { fields }] of after.cases) if (!before.cases.has(id) && fields.has('place')) expect(getField(reverted, id, 'place')).toBe('deleted');
      }),
      { numRuns },
    );
  });

  it('stands against what the change has left in another tab', { timeout }, () => {
    fc.assert(
      fc.property(anyCasebook, anyChange, (before, change) => {
        const isNearTheEnd = [...before.cases.values()].some(
          ({ fields, erased }) => erased > LATEST - 9 || [...fields.values()].some(([, at]) => at > LATEST - 9),
        );
        if (isNearTheEnd) return;
        const after = change(before, now);
        const reverted = revertChange(after, before, after, now);
        expect(see(mergeCasebooks(reverted, after), before)).toEqual(see(before, before));
      }),
      { numRuns },
    );
  });

  it('leaves alone what was set anew since then, even to the same value', () => {
    const before = createCasebook({ first: { 'state:no-but': 'open', 'state:said-we': 'open' } });
    const after = setFields(
      before,
      'first',
      [
        ['state:no-but', 'done'],
        ['state:said-we', 'done'],
      ],
      now,
    );
    const since = setFields(
      setFields(after, 'first', [['state:no-but', 'open']], now),
      'first',
      [
        ['state:no-but', 'done'],
        ['note:no-but', 'mine'],
      ],
      now,
    );
    const reverted = revertChange(since, before, after, now);
    expect([getState(reverted, 'first', 'no-but'), getState(reverted, 'first', 'said-we'), getNote(reverted, 'first', 'no-but')]).toEqual([
      'done',
      'open',
      'mine',
    ]);
  });

  it('of erasing brings back everything, but not over what was noted since', () => {
    const before = createCasebook({ q1: { place: 'deleted', name: 'Dana', 'note:a': 'x', 'note:b': 'y' } }, 5);
    const after = eraseCase(before, 'q1', now);
    const since = setFields(after, 'q1', [['note:b', 'later']], now);
    const reverted = revertChange(since, before, after, now);
    expect(getValues(reverted)).toEqual({ q1: { place: 'deleted', name: 'Dana', 'note:a': 'x', 'note:b': 'later' } });
  });

  it('of making a case puts it among the deleted ones with what is in it, unless it was moved since', () => {
    const after = setFields(
      emptyCasebook,
      'q1',
      [
        ['place', 'here'],
        ['name', 'Dana'],
      ],
      now,
    );
    const since = setFields(after, 'q1', [['state:no-but', 'done']], now);
    expect(getValues(revertChange(since, emptyCasebook, after, now))).toEqual({ q1: { place: 'deleted', name: 'Dana', 'state:no-but': 'done' } });
    for (const place of ['archived', 'here'] as const)
      expect(getField(revertChange(setFields(after, 'q1', [['place', place]], now), emptyCasebook, after, now), 'q1', 'place')).toBe(place);
    const erased = eraseCase(since, 'q1', now);
    expect(revertChange(erased, emptyCasebook, after, now)).toBe(erased);
  });

  it('brings back what an item had under a former id (S14)', () => {
    const before = createCasebook({ first: { 'state:no-excuses': 'done', 'note:no-excuses': 'old words' } });
    const after = setFields(
      before,
      'first',
      [
        ['state:without-but', 'open'],
        ['note:without-but', ''],
      ],
      now,
    );
    const formerIds = (id: string) => (id === 'without-but' ? ['no-excuses'] : []);
    const reverted = revertChange(after, before, after, now, formerIds);
    expect([getState(reverted, 'first', 'without-but', ['no-excuses']), getNote(reverted, 'first', 'without-but', ['no-excuses'])]).toEqual([
      'done',
      'old words',
    ]);
  });
});
