import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraseCase, getField, getState, setFields } from '../../src/checklists/casebook.ts';
import { formatCasebook, parseCasebook } from '../../src/checklists/casebook-format.ts';
import { mergeCasebooks } from '../../src/checklists/casebook-merge.ts';
import { createCasebookStore } from '../../src/checklists/casebook-store.ts';
import { createCasebook, getValues, now, numRuns, read, timeout, times } from '../support/casebooks.ts';
import { createFakeStorage } from '../support/fake-storage.ts';
import { createClock, isStored, key, open } from '../support/open-casebook.ts';

describe('two tabs on one storage', () => {
  it('keep both ticks when they tick different items at once (S09)', () => {
    const storage = createFakeStorage();
    const [left, right] = [open(storage), open(storage)];
    left.setState('no-but', 'done');
    right.setState('said-we', 'done');
    left.refresh();
    for (const tab of [left, right]) expect([tab.getState('no-but'), tab.getState('said-we')]).toEqual(['done', 'done']);
    expect([isStored(storage, 'no-but'), isStored(storage, 'said-we')]).toEqual([true, true]);
  });

  it('agree on the last action when they tick and untick the same item (S10)', () => {
    const storage = createFakeStorage();
    const clock = createClock();
    const [left, right] = [open(storage, { now: clock }), open(storage, { now: clock })];
    left.setState('no-but', 'done');
    right.setState('no-but', 'open');
    left.setState('said-we', 'done');
    expect([left, right].map((tab) => tab.getState('no-but'))).toEqual(['open', 'open']);
    left.setState('no-but', 'not-applicable');
    right.refresh();
    expect([left, right].map((tab) => tab.getState('no-but'))).toEqual(['not-applicable', 'not-applicable']);
  });

  it('agree on the last action even in the same tenth of a second (S10)', () => {
    const storage = createFakeStorage();
    const [left, right] = [open(storage, { now: () => now }), open(storage, { now: () => now })];
    for (const state of ['done', 'open', 'not-applicable', 'open'] as const) {
      left.setState('no-but', 'done');
      right.setState('no-but', state);
      left.refresh();
      expect([left, right].map((tab) => tab.getState('no-but'))).toEqual([state, state]);
    }
  });

  it('agree on the last action even where the clock was years ahead and is right again (E14)', () => {
    const storage = createFakeStorage();
    open(storage, { now: createClock(40_709_088_000) }).setState('no-but', 'done');
    const tab = open(storage, { now: createClock(0) });
    tab.setState('no-but', 'open');
    expect([tab.getState('no-but'), isStored(storage, 'no-but')]).toEqual(['open', false]);
  });

  it('write back a casebook that another has lost, and take up one that they did not know', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.setState('no-but', 'done');
    const theirs = formatCasebook({ ...createCasebook({ q1: { name: 'Dana' } }), current: ['q1', now], origin: 'b7' });
    storage.values.set(key, theirs);
    tab.adopt(theirs);
    const stored = read(storage.values.get(key));
    expect(stored).toEqual(tab.$casebook.get());
    expect([isStored(storage, 'no-but'), getField(stored, 'q1', 'name'), stored.current[0], stored.origin]).toEqual([true, 'Dana', 'q1', 'b7']);
  });

  it('come to rest with the same casebook, whatever they do, in whatever order they hear of it, and whatever their clocks say', { timeout }, () => {
    const anyStep = fc.record({
      tab: fc.nat(2),
      do: fc.constantFrom('set', 'set', 'set', 'note', 'undo', 'erase', 'make', 'show', 'hear', 'hear'),
      id: fc.constantFrom('first', 'q1'),
      state: fc.constantFrom('open', 'done', 'not-applicable'),
      isStale: fc.boolean(),
    });
    const anyStart = fc.constantFrom(
      '{"v":2,"cases":{"first":{"mood":1,"fields":{"note:no-but":["x",5]}}}}',
      null,
      '{"v":2,"cases":{"q1":{"erased":5}}}',
      formatCasebook(createCasebook({ q1: { name: 'Dana' } }, 5)),
    );
    const clocks = fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(...times.filter((time) => time < 8.9e15))));
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 14 }), anyStart, clocks, (steps, start, starts) => {
        const storage = createFakeStorage(start === null ? {} : { [key]: start });
        const heard: string[][] = [[], [], []];
        // A browser that runs tabs in several processes may show one what was stored a moment ago.
        const views: (string | null | undefined)[] = [undefined, undefined, undefined];
        const tabs = starts.map((begin, index) =>
          createCasebookStore(
            () => ({
              ...storage,
              getItem: (name) => (name === key && views[index] !== undefined ? (views[index] as string | null) : storage.getItem(name)),
              setItem(name, value) {
                storage.setItem(name, value);
                views[index] = undefined;
                for (const [other, queue] of heard.entries()) if (name === key && other !== index) queue.push(value);
              },
            }),
            { key, now: createClock(begin) },
          ),
        );
        const hear = (index: number) => {
          views[index] = undefined;
          const value = heard[index]?.shift();
          if (value !== undefined) tabs[index]?.adopt(value);
        };
        for (const { tab: index, do: what, id, state, isStale } of steps) {
          const tab = tabs[index]!;
          const before = storage.getItem(key);
          if (what === 'hear') hear(index);
          else if (what === 'undo') tab.undo();
          else if (what === 'show') tab.showCase(id);
          else if (what === 'erase') tab.act('erase', (casebook, at) => eraseCase(casebook, id, at));
          else if (what === 'make')
            tab.act('case', (casebook, at) =>
              setFields(
                casebook,
                id,
                [
                  ['place', 'here'],
                  ['name', state],
                ],
                at,
              ),
            );
          else tab.act('set', (casebook, at) => setFields(casebook, id, [[what === 'set' ? 'state:no-but' : 'note:no-but', state]], at), true);
          if (isStale) for (const other of [0, 1, 2]) if (other !== index) views[other] ??= before;
        }
        let turns = 0;
        while (heard.some((queue) => queue.length > 0)) {
          for (const index of [0, 1, 2]) hear(index);
          turns += 1;
          expect(turns).toBeLessThan(100);
        }
        const stored = parseCasebook(storage.getItem(key)).casebook;
        for (const tab of tabs) {
          const casebook = tab.$casebook.get();
          if (steps.some((step) => !['hear', 'undo'].includes(step.do))) expect(mergeCasebooks(stored, casebook)).toBe(stored);
          tab.refresh();
          expect([getValues(tab.$casebook.get()), tab.$casebook.get().current]).toEqual([
            getValues(tabs[0]!.$casebook.get()),
            tabs[0]!.$casebook.get().current,
          ]);
        }
      }),
      { numRuns },
    );
  });
});

describe('the case that a tab shows', () => {
  it('is the one chosen in it, after a reload as well; a new tab shows the one shown last', () => {
    const storage = createFakeStorage();
    const [leftMemory, rightMemory] = [createFakeStorage(), createFakeStorage()];
    const left = open(storage, { getTabStorage: () => leftMemory });
    left.setState('no-but', 'done');
    const right = open(storage, { getTabStorage: () => rightMemory });
    right.makeCase('q1', 'Dana');
    expect([left.getCase(), right.getCase()]).toEqual(['first', 'q1']);
    expect([
      open(storage, { getTabStorage: () => leftMemory }).getCase(),
      open(storage, { getTabStorage: () => rightMemory }).getCase(),
      open(storage).getCase(),
    ]).toEqual(['first', 'q1', 'q1']);
  });

  it('does not change because another tab shows another: the next tick would be on somebody else’s list', () => {
    const storage = createFakeStorage({ [key]: formatCasebook({ ...createCasebook({ q1: { place: 'here' }, q2: { place: 'here' } }), current: ['q1', now] }) });
    const [left, right] = [open(storage), open(storage)];
    right.showCase('q2');
    left.adopt(storage.values.get(key) ?? null);
    left.setState('no-but', 'done');
    expect([left.getCase(), getState(read(storage.values.get(key)), 'q1', 'no-but'), getState(read(storage.values.get(key)), 'q2', 'no-but')]).toEqual([
      'q1',
      'done',
      'open',
    ]);
  });

  it('changes where it was put away in another tab, and then stays', () => {
    const storage = createFakeStorage({ [key]: formatCasebook(createCasebook({ q1: { place: 'here' }, q2: { place: 'here' }, q3: { place: 'here' } })) });
    const [left, right] = [open(storage), open(storage)];
    left.showCase('q2');
    right.act('case', (casebook, at) => setFields(casebook, 'q2', [['place', 'archived']], at));
    left.refresh();
    const shown = left.getCase();
    expect(shown).not.toBe('q2');
    right.showCase(shown === 'q1' ? 'q3' : 'q1');
    left.refresh();
    expect(left.getCase()).toBe(shown);
  });

  it('is chosen where the tab can remember nothing, for as long as the page is open', () => {
    const storage = createFakeStorage();
    const tab = open(storage, { getTabStorage: () => null });
    tab.makeCase('q1', 'Dana');
    tab.makeCase('q2', 'Omar');
    tab.showCase('q1');
    expect(tab.getCase()).toBe('q1');
  });
});
