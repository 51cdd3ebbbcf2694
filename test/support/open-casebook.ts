import { getNote, getState, type ItemState, setFields } from '../../src/checklists/casebook.ts';
import { createCasebookStore, type StoreOptions } from '../../src/checklists/casebook-store.ts';
import { getStorageKey } from '../../src/site/storage-key.ts';
import { read } from './casebooks.ts';
import type { FakeStorage } from './fake-storage.ts';

export const key = getStorageKey('casebook', '/');
export const oldKey = getStorageKey('progress', '/');

/** A clock that ticks by one at every look. */
export function createClock(start = 17_950_000_000): () => number {
  let time = start;
  return () => (time += 1);
}

/** A tab that opens the site: its store, and what a reader does and sees there. */
export function open(storage: FakeStorage, options: Partial<StoreOptions> = {}) {
  const store = createCasebookStore(() => storage, { key, oldKey, now: createClock(), ...options });
  return {
    ...store,
    setState(id: string, state: ItemState) {
      store.act(`state:${id}`, (casebook, now) => setFields(casebook, store.getCase(), [[`state:${id}`, state]], now));
    },
    setNote(id: string, note: string) {
      store.act(`note:${id}`, (casebook, now) => setFields(casebook, store.getCase(), [[`note:${id}`, note]], now), true);
    },
    makeCase(id: string, name: string) {
      store.act('case', (casebook, now) =>
        setFields(
          casebook,
          id,
          [
            ['place', 'here'],
            ['name', name],
          ],
          now,
        ),
      );
      store.showCase(id);
    },
    getState: (id: string) => getState(store.$casebook.get(), store.getCase(), id),
    getNote: (id: string) => getNote(store.$casebook.get(), store.getCase(), id),
  };
}

/** Whether a reload would show the item of the first case as done. */
export function isStored(storage: FakeStorage, id: string): boolean {
  return getState(read(storage.values.get(key)), 'first', id) === 'done';
}

export function fail(): never {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
}
