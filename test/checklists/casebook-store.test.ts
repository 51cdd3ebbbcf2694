import { describe, expect, it } from 'vitest';
import { eraseCase, getField, getNote, getState, setFields } from '../../src/checklists/casebook.ts';
import { formatCasebook, parseCasebook } from '../../src/checklists/casebook-format.ts';
import { createCasebookStore } from '../../src/checklists/casebook-store.ts';
import type { CasebookStorage } from '../../src/checklists/casebook-stored.ts';
import { getStorageKey } from '../../src/site/storage-key.ts';
import { createCasebook, getPrototypeState, getValues, read } from '../support/casebooks.ts';
import { createFakeStorage, type Failing } from '../support/fake-storage.ts';
import { STORED } from '../support/hostile-inputs.ts';
import { fail, isStored, key, oldKey, open } from '../support/open-casebook.ts';

describe('the casebook store', () => {
  it('shows after a reload what was noted before', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.setState('no-but', 'done');
    tab.setState('said-we', 'not-applicable');
    tab.setNote('no-but', 'call Dana');
    const again = open(storage);
    expect([again.getState('no-but'), again.getState('said-we'), again.getState('mistake-named'), again.getNote('no-but'), again.$kept.get()]).toEqual([
      ...['done', 'not-applicable', 'open', 'call Dana', 'kept'],
    ]);
  });

  it('stores a tick at once, not later (S11)', () => {
    const storage = createFakeStorage();
    open(storage).setState('no-but', 'done');
    expect(isStored(storage, 'no-but')).toBe(true);
  });

  it('stores before anybody is told, so that a listener that fails costs nothing (S11)', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    const seen: boolean[] = [];
    tab.$casebook.subscribe(() => seen.push(isStored(storage, 'no-but')));
    tab.setState('no-but', 'done');
    expect(seen).toEqual([false, true]);
    const failing = open(storage);
    failing.$casebook.subscribe((casebook) => getState(casebook, 'first', 'said-we') === 'done' && fail());
    expect(() => failing.setState('said-we', 'done')).toThrow();
    expect(isStored(storage, 'said-we')).toBe(true);
  });

  it('tells its listeners of every change, and leaves them in peace where nothing is new', () => {
    const tab = open(createFakeStorage());
    const seen: string[] = [];
    tab.$casebook.subscribe((casebook) => seen.push(getState(casebook, 'first', 'no-but')));
    tab.setState('no-but', 'done');
    tab.setState('no-but', 'open');
    tab.refresh();
    tab.adopt(null);
    expect(seen).toEqual(['open', 'done', 'open']);
  });

  it('touches no key but its own (S08)', () => {
    const others = { casebook: 'mine', 'after-the-mistake:/x/:casebook': 'another copy', [getStorageKey('theme', '/')]: 'dark' };
    const storage = createFakeStorage({ ...others, [key]: 'spoilt' });
    open(storage).setState('no-but', 'done');
    expect(Object.fromEntries([...storage.values].filter(([name]) => !name.startsWith(key)))).toEqual(others);
  });

  it('keeps the same items in every language: only ids are stored (S16)', () => {
    const storage = createFakeStorage();
    open(storage).setState('no-but', 'done');
    // Another page of the site, in another language, has the same ids and the same key.
    expect(open(storage).getState('no-but')).toBe('done');
    expect([...storage.values.keys()]).toEqual([key]);
  });

  it('keeps what was noted on items that a new version of the list no longer has, and shows new ones open (S14, S15)', () => {
    const storage = createFakeStorage();
    const old = open(storage);
    old.setState('removed', 'done');
    old.setNote('removed', 'still here');
    const tab = open(storage);
    tab.setState('added', 'not-applicable');
    expect([tab.getState('removed'), tab.getState('brand-new')]).toEqual(['done', 'open']);
    expect(getNote(read(storage.values.get(key)), 'first', 'removed')).toBe('still here');
  });

  it('amends without anything to take back, and writes nothing where nothing changes', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.setState('no-but', 'done');
    tab.amend((casebook, now) => setFields(casebook, 'first', [['sequence:ninety-days', '1']], now));
    const { writes } = storage;
    tab.amend((casebook) => casebook);
    tab.act('nothing', (casebook) => casebook);
    expect(storage.writes).toBe(writes);
    tab.undo();
    expect([tab.getState('no-but'), getField(tab.$casebook.get(), 'first', 'sequence:ninety-days'), tab.$last.get()]).toEqual(['open', '1', null]);
  });
});

describe('without a storage', () => {
  it.each<[string, () => CasebookStorage | null]>([
    [
      'that throws when it is asked for (S01)',
      () => {
        throw new DOMException('Access is denied.', 'SecurityError');
      },
    ],
    ['that is null (S02)', () => null],
    ['that throws when it is read (S01)', () => ({ ...createFakeStorage(), getItem: () => fail() })],
  ])('notes last for the visit and can be taken back, and the store says so: one %s', (_name, getStorage) => {
    const store = createCasebookStore(getStorage, { key, oldKey, getTabStorage: getStorage });
    store.act('tick', (casebook, now) => setFields(casebook, store.getCase(), [['state:no-but', 'done']], now));
    store.act('tick', (casebook, now) => setFields(casebook, store.getCase(), [['state:said-we', 'done']], now));
    store.undo();
    store.refresh();
    store.showCase('q1');
    store.adopt('{"v":2,"cases":{}}');
    expect([getState(store.$casebook.get(), 'first', 'no-but'), getState(store.$casebook.get(), 'first', 'said-we'), store.$kept.get()]).toEqual([
      'done',
      'open',
      'blocked',
    ]);
  });

  it('a note stays on the screen where the storage is full, and what was stored stays whole (S03)', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.setState('no-but', 'done');
    const before = storage.values.get(key);
    storage.failing = 'setItem';
    tab.setState('said-we', 'done');
    expect([tab.getState('no-but'), tab.getState('said-we'), tab.$kept.get(), storage.values.get(key)]).toEqual(['done', 'done', 'full', before]);
  });

  it('the store says once that it is full, not at every tick, and not that all is well in between (S03)', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    const said: string[] = [];
    tab.$kept.subscribe((kept) => said.push(kept));
    storage.failing = 'setItem';
    for (const id of ['a', 'b', 'c']) tab.setState(id, 'done');
    tab.refresh();
    storage.failing = '';
    tab.setState('d', 'done');
    expect(said).toEqual(['kept', 'full', 'kept']);
    expect(['a', 'b', 'c', 'd'].map((id) => isStored(storage, id))).toEqual([true, true, true, true]);
  });

  it.each<[Failing, string]>([
    ['second setItem', 'full'],
    ['removeItem', 'kept'],
    ['getItem', 'blocked'],
  ])('what is stored is never half-written: %s fails (S04)', (failing, kept) => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.setState('a', 'done');
    storage.failing = failing;
    tab.setState('b', 'done');
    tab.setState('c', 'done');
    expect([tab.getState('a'), tab.getState('b'), tab.getState('c'), tab.$kept.get()]).toEqual(['done', 'done', 'done', kept]);
    expect(parseCasebook(storage.values.get(key) ?? null)).toMatchObject({ kind: 'ok' });
    expect(isStored(storage, 'a')).toBe(true);
    storage.failing = '';
    tab.setState('d', 'done');
    expect(['a', 'b', 'c', 'd'].map((id) => isStored(storage, id))).toEqual([true, true, true, true]);
  });

  it('the screen is written again with the next action after the site data were cleared, and not before (S12)', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.setState('no-but', 'done');
    storage.values.clear();
    tab.refresh();
    tab.adopt(null);
    expect([tab.getState('no-but'), storage.values.size]).toEqual(['done', 0]);
    tab.setState('said-we', 'done');
    expect([isStored(storage, 'no-but'), isStored(storage, 'said-we')]).toEqual([true, true]);
  });

  it('what was taken away and brought back as it was is read again (S12)', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.setState('no-but', 'done');
    const stored = storage.values.get(key) as string;
    storage.values.clear();
    tab.refresh();
    storage.values.set(key, stored);
    tab.setState('said-we', 'done');
    expect([isStored(storage, 'no-but'), isStored(storage, 'said-we')]).toEqual([true, true]);
  });

  it('a storage that vanishes between reading and writing counts as a write that failed (S04)', () => {
    const storage = createFakeStorage();
    let isThere = true;
    const store = createCasebookStore(() => (isThere ? storage : null), { key });
    store.act('tick', (casebook, now) => {
      isThere = false;
      return setFields(casebook, 'first', [['state:no-but', 'done']], now);
    });
    expect([store.$kept.get(), storage.values.size]).toEqual(['full', 0]);
  });
});

describe('a stored value that cannot be read', () => {
  const spoilt = STORED.filter((value) => value !== '{"v":999}');

  it('is set aside under another key and noting goes on, whatever the value (S05)', () => {
    const before = getPrototypeState();
    expect(spoilt.length).toBe(STORED.length - 1);
    for (const value of spoilt) {
      const storage = createFakeStorage({ [key]: value });
      const tab = open(storage);
      tab.setState('no-but', 'done');
      expect(storage.values.get(`${key}:damaged`)).toBe(value);
      expect([tab.$kept.get(), isStored(storage, 'no-but')]).toEqual(['kept', true]);
    }
    expect(getPrototypeState()).toEqual(before);
  });

  it('is set aside once, and a second one does not take its place (S05)', () => {
    const storage = createFakeStorage({ [key]: 'first' });
    for (const value of ['first', 'second', 'second', 'third']) {
      storage.values.set(key, value);
      open(storage);
      open(storage).setState('no-but', 'done');
    }
    expect([...storage.values].filter(([name]) => name !== key)).toEqual([
      [`${key}:damaged`, 'first'],
      [`${key}:damaged:2`, 'second'],
      [`${key}:damaged:3`, 'third'],
    ]);
  });

  it('costs only the part that is spoilt; the whole is set aside all the same (S05)', () => {
    const value = '{"v":2,"ids":["no-but"],"cases":{"first":{"states":"05D0","fields":{"note:no-but":["kept",5]}},"q1":7}}';
    const storage = createFakeStorage({ [key]: value });
    const tab = open(storage);
    tab.setState('said-we', 'done');
    expect([tab.getState('no-but'), tab.getNote('no-but'), storage.values.get(`${key}:damaged`)]).toEqual(['done', 'kept', value]);
    expect([isStored(storage, 'no-but'), isStored(storage, 'said-we')]).toEqual([true, true]);
  });

  it('is not written over where it cannot be set aside (S05)', () => {
    const storage = createFakeStorage({ [key]: '{"v":2,' });
    storage.setItem = (name, value) => (name === key ? void storage.values.set(name, value) : fail());
    const tab = open(storage);
    tab.setState('no-but', 'done');
    expect([storage.values.get(key), tab.getState('no-but'), tab.$kept.get()]).toEqual(['{"v":2,', 'done', 'full']);
  });

  it('is ignored where another tab is said to have written it, and so is nothing (S13)', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.setState('no-but', 'done');
    const before = [storage.values.get(key), tab.$casebook.get(), storage.writes];
    for (const junk of [null, ...STORED]) tab.adopt(junk);
    expect([storage.values.get(key), tab.$casebook.get(), storage.writes]).toEqual(before);
  });
});

describe('progress of version 1 (S06)', () => {
  const items = { 'no-but': [1, 500], 'said-we': [0, 700], past: [1, 0] };
  const old = JSON.stringify({ v: 1, items });

  it('is moved over without loss, and removed once it can be read back (S06)', () => {
    const storage = createFakeStorage({ [oldKey]: old });
    const tab = open(storage);
    expect(['no-but', 'said-we', 'past'].map((id) => tab.getState(id))).toEqual(['done', 'open', 'done']);
    expect([...storage.values.keys()]).toEqual([key]);
    expect(read(storage.values.get(key)).cases.get('first')?.fields).toEqual(
      new Map([
        ['state:no-but', ['done', 5]],
        ['state:said-we', ['open', 7]],
        ['state:past', ['done', 1]],
      ]),
    );
  });

  it('does not win over what was noted later (S06)', () => {
    const storage = createFakeStorage({ [key]: formatCasebook(createCasebook({ first: { 'state:no-but': 'not-applicable' } })), [oldKey]: old });
    const tab = open(storage);
    expect([tab.getState('no-but'), tab.getState('past'), storage.values.has(oldKey)]).toEqual(['not-applicable', 'done', false]);
  });

  it('stays where it is where nothing can be written, is shown, and is moved at the next visit (S06)', () => {
    const storage = createFakeStorage({ [oldKey]: old });
    storage.failing = 'setItem';
    const tab = open(storage);
    expect([tab.getState('no-but'), tab.$kept.get(), [...storage.values]]).toEqual(['done', 'full', [[oldKey, old]]]);
    storage.failing = '';
    expect([open(storage).getState('no-but'), [...storage.values.keys()]]).toEqual(['done', [key]]);
  });

  it('stays where it is where it cannot be removed, and does no harm there (S06)', () => {
    const storage = createFakeStorage({ [oldKey]: old });
    storage.failing = 'removeItem';
    open(storage).setState('no-but', 'open');
    const again = open(storage);
    expect([again.getState('no-but'), again.getState('past'), again.$kept.get(), storage.values.get(oldKey)]).toEqual(['open', 'done', 'kept', old]);
    const { writes } = storage;
    open(storage);
    expect(storage.writes).toBe(writes);
  });

  it('stays where it is where the browser forgets what it was given (S06)', () => {
    const storage = createFakeStorage({ [oldKey]: old });
    storage.setItem = () => {};
    expect([open(storage).getState('no-but'), [...storage.values]]).toEqual(['done', [[oldKey, old]]]);
  });

  it.each([
    ...[
      '{"v":1,"items":{"no-but":[1,5],"said-we":[2,7]}}',
      '{"v":1,"items":{"no-but":[1,5]},"notes":{"x":1}}',
      '{"v":1,"items":',
      'a'.repeat(1000),
      '{"v":2,"items":{}}',
    ],
  ])('stays as it is where not all of it was understood: %.40s (S06)', (value) => {
    const storage = createFakeStorage({ [oldKey]: value });
    const tab = open(storage);
    expect([storage.values.get(oldKey), tab.getState('no-but'), tab.$kept.get()]).toEqual([value, value.includes('[1,5]') ? 'done' : 'open', 'kept']);
  });

  it('that a tab of the old version still writes is moved over at the next action (S06)', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    storage.values.set(oldKey, old);
    tab.setState('mistake-named', 'done');
    expect([tab.getState('no-but'), isStored(storage, 'no-but'), isStored(storage, 'mistake-named'), storage.values.has(oldKey)]).toEqual([
      'done',
      true,
      true,
      false,
    ]);
    tab.undo();
    expect([tab.getState('no-but'), tab.getState('mistake-named')]).toEqual(['done', 'open']);
  });

  it('does not come back once the case was erased (S06)', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.setState('no-but', 'done');
    tab.act('erase', (casebook, now) => eraseCase(casebook, 'first', now));
    storage.values.set(oldKey, old);
    const again = open(storage);
    expect([getValues(again.$casebook.get()), storage.values.has(oldKey)]).toEqual([{ first: { place: 'erased' } }, false]);
  });
});

describe('a casebook of a newer version of the site (S07)', () => {
  const values = ['{"v":3,"ids":["no-but"],"cases":{"first":{"states":"05D"}},"lists":{"x":1}}', '{"v":3,"lists":{"x":[1]}}', '{"v":999}'];

  it.each(values)('is not written over, nor is version 1 moved: %s (S07)', (value) => {
    const storage = createFakeStorage({ [key]: value, [oldKey]: '{"v":1,"items":{"past":[1,5]}}' });
    const before = Object.fromEntries(storage.values);
    const tab = open(storage);
    tab.setState('said-we', 'done');
    tab.setState('mistake-named', 'done');
    tab.undo();
    tab.adopt(value);
    expect(Object.fromEntries(storage.values)).toEqual(before);
    expect(['no-but', 'said-we', 'mistake-named', 'past'].map((id) => tab.getState(id))).toEqual([
      value.includes('no-but') ? 'done' : 'open',
      'done',
      'open',
      'done',
    ]);
    expect(tab.$kept.get()).toBe('newer');
  });

  it('that another tab has written meanwhile is not written over either (S07)', () => {
    const storage = createFakeStorage();
    const tab = open(storage);
    tab.setState('said-we', 'done');
    const newer = formatCasebook(tab.$casebook.get()).replace('"v":2', '"v":3');
    storage.values.set(key, newer);
    tab.adopt(newer);
    tab.setState('no-but', 'done');
    expect([storage.values.get(key), tab.$kept.get()]).toEqual([newer, 'newer']);
  });
});
