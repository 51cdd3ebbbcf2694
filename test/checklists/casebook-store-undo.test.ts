import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraseCase, getField, getNote, getState, setFields } from '../../src/checklists/casebook.ts';
import { formatCasebook } from '../../src/checklists/casebook-format.ts';
import { anyField, createCasebook, getValues, numRuns, read, timeout } from '../support/casebooks.ts';
import { createFakeStorage } from '../support/fake-storage.ts';
import { createClock, isStored, key, open } from '../support/open-casebook.ts';

describe('undo (S18)', () => {
  it('takes back a tick, a note and “not applicable”, one after the other, and stores it (S18)', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.setState('a', 'done');
    tab.setState('a', 'not-applicable');
    tab.setNote('a', 'call Dana');
    const see = () => [tab.getState('a'), tab.getNote('a'), tab.$last.get()?.name];
    const seen = [see()];
    for (let count = 0; count < 4; count += 1) {
      tab.undo();
      seen.push(see());
    }
    expect(seen).toEqual([
      ['not-applicable', 'call Dana', 'note:a'],
      ['not-applicable', '', 'state:a'],
      ['done', '', 'state:a'],
      ['open', '', undefined],
      ['open', '', undefined],
    ]);
    expect(getValues(read(storage.values.get(key)))).toEqual({ first: { 'state:a': 'open', 'note:a': '' } });
  });

  it('takes back a reset with everything that it cleared (S18)', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.setState('a', 'done');
    tab.setNote('b', 'words');
    tab.act('reset', (casebook, now) =>
      setFields(
        casebook,
        'first',
        ['a', 'b', 'c'].flatMap(
          (id) =>
            [
              [`state:${id}`, 'open'],
              [`note:${id}`, ''],
            ] as [string, string][],
        ),
        now,
      ),
    );
    expect([tab.getState('a'), tab.getNote('b')]).toEqual(['open', '']);
    tab.undo();
    const again = open(storage);
    for (const one of [tab, again])
      expect(['a', 'b', 'c'].map((id) => [one.getState(id), one.getNote(id)])).toEqual([
        ['done', ''],
        ['open', 'words'],
        ['open', ''],
      ]);
    tab.undo();
    tab.undo();
    expect([tab.getState('a'), tab.getNote('b')]).toEqual(['open', '']);
  });

  it('takes back what is typed as one action, each note for itself', () => {
    const tab = open(createFakeStorage());
    for (const text of ['c', 'ca', 'call']) tab.setNote('a', text);
    for (const text of ['D', 'Dana']) tab.setNote('b', text);
    tab.setNote('a', 'call him');
    const seen = [0, 1, 2].map(() => {
      tab.undo();
      return [tab.getNote('a'), tab.getNote('b')];
    });
    expect(seen).toEqual([
      ['call', 'Dana'],
      ['call', ''],
      ['', ''],
    ]);
  });

  it('takes back making a case, and shows the one that was shown before', () => {
    const storage = createFakeStorage({ [key]: formatCasebook(createCasebook({ q1: { place: 'here' }, q2: { place: 'here' } })) });
    const tab = open(storage);
    tab.showCase('q2');
    tab.makeCase('q3', 'Dana');
    expect(tab.getCase()).toBe('q3');
    tab.undo();
    expect([tab.getCase(), getField(tab.$casebook.get(), 'q3', 'place'), getField(tab.$casebook.get(), 'q3', 'name')]).toEqual(['q2', 'deleted', 'Dana']);
  });

  it('takes back archiving, deleting and erasing the case that is shown, one after the other', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.makeCase('q1', 'Omar');
    tab.makeCase('q2', 'Dana');
    tab.setState('a', 'done');
    tab.setNote('a', 'words');
    tab.act('case', (casebook, now) => setFields(casebook, 'q2', [['place', 'archived']], now));
    expect(tab.getCase()).toBe('q1');
    tab.showCase('q1');
    tab.act('case', (casebook, now) => setFields(casebook, 'q2', [['place', 'deleted']], now));
    tab.act('case', (casebook, now) => eraseCase(casebook, 'q2', now));
    expect(storage.values.get(key)).not.toMatch(/Dana|words/);
    const seen = [0, 1, 2].map(() => {
      tab.undo();
      return [getField(tab.$casebook.get(), 'q2', 'place'), getField(tab.$casebook.get(), 'q2', 'name'), tab.getCase()];
    });
    expect(seen).toEqual([
      ['deleted', 'Dana', 'q1'],
      ['archived', 'Dana', 'q1'],
      ['here', 'Dana', 'q2'],
    ]);
    expect([open(storage).$casebook.get().cases.get('q2')?.fields.get('note:a')?.[0], tab.getState('a')]).toEqual(['words', 'done']);
  });

  it('leaves alone what another tab has changed since, even back to the same', () => {
    const storage = createFakeStorage();
    const clock = createClock();
    const [left, right] = [open(storage, { now: clock }), open(storage, { now: clock })];
    left.act('tick', (casebook, now) =>
      setFields(
        casebook,
        'first',
        [
          ['state:a', 'done'],
          ['state:b', 'done'],
        ],
        now,
      ),
    );
    right.setState('a', 'open');
    right.setState('a', 'done');
    right.setNote('c', 'theirs');
    left.undo();
    right.refresh();
    for (const tab of [left, right]) expect([tab.getState('a'), tab.getState('b'), tab.getNote('c')]).toEqual(['done', 'open', 'theirs']);
  });

  it('of one’s own earlier action works after a later one on the same item was taken back', () => {
    const tab = open(createFakeStorage());
    tab.setState('a', 'done');
    tab.act('erase', (casebook, now) => eraseCase(casebook, 'first', now));
    tab.act('tick', (casebook, now) => setFields(casebook, 'first', [['state:a', 'not-applicable']], now));
    const seen = [0, 1, 2].map(() => {
      tab.undo();
      return getState(tab.$casebook.get(), 'first', 'a');
    });
    expect(seen).toEqual(['open', 'done', 'open']);
    expect([tab.getCase(), getField(tab.$casebook.get(), 'first', 'place')]).toEqual(['first', 'here']);
  });

  it('stands in the other tab as well, with a clock that runs backwards (E14)', () => {
    const storage = createFakeStorage();
    let time = 17_950_000_000;
    const [left, right] = [open(storage, { now: () => time }), open(storage, { now: () => time })];
    left.setState('a', 'done');
    right.refresh();
    time = 5;
    left.undo();
    right.adopt(storage.values.get(key) ?? null);
    expect([left.getState('a'), right.getState('a'), isStored(storage, 'a')]).toEqual(['open', 'open', false]);
  });

  it('brings back what an item had under a former id (S14)', () => {
    const storage = createFakeStorage({ [key]: formatCasebook(createCasebook({ first: { 'state:old': 'done', 'note:old': 'old words' } })) });
    const tab = open(storage, { getFormerIds: (id) => (id === 'new' ? ['old'] : []) });
    tab.setState('new', 'open');
    tab.setNote('new', 'other words');
    tab.undo();
    tab.undo();
    const casebook = read(storage.values.get(key));
    expect([getState(casebook, 'first', 'new', ['old']), getNote(casebook, 'first', 'new', ['old'])]).toEqual(['done', 'old words']);
  });

  it('works where nothing can be stored (S03)', () => {
    const storage = createFakeStorage();
    storage.failing = 'setItem';
    const tab = open(storage);
    tab.setState('a', 'done');
    tab.undo();
    expect([tab.getState('a'), tab.$kept.get(), tab.$last.get()]).toEqual(['open', 'full', null]);
  });

  it('reaches a hundred actions back, and no further', () => {
    const tab = open(createFakeStorage());
    for (let count = 0; count < 103; count += 1) tab.setState(`item-${count}`, 'done');
    for (let count = 0; count < 110; count += 1) tab.undo();
    expect(['item-0', 'item-2', 'item-3', 'item-102'].map((id) => tab.getState(id))).toEqual(['done', 'done', 'open', 'open']);
  });

  it('of everything gives back the values of the beginning, whatever was done', { timeout }, () => {
    const anyAction = fc.record({ do: fc.constantFrom('set', 'type', 'erase', 'refresh'), id: fc.constantFrom('first', 'q1'), field: anyField });
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 10 }), fc.boolean(), (actions, isEmpty) => {
        const start = createCasebook(
          isEmpty ? {} : { first: { name: 'Dana', 'state:no-but': 'done', place: 'archived' }, q1: { 'note:no-but': 'words', place: 'here' } },
        );
        const storage = createFakeStorage({ [key]: formatCasebook(start) });
        const tab = open(storage);
        for (const { do: what, id, field } of actions) {
          if (what === 'refresh') open(storage).refresh();
          else if (what === 'erase') tab.act('erase', (casebook, now) => eraseCase(casebook, id, now));
          else tab.act(what, (casebook, now) => setFields(casebook, id, [field], now), what === 'type');
        }
        while (tab.$last.get()) tab.undo();
        for (const [id, fields] of Object.entries(getValues(tab.$casebook.get()))) {
          // What was in a case when it was made is thrown away with it.
          if (fields['place'] === 'deleted' && !start.cases.has(id)) continue;
          for (const [name, value] of Object.entries(fields)) expect([id, name, value]).toEqual([id, name, getField(start, id, name as 'name')]);
        }
        expect(read(storage.values.get(key))).toEqual(tab.$casebook.get());
      }),
      { numRuns },
    );
  });

  it('with nothing to take back does nothing', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.undo();
    expect([tab.$last.get(), storage.writes]).toEqual([null, 0]);
  });
});
