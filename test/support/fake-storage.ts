import type { ProgressStorage } from '../../src/checklists/progress-store.ts';

/** A storage in memory. `failing` makes the named method throw, as a full or blocked storage does. */
export interface FakeStorage extends ProgressStorage {
  readonly values: Map<string, string>;
  failing: '' | 'getItem' | 'setItem';
}

export function createFakeStorage(values: Record<string, string> = {}): FakeStorage {
  const storage: FakeStorage = {
    values: new Map(Object.entries(values)),
    failing: '',
    getItem(key) {
      if (storage.failing === 'getItem') throw new DOMException('The operation is insecure.', 'SecurityError');
      return storage.values.get(key) ?? null;
    },
    setItem(key, value) {
      if (storage.failing === 'setItem') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      storage.values.set(key, value);
    },
  };
  return storage;
}
