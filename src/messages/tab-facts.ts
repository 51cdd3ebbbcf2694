import { getStorageKey } from '../site/storage-key.ts';
import type { Entries } from './fact-keys.ts';

/** What the casebook calls the case that exists without anybody having made it; where nothing is stored, there is no other. */
export const UNMADE_CASE = 'first';

/** Where entries are kept. */
export interface FactKeeper {
  /** Whether they outlive the tab. */
  readonly isCase: boolean;
  read(): Entries;
  /** @returns whether they were kept */
  write(entries: Entries): boolean;
}

/**
 * Entries that are forgotten with the tab and survive a reload or another language, a set for each case: what was written
 * to one client must not stand in a message to another. Stored as `{ "<case>": { "<key>": "<entry>" } }`.
 */
export function createTabKeeper(caseId: string = UNMADE_CASE, getStorage: () => Pick<Storage, 'getItem' | 'setItem'> = () => sessionStorage): FactKeeper {
  const key = getStorageKey('facts');
  const readAll = (): Record<string, unknown> => {
    try {
      const stored: unknown = JSON.parse(getStorage().getItem(key) ?? '{}');
      return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Record<string, unknown>) : {};
    } catch {
      return {};
    }
  };
  return {
    isCase: false,
    read() {
      const own = Object.hasOwn(readAll(), caseId) ? readAll()[caseId] : {};
      const entries = typeof own === 'object' && own !== null ? Object.entries(own) : [];
      return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    },
    write(entries) {
      const written = [...entries].filter(([, entry]) => entry !== '');
      try {
        getStorage().setItem(key, JSON.stringify({ ...readAll(), [caseId]: Object.fromEntries(written) }));
        return true;
      } catch {
        return false;
      }
    },
  };
}
