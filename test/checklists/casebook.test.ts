import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Casebook,
  emptyCasebook,
  eraseCase,
  FIRST_CASE,
  getCaseIds,
  getCurrentCase,
  getField,
  getNote,
  getState,
  LATEST,
  setCurrent,
  setFields,
} from '../../src/checklists/casebook.ts';
import { formatCasebook } from '../../src/checklists/casebook-format.ts';
import { mergeCasebooks } from '../../src/checklists/casebook-merge.ts';
import { anyCasebook, createCasebook, getValues, now, numRuns, read, timeout, times } from '../support/casebooks.ts';

describe('setting a field', () => {
  it('wins over what was set before, even with a clock that runs backwards (E14)', () => {
    for (const before of times.filter((time) => time < LATEST))
      for (const clock of [0, -1, -86_400_000, Number.NaN, 1.5, now, 40_709_088_000]) {
        const old: Casebook = { ...emptyCasebook, cases: new Map([['first', { fields: new Map([['state:no-but', ['done', before]]]), erased: 0 }]]) };
        const changed = read(formatCasebook(setFields(old, 'first', [['state:no-but', 'open']], clock)));
        for (const merged of [mergeCasebooks(old, changed), mergeCasebooks(changed, old)])
          expect([before, clock, getState(merged, 'first', 'no-but')]).toEqual([before, clock, 'open']);
      }
  });

  it('is possible where the time stored is the last there is, and stays after a reload (E14)', () => {
    const changed = setFields(createCasebook({ first: { 'note:no-but': 'old' } }, LATEST), 'first', [['note:no-but', 'new']], now);
    expect(getNote(read(formatCasebook(changed)), 'first', 'no-but')).toBe('new');
  });

  it('stays set when it is stored and read back, whatever the clock says (E14)', () => {
    for (const clock of [...times, -5, Number.NaN, 0.5, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER]) {
      const casebook = setCurrent(
        setFields(
          emptyCasebook,
          'first',
          [
            ['state:no-but', 'done'],
            ['note:no-but', 'x'],
          ],
          clock,
        ),
        'first',
        clock,
      );
      expect([clock, read(formatCasebook(casebook))]).toEqual([clock, casebook]);
    }
  });

  it('leaves the casebook it is given as it was', () => {
    const casebook = createCasebook({ first: { 'state:no-but': 'done' } });
    const before = formatCasebook(casebook);
    setFields(casebook, 'first', [['state:no-but', 'open']], now);
    eraseCase(casebook, 'first', now);
    setCurrent(casebook, 'first', now);
    expect(formatCasebook(casebook)).toBe(before);
  });

  it('changes nothing where there is nothing to set', () => {
    expect(setFields(emptyCasebook, 'first', [], now)).toBe(emptyCasebook);
  });
});

describe('an item that had other ids (S14)', () => {
  const casebook = createCasebook({ first: { 'state:no-excuses': 'done', 'note:no-excuses': 'old words', 'state:no-but': 'open' } });

  it('has what was noted under one of them (S14)', () => {
    expect(getState(casebook, 'first', 'without-but', ['no-excuses'])).toBe('done');
    expect(getNote(casebook, 'first', 'without-but', ['no-excuses'])).toBe('old words');
    expect(getState(casebook, 'first', 'without-but', ['never-seen'])).toBe('open');
    expect(getState(casebook, 'first', 'without-but')).toBe('open');
  });

  it('follows its own id once that was touched, state and note each for itself (S14)', () => {
    expect(getState(casebook, 'first', 'no-but', ['no-excuses'])).toBe('open');
    expect(getNote(casebook, 'first', 'no-but', ['no-excuses'])).toBe('old words');
  });

  it('takes the newest of several that were touched (S14)', () => {
    const merged = setFields(casebook, 'first', [['state:oldest', 'not-applicable']], now + 5);
    expect(getState(merged, 'first', 'new-id', ['no-excuses', 'oldest'])).toBe('done');
  });

  it('never takes the tick of another item, and what is noted on one that is gone stays (S14)', () => {
    expect(getState(casebook, 'first', 'said-we', [])).toBe('open');
    const later = setFields(read(formatCasebook(casebook)), 'first', [['state:said-we', 'done']], now);
    expect(getValues(read(formatCasebook(later)))['first']).toMatchObject({ 'state:no-excuses': 'done', 'note:no-excuses': 'old words' });
  });
});

it('shows an item that was added as open, whatever was done before (S15)', () => {
  const casebook = createCasebook({ first: { 'state:no-but': 'done', 'state:said-we': 'not-applicable' } });
  expect(['no-but', 'said-we', 'brand-new'].map((id) => getState(casebook, 'first', id))).toEqual(['done', 'not-applicable', 'open']);
});

it('knows no languages: a casebook names items, lists and cases by ids alone (S16)', () => {
  const casebook = createCasebook({ first: { 'state:no-but': 'done', 'start:ninety-days': '2026-11-22' } });
  expect(formatCasebook(casebook)).not.toMatch(/"(he|ar|it|en)"|locale|lang/);
  expect(getState(casebook, 'first', 'no-but')).toBe('done');
});

it('gives every object no fields that it was not given', () => {
  for (const id of ['__proto__', 'constructor', 'toString']) {
    expect([getState(emptyCasebook, id, id), getField(emptyCasebook, id, 'name'), getField(emptyCasebook, id, 'place')]).toEqual(['open', '', 'here']);
    expect(getState(createCasebook({ first: { [`state:${id}`]: 'done' } }), 'first', id)).toBe('done');
  }
});

describe('erasing a case', () => {
  const casebook = createCasebook({ q1: { name: 'Dana', 'note:no-but': 'secret', 'state:no-but': 'done' } });

  it('leaves nothing of it but that it was erased', () => {
    const erased = eraseCase(casebook, 'q1', now);
    expect(formatCasebook(erased)).not.toMatch(/Dana|secret|no-but/);
    expect(getCaseIds(erased, 'erased')).toEqual(['q1']);
  });

  it('leaves nothing even of what the clock dates in the future, in no tab that still held it (E14)', () => {
    for (const at of times.filter((time) => time < LATEST))
      for (const clock of [0, -1, Number.NaN, 1.5, now]) {
        const old = createCasebook({ q1: { name: 'Dana', 'note:no-but': 'secret' } }, at);
        const erased = read(formatCasebook(eraseCase(old, 'q1', clock)));
        for (const merged of [mergeCasebooks(old, erased), mergeCasebooks(erased, old)])
          expect([at, clock, getValues(merged)]).toEqual([at, clock, { q1: { place: 'erased' } }]);
      }
  });

  it('is not taken back by erasing again with a clock that runs backwards (E14)', () => {
    const once = eraseCase(casebook, 'q1', now + 1000);
    const twice = eraseCase({ ...once, cases: new Map(once.cases).set('q1', { fields: new Map(), erased: now + 1000 }) }, 'q1', 5);
    const late = createCasebook({ q1: { 'note:no-but': 'written before it was erased' } }, now + 500);
    expect(getNote(mergeCasebooks(twice, late), 'q1', 'no-but')).toBe('');
  });

  it('works on a case of more fields than a function takes arguments', () => {
    const fields = new Map(Array.from({ length: 200_000 }, (_, index) => [`note:${index}`, ['', index] as const]));
    expect(eraseCase({ ...emptyCasebook, cases: new Map([['q1', { fields, erased: 0 }]]) }, 'q1', 0).cases.get('q1')?.erased).toBe(199_999);
  });
});

describe('the case to show', () => {
  it('is the first where nobody has made one', () => {
    expect([getCaseIds(emptyCasebook, 'here'), getCurrentCase(emptyCasebook), getCurrentCase(emptyCasebook, 'q1')]).toEqual([
      [FIRST_CASE],
      FIRST_CASE,
      FIRST_CASE,
    ]);
  });

  it('is the one the tab has chosen, else the one shown last, else one that is worked on', () => {
    const casebook = setCurrent(createCasebook({ q1: { place: 'here' }, q2: { place: 'here' }, q3: { place: 'archived' } }), 'q2', now);
    expect(['q1', 'q3', 'never-seen', '', null].map((chosen) => getCurrentCase(casebook, chosen))).toEqual(['q1', 'q2', 'q2', 'q2', 'q2']);
    expect(getCurrentCase(setFields(casebook, 'q2', [['place', 'deleted']], now))).toBe('q1');
  });

  it('is a fresh one where all are put away: nothing is noted on a case that is archived or erased', () => {
    const archived = createCasebook({ first: { 'state:no-but': 'done', place: 'archived' } });
    const shown = getCurrentCase(archived);
    expect([shown, getState(archived, shown, 'no-but')]).toEqual(['first.2', 'open']);
    const both = eraseCase(setFields(archived, shown, [['state:said-we', 'done']], now), shown, now);
    expect(getCurrentCase(both)).toBe('first.3');
    expect(getCaseIds(setFields(both, 'first.3', [['state:said-we', 'done']], now), 'here')).toEqual(['first.3']);
  });

  it('is always one that is worked on, in any casebook', { timeout }, () => {
    fc.assert(
      fc.property(anyCasebook, fc.option(fc.string()), (casebook, chosen) => {
        const shown = getCurrentCase(casebook, chosen);
        expect(getField(casebook, shown, 'place')).toBe('here');
        expect(getCaseIds(casebook, 'here')).toContain(shown);
      }),
      { numRuns },
    );
  });
});
