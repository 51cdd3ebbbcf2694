import { getStorageKey } from '../site/storage-key.ts';
import { type CasebookStore, createCasebookStore } from './casebook-store.ts';
import type { GetFormerIds } from './casebook-undo.ts';

/** The casebook of this browser. */
export function openCasebook(getFormerIds?: GetFormerIds): CasebookStore {
  const keys = { key: getStorageKey('casebook'), oldKey: getStorageKey('progress') };
  return createCasebookStore(() => localStorage, { ...keys, getTabStorage: () => sessionStorage, getFormerIds });
}
