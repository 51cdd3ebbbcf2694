import { afterEach, describe, expect, it, vi } from 'vitest';
import { getStorageKey, readStored, type StoredName, writeStored } from '../../src/site/storage-key.ts';
import { createFakeStorage } from '../support/fake-storage.ts';

const names: StoredName[] = ['theme', 'locale', 'progress'];
const bases = ['/', '/x/', '/x/y/', '/xx/'];

afterEach(() => vi.unstubAllGlobals());

describe('the keys of what is stored', () => {
  it('carry the name of the site and its base path, so that sites on one origin keep apart (S08)', () => {
    const keys = bases.flatMap((base) => names.map((name) => getStorageKey(name, base)));
    expect(new Set(keys).size).toBe(bases.length * names.length);
    for (const [index, key] of keys.entries()) expect(key).toBe(`after-the-mistake:${bases[Math.floor(index / 3)]}:${names[index % 3]}`);
  });

  it('are the same with and without the slash at the end of the base', () => {
    for (const name of names) expect([getStorageKey(name, '/x'), getStorageKey(name, '')]).toEqual([getStorageKey(name, '/x/'), getStorageKey(name, '/')]);
  });

  it('of no name are the beginning of another, so that a moved-aside value meets none', () => {
    const keys = bases.flatMap((base) => names.map((name) => getStorageKey(name, base)));
    for (const key of keys) expect(keys.filter((other) => other.startsWith(key))).toEqual([key]);
  });
});

describe('reading and writing', () => {
  it('keeps a value, gives it back and forgets it', () => {
    const storage = createFakeStorage({ locale: 'mine' });
    vi.stubGlobal('localStorage', { ...storage, removeItem: (key: string) => storage.values.delete(key) });
    expect([writeStored('locale', 'he'), readStored('locale')]).toEqual([true, 'he']);
    expect([writeStored('locale', null), readStored('locale')]).toEqual([true, null]);
    expect(Object.fromEntries(storage.values)).toEqual({ locale: 'mine' });
  });

  it('says that nothing was kept where the browser refuses, and never throws (S01, S03)', () => {
    const refuse = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    for (const storage of [undefined, null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
      vi.stubGlobal('localStorage', storage);
      expect([readStored('theme'), writeStored('theme', 'dark'), writeStored('theme', null)]).toEqual([null, false, false]);
    }
  });
});
