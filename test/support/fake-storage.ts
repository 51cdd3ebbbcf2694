/** What a storage in memory can be made to refuse, as a full or blocked one does. */
export type Failing = '' | 'getItem' | 'setItem' | 'removeItem' | 'second setItem';

/** A storage in memory. `failing` makes the named method throw; 'second setItem' lets one more write through first. */
export interface FakeStorage extends Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  readonly values: Map<string, string>;
  failing: Failing;
  /** How often something was written. */
  writes: number;
}

export function createFakeStorage(values: Record<string, string> = {}): FakeStorage {
  const storage: FakeStorage = {
    values: new Map(Object.entries(values)),
    failing: '',
    writes: 0,
    getItem(key) {
      if (storage.failing === 'getItem') throw new DOMException('The operation is insecure.', 'SecurityError');
      return storage.values.get(key) ?? null;
    },
    setItem(key, value) {
      if (storage.failing === 'setItem') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      if (storage.failing === 'second setItem') storage.failing = 'setItem';
      storage.values.set(key, value);
      storage.writes += 1;
    },
    removeItem(key) {
      if (storage.failing === 'removeItem') throw new DOMException('The operation is insecure.', 'SecurityError');
      storage.values.delete(key);
    },
  };
  return storage;
}
