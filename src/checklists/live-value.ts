/** A value that others follow. */
export interface LiveValue<T> {
  get(): T;
  /** Calls the listener now and at every change. @returns what ends it */
  subscribe(listener: (value: T) => void): () => void;
}

/** A value that others follow and that can be set; where it stays the same they are left in peace. */
export function createLiveValue<T>(value: T): LiveValue<T> & { set(next: T): void } {
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      if (next === value) return;
      value = next;
      for (const listener of listeners) listener(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(value);
      return () => void listeners.delete(listener);
    },
  };
}
