import { describe, expect, it } from 'vitest';
import { formatProgress, isDone, parseProgress } from '../../src/checklists/progress.ts';
import { createProgressStore, type ProgressStorage } from '../../src/checklists/progress-store.ts';
import { getStorageKey } from '../../src/site/storage-key.ts';
import { createFakeStorage, type FakeStorage } from '../support/fake-storage.ts';

const key = getStorageKey('progress', '/');

/** A clock that ticks by one at every look. */
function createClock(start = 1_795_000_000_000): () => number {
  let time = start;
  return () => (time += 1);
}

function open(storage: FakeStorage, now = createClock()) {
  const store = createProgressStore(() => storage, key, now);
  return { ...store, isDone: (id: string) => isDone(store.$progress.get(), id) };
}

/** Whether a reload would show the item as done. */
function isStored(storage: FakeStorage, id: string): boolean {
  const reading = parseProgress(storage.values.get(key) ?? null);
  return reading.kind !== 'damaged' && isDone(reading.progress, id);
}

describe('the progress store', () => {
  it('shows after a reload what was ticked before', () => {
    const storage = createFakeStorage();
    open(storage).setDone('no-but', true);
    const again = open(storage);
    expect([again.isDone('no-but'), again.isDone('said-we'), again.$kept.get()]).toEqual([true, false, true]);
  });

  it('stores a tick at once, not later (S11)', () => {
    const storage = createFakeStorage();
    open(storage).setDone('no-but', true);
    expect(isStored(storage, 'no-but')).toBe(true);
  });

  it('tells its listeners of every change', () => {
    const store = open(createFakeStorage());
    const seen: boolean[] = [];
    store.$progress.subscribe((progress) => seen.push(isDone(progress, 'no-but')));
    store.setDone('no-but', true);
    store.setDone('no-but', false);
    expect([seen[0], seen.includes(true), seen.at(-1)]).toEqual([false, true, false]);
  });

  it('touches no key but its own (S08)', () => {
    const others = { progress: 'mine', 'after-the-mistake:/x/:progress': 'another copy', [getStorageKey('theme', '/')]: 'dark' };
    const storage = createFakeStorage({ ...others, [key]: 'spoilt' });
    open(storage).setDone('no-but', true);
    expect(Object.fromEntries([...storage.values].filter(([name]) => !name.startsWith(key)))).toEqual(others);
  });
});

describe('without a storage', () => {
  it.each<[string, () => ProgressStorage | null]>([
    [
      'that throws when it is asked for (S01)',
      () => {
        throw new DOMException('Access is denied.', 'SecurityError');
      },
    ],
    ['that is null (S02)', () => null],
    ['that throws when it is read (S01)', () => ({ ...createFakeStorage(), getItem: () => fail() })],
  ])('ticks last for the visit and the store says so: one %s', (_name, getStorage) => {
    const store = createProgressStore(getStorage, key);
    store.setDone('no-but', true);
    store.refresh();
    expect([isDone(store.$progress.get(), 'no-but'), store.$kept.get()]).toEqual([true, false]);
  });

  it('a tick stays on the screen where the storage is full, and what was stored stays whole (S03, S04)', () => {
    const storage = createFakeStorage();
    const store = open(storage);
    store.setDone('no-but', true);
    const before = storage.values.get(key);
    storage.failing = 'setItem';
    store.setDone('said-we', true);
    expect([store.isDone('no-but'), store.isDone('said-we'), store.$kept.get()]).toEqual([true, true, false]);
    expect(storage.values.get(key)).toBe(before);
  });

  it('everything is stored with the next tick once there is room again', () => {
    const storage = createFakeStorage();
    const store = open(storage);
    storage.failing = 'setItem';
    store.setDone('no-but', true);
    storage.failing = '';
    store.setDone('said-we', true);
    expect([isStored(storage, 'no-but'), isStored(storage, 'said-we'), store.$kept.get()]).toEqual([true, true, true]);
  });

  it('the screen is written again after the site data were cleared (S12)', () => {
    const storage = createFakeStorage();
    const store = open(storage);
    store.setDone('no-but', true);
    storage.values.clear();
    store.refresh();
    expect(store.isDone('no-but')).toBe(true);
    store.setDone('said-we', true);
    expect([isStored(storage, 'no-but'), isStored(storage, 'said-we')]).toEqual([true, true]);
  });
});

describe('two tabs on one storage', () => {
  it('keep both ticks when they tick different items at once (S09)', () => {
    const storage = createFakeStorage();
    const [left, right] = [open(storage), open(storage)];
    left.setDone('no-but', true);
    right.setDone('said-we', true);
    left.refresh();
    for (const tab of [left, right]) expect([tab.isDone('no-but'), tab.isDone('said-we')]).toEqual([true, true]);
    expect([isStored(storage, 'no-but'), isStored(storage, 'said-we')]).toEqual([true, true]);
  });

  it('agree on the last action when they tick and untick the same item (S10)', () => {
    const storage = createFakeStorage();
    const now = createClock();
    const [left, right] = [open(storage, now), open(storage, now)];
    left.setDone('no-but', true);
    right.setDone('no-but', false);
    left.setDone('said-we', true);
    expect([left, right].map((tab) => tab.isDone('no-but'))).toEqual([false, false]);
    left.setDone('no-but', true);
    right.refresh();
    expect([left, right].map((tab) => tab.isDone('no-but'))).toEqual([true, true]);
  });

  it('agree on the last action even where the clock was years ahead and is right again (E14)', () => {
    const storage = createFakeStorage();
    open(storage, createClock(4_070_908_800_000)).setDone('no-but', true);
    const store = open(storage, createClock(0));
    store.setDone('no-but', false);
    expect([store.isDone('no-but'), isStored(storage, 'no-but')]).toEqual([false, false]);
  });

  it('do not undo what the other wrote into fields that this version does not know (S07)', () => {
    const storage = createFakeStorage({ [key]: '{"v":1,"items":{},"notes":"first"}' });
    const tab = open(storage);
    storage.values.set(key, '{"v":1,"items":{"said-we":[2,5]},"notes":"second"}');
    tab.setDone('no-but', true);
    expect(JSON.parse(storage.values.get(key) ?? '')).toMatchObject({ notes: 'second', items: { 'said-we': [2, 5], 'no-but': [1, expect.any(Number)] } });
  });
});

describe('a stored value that cannot be read', () => {
  const spoilt = ['', '{"v":1,"items":', 'null', '[]', '{"v":1}', '\uD800', 'a'.repeat(10_000)];

  it('is set aside under another key and ticking goes on (S05)', () => {
    for (const value of spoilt) {
      const storage = createFakeStorage({ [key]: value });
      const store = open(storage);
      store.setDone('no-but', true);
      expect(storage.values.get(`${key}:damaged`)).toBe(value);
      expect([store.$kept.get(), isStored(storage, 'no-but')]).toEqual([true, true]);
    }
  });

  it('is not written over where it cannot be set aside', () => {
    const storage = createFakeStorage({ [key]: '{"v":1,' });
    storage.failing = 'setItem';
    const store = open(storage);
    storage.failing = '';
    storage.setItem = (name, value) => (name === key ? void storage.values.set(name, value) : fail());
    store.setDone('no-but', true);
    expect([storage.values.get(key), store.isDone('no-but'), store.$kept.get()]).toEqual(['{"v":1,', true, false]);
  });
});

describe('progress of a newer version of the site (S07)', () => {
  it.each(['{"v":2,"items":{"no-but":[1,5]},"lists":{"x":1}}', '{"v":2,"lists":{"x":[1]}}'])('is not written over: %s', (value) => {
    const storage = createFakeStorage({ [key]: value });
    const store = open(storage);
    store.setDone('said-we', true);
    expect(Object.fromEntries(storage.values)).toEqual({ [key]: value });
    expect([store.isDone('no-but'), store.isDone('said-we'), store.$kept.get()]).toEqual([value.includes('no-but'), true, false]);
  });

  it('that another tab has written meanwhile is not written over either', () => {
    const storage = createFakeStorage();
    const store = open(storage);
    store.setDone('said-we', true);
    const newer = formatProgress(store.$progress.get()).replace('"v":1', '"v":2');
    storage.values.set(key, newer);
    store.setDone('no-but', true);
    expect(storage.values.get(key)).toBe(newer);
  });
});

function fail(): never {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
}
