import { atom, type ReadableAtom } from 'nanostores';
import { emptyProgress, formatProgress, mergeProgress, type Progress, parseProgress, setDone } from './progress.ts';

/** Where progress is kept: the browser's storage, or a stand-in in tests. Any method may throw. */
export type ProgressStorage = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Progress that survives a reload and is shared by all tabs. Every action reads what is stored, merges and writes,
 * so that two tabs cannot overwrite each other; what cannot be stored lasts as long as the page.
 */
export interface ProgressStore {
  readonly $progress: ReadableAtom<Progress>;
  /** Whether the browser keeps what is ticked. */
  readonly $kept: ReadableAtom<boolean>;
  setDone(id: string, done: boolean): void;
  /** Takes up what is stored now. */
  refresh(): void;
  /** Takes up what another tab has just stored; what it did not know yet is stored again, so that nothing is lost. */
  adopt(stored: string | null): void;
}

/**
 * @param getStorage gives the storage; may throw or give nothing where the browser blocks it
 * @param key the key to store under; a damaged value is moved aside to `<key>:damaged`
 */
export function createProgressStore(getStorage: () => ProgressStorage | null, key: string, now: () => number = Date.now): ProgressStore {
  const $progress = atom<Progress>(emptyProgress);
  const $kept = atom(true);

  /** What is stored; null where it cannot be read or must not be written over. */
  function read(): Progress | null {
    try {
      const storage = getStorage();
      if (!storage) throw new Error('no storage');
      const stored = storage.getItem(key);
      const reading = parseProgress(stored);
      if (reading.kind === 'newer') {
        $progress.set(mergeProgress($progress.get(), reading.progress));
        return null;
      }
      if (reading.kind === 'ok') return reading.progress;
      // Set aside, not thrown away: somebody may still be able to read it.
      if (stored !== null) storage.setItem(`${key}:damaged`, stored);
      return emptyProgress;
    } catch {
      return null;
    }
  }

  function refresh(): void {
    const stored = read();
    $kept.set(stored !== null);
    if (stored) $progress.set(mergeProgress($progress.get(), stored));
  }

  /** Stores what is shown, if the browser keeps anything. */
  function write(): void {
    if (!$kept.get()) return;
    try {
      getStorage()?.setItem(key, formatProgress($progress.get()));
    } catch {
      $kept.set(false);
    }
  }

  refresh();

  return {
    $progress,
    $kept,
    refresh,
    setDone(id, done) {
      refresh();
      $progress.set(setDone($progress.get(), id, done, now()));
      write();
    },
    adopt(stored) {
      refresh();
      const reading = parseProgress(stored);
      if (reading.kind !== 'ok' || stored === null) return;
      $progress.set(mergeProgress($progress.get(), reading.progress));
      const known = read();
      // Only where something is missing there: two tabs that both wrote back would never stop.
      if (known && [...$progress.get().items].some(([id, mark]) => known.items.get(id)?.[1] !== mark[1])) write();
    },
  };
}
