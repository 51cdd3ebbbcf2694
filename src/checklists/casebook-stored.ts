import { attempt } from './attempt.ts';
import { type Casebook, emptyCasebook } from './casebook.ts';
import { formatCasebook, parseCasebook } from './casebook-format.ts';
import { hasMore } from './casebook-merge.ts';
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
  readonly problem?: Problem;
}

/** A casebook in a storage. Nothing here throws. */
export interface StoredCasebook {
  /** The same object as before where nothing has changed. */
  read(): Stored;
  /** @returns whether it is stored now */
  write(casebook: Casebook): boolean;
  /** What version 1 stored; null where there is nothing that was not given before. */
  readOld(): Casebook | null;
  /** Removes what version 1 stored, if it was understood and all of it can be read back from the new value. */
  removeOld(old: Casebook): void;
}

/** @param getStorage gives the storage; may throw or give nothing  @param oldKey the key of version 1 */
export function createStoredCasebook(getStorage: () => CasebookStorage | null, key: string, oldKey: string | undefined): StoredCasebook {
  /** What was last read or written, so that it need not be read again. */
  let seen: { readonly raw: string | null; readonly stored: Stored } | undefined;
  let oldSeen: string | null = null;

  function read(): Stored {
    let storage: CasebookStorage | null;
    let raw: string | null;
    try {
      storage = getStorage();
      if (!storage) return { casebook: emptyCasebook, problem: 'blocked' };
      raw = storage.getItem(key);
    } catch {
      return { casebook: emptyCasebook, problem: 'blocked' };
    }
    if (seen?.raw === raw) return seen.stored;
    const reading = parseCasebook(raw);
    const casebook = reading.kind === 'damaged' ? emptyCasebook : reading.casebook;
    if (raw !== null && (reading.kind === 'damaged' || (reading.kind === 'ok' && !reading.isWhole)) && !setAside(storage, raw))
      return { casebook, problem: 'full' };
    seen = { raw, stored: reading.kind === 'newer' ? { casebook, problem: 'newer' } : { casebook } };
    return seen.stored;
  }

  /** Not thrown away: somebody may still be able to read it. What was set aside before stays as well. */
  function setAside(storage: CasebookStorage, raw: string): boolean {
    try {
      for (let count = 1; ; count += 1) {
        const name = count === 1 ? `${key}:damaged` : `${key}:damaged:${count}`;
        const known = storage.getItem(name);
        if (known === null) storage.setItem(name, raw);
        if (known === null || known === raw) return true;
      }
    } catch {
      return false;
    }
  }

  return {
    read,
    write(casebook) {
      const isWritten = attempt(() => {
        const storage = getStorage();
        if (!storage) return false;
        const raw = formatCasebook(casebook);
        storage.setItem(key, raw);
        seen = { raw, stored: { casebook } };
        return true;
      });
      return isWritten ?? false;
    },
    readOld() {
      const raw = oldKey === undefined ? null : (attempt(() => getStorage()?.getItem(oldKey)) ?? null);
      if (raw === null || raw === oldSeen) return null;
      oldSeen = raw;
      return parseVersion1(raw)?.casebook ?? null;
    },
    removeOld(old) {
      attempt(() => {
        const storage = getStorage();
        const reading = parseCasebook(storage?.getItem(key) ?? null);
        const isReadBack = reading.kind === 'ok' && !hasMore(old, reading.casebook);
        if (isReadBack && oldKey !== undefined && oldSeen !== null && parseVersion1(oldSeen)?.isWhole) storage?.removeItem(oldKey);
      });
    },
  };
}
