import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getNote, getState, type ItemState } from '../../src/checklists/casebook.ts';
import type { SharedProgress } from '../../src/checklists/share-link.ts';
import { compareShared, mergeShared, replaceShared } from '../../src/checklists/shared-merge.ts';
import { anyCasebook, createCasebook, getPrototypeState, getValues, now, numRuns, timeout } from '../support/casebooks.ts';

const states = ['open', 'done', 'not-applicable'] as const;
const items = states.flatMap((mine) => states.map((theirs) => ({ id: `${mine}-${theirs}`, formerIds: [] as string[] })));
const own = createCasebook({
  q1: {
    ...Object.fromEntries(states.flatMap((mine) => states.map((theirs) => [`state:${mine}-${theirs}`, mine]))),
    'note:open-done': 'mine',
    'state:elsewhere': 'done',
  },
});
const shared = (marks: Record<string, ItemState>, notes: Record<string, string> = {}): SharedProgress => ({
  list: 'first-hour',
  marks: new Map(Object.entries(marks).flatMap(([id, state]) => (state === 'open' ? [] : [[id, state] as const]))),
  notes: new Map(Object.entries(notes)),
});
const theirs = shared(Object.fromEntries(states.flatMap((mine) => states.map((state) => [`${mine}-${state}`, state]))), {
  'open-done': 'theirs',
  'done-done': 'new',
});
const getStates = (casebook: typeof own) => Object.fromEntries(items.map(({ id }) => [id, getState(casebook, 'q1', id)]));

describe('progress that somebody sent', () => {
  it('is set beside one’s own, item by item; done against not applicable is a conflict (L02)', () => {
    const kinds = compareShared(own, 'q1', items, theirs).map(({ id, mine, theirs: other, kind }) => [id, `${mine}-${other}`, kind]);
    const same = ['open-open', 'done-done', 'not-applicable-not-applicable'];
    const conflicts = ['done-not-applicable', 'not-applicable-done'];
    expect(kinds).toEqual(items.map(({ id }) => [id, id, same.includes(id) ? 'same' : conflicts.includes(id) ? 'conflict' : 'differs']));
  });

  it('merges into a union: open before not applicable before done, and all that either notes (L02)', () => {
    const merged = mergeShared(own, 'q1', items, theirs, now);
    expect(getStates(merged)).toEqual({
      ...{ 'open-open': 'open', 'open-done': 'done', 'open-not-applicable': 'not-applicable' },
      ...{ 'done-open': 'done', 'done-done': 'done', 'done-not-applicable': 'done' },
      ...{ 'not-applicable-open': 'not-applicable', 'not-applicable-done': 'done', 'not-applicable-not-applicable': 'not-applicable' },
    });
    expect([getNote(merged, 'q1', 'open-done'), getNote(merged, 'q1', 'done-done'), getState(merged, 'q1', 'elsewhere')]).toEqual([
      'mine\n\ntheirs',
      'new',
      'done',
    ]);
  });

  it('replaces every state of the list and nothing else; a note only where one was sent (L02)', () => {
    const replaced = replaceShared(own, 'q1', items, theirs, now);
    for (const { id } of items) expect([id, `${id.startsWith('not') ? 'not-applicable' : id.split('-')[0]}-${getState(replaced, 'q1', id)}`]).toEqual([id, id]);
    expect([
      getNote(replaced, 'q1', 'open-done'),
      getNote(replaceShared(own, 'q1', items, shared({}), now), 'q1', 'open-done'),
      getState(replaced, 'q1', 'elsewhere'),
    ]).toEqual([...['theirs', 'mine', 'done']]);
  });

  it('meets what was noted under a former id (S14)', () => {
    const [renamed] = [[{ id: 'new', formerIds: ['old'] }]];
    const casebook = createCasebook({ q1: { 'state:old': 'done', 'note:old': 'mine' } });
    expect(compareShared(casebook, 'q1', renamed, shared({ new: 'not-applicable' }))).toEqual([
      { id: 'new', mine: 'done', theirs: 'not-applicable', kind: 'conflict' },
    ]);
    const merged = mergeShared(casebook, 'q1', renamed, shared({ new: 'not-applicable' }, { new: 'theirs' }), now);
    expect([getState(merged, 'q1', 'new', ['old']), getNote(merged, 'q1', 'new', ['old'])]).toEqual(['done', 'mine\n\ntheirs']);
    expect(getState(replaceShared(casebook, 'q1', renamed, shared({}), now), 'q1', 'new', ['old'])).toBe('open');
  });

  it('changes nothing where it brings nothing new, so that there is nothing to undo (L02)', () => {
    expect(mergeShared(own, 'q1', items, shared({}), now)).toBe(own);
    const merged = mergeShared(own, 'q1', items, theirs, now);
    expect(mergeShared(merged, 'q1', items, theirs, now + 1)).toBe(merged);
    const replaced = replaceShared(own, 'q1', items, theirs, now);
    expect(replaceShared(replaced, 'q1', items, theirs, now + 1)).toBe(replaced);
  });

  it('touches no item that is not of the list, no other case and no prototype, whatever the ids (L06)', { timeout }, () => {
    const before = getPrototypeState();
    const ids = ['no-but', '__proto__', 'constructor', 'toString'];
    fc.assert(
      fc.property(
        anyCasebook,
        fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...states)),
        fc.dictionary(fc.constantFrom(...ids), fc.string()),
        (casebook, marks, notes) => {
          const progress = shared(marks, notes);
          for (const change of [mergeShared, replaceShared]) {
            const changed = change(casebook, 'q1', [{ id: 'no-but', formerIds: ['__proto__'] }], progress, now);
            const keep = (values: ReturnType<typeof getValues>) => ({
              ...values,
              q1: Object.fromEntries(Object.entries(values['q1'] ?? {}).filter(([name]) => !name.endsWith(':no-but'))),
            });
            expect(keep(getValues(changed))).toEqual(keep(getValues(casebook)));
          }
        },
      ),
      { numRuns },
    );
    expect(getPrototypeState()).toEqual(before);
  });
});
