import { attempt } from './attempt.ts';
import { type Casebook, emptyCasebook } from './casebook.ts';
import { formatCasebook, parseCasebook } from './casebook-format.ts';
import { parseVersion1 } from './casebook-v1.ts';

/** Where a casebook is kept: the browser's storage, or a stand-in in tests. Any method may throw. */
export type CasebookStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Why the browser does not keep what is noted: its storage cannot be had or read, a write failed (most often for lack
 * of room), or a newer version of the site has stored what this one must not write over.
 */
export type Problem = 'blocked' | 'full' | 'newer';

/** What is stored, as far as it can be read, and why nothing may be written over it. */
export interface Stored {
  readonly casebook: Casebook;
  readonly problem?: Problem | undefined;
}

/** A casebook in a storage. Nothing here throws. */
export interface StoredCasebook {
  /** The same object as before where nothing has changed. */
  read(): Stored;
  /** @returns whether it is stored now */
  write(casebook: Casebook): boolean;
  /** What version 1 stored; null where there is nothing. */
  readOld(): ReturnType<typeof parseVersion1>;
  /** Removes what version 1 stored. */
  removeOld(): void;
}

/** @param getStorage gives the storage; may throw or give nothing  @param oldKey the key of version 1 */
export function createStoredCasebook(getStorage: () => CasebookStorage | null, key: string, oldKey: string): StoredCasebook {
  /** What was last read or written, so that it need not be read again. */
  let seen: (Stored & { readonly raw: string | null }) | undefined;

  /** A missing storage throws, and counts as one that does. */
  function use<T>(action: (storage: CasebookStorage) => T): T | undefined {
    return attempt(() => action(getStorage() as CasebookStorage));
  }

  /** Not thrown away: somebody may still be able to read it. What was set aside before stays as well. */
  function setAside(storage: CasebookStorage, raw: string): true {
    let name = `${key}:damaged`;
    for (let count = 2; ![null, raw].includes(storage.getItem(name)); count += 1) name = `${key}:damaged:${count}`;
    storage.setItem(name, raw);
    return true;
  }

  return {
    read() {
      const raw = use((storage) => storage.getItem(key));
      if (raw === undefined) return { casebook: emptyCasebook, problem: 'blocked' };
      if (seen?.raw === raw) return seen;
      const { kind, casebook } = parseCasebook(raw);
      if (kind === 'damaged' && !use((storage) => setAside(storage, raw as string))) return { casebook, problem: 'full' };
      seen = { raw, casebook, problem: kind === 'newer' ? kind : undefined };
      return seen;
    },
    write(casebook) {
      const raw = formatCasebook(casebook);
      return !!use((storage) => {
        storage.setItem(key, raw);
        seen = { raw, casebook };
        return true;
      });
    },
    readOld() {
      const raw = use((storage) => storage.getItem(oldKey));
      return raw ? parseVersion1(raw) : null;
    },
    removeOld() {
      use((storage) => storage.removeItem(oldKey));
    },
  };
}
