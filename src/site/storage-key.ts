/** What the site keeps in the browser; each name is stored under its own key. */
export type StoredName = 'theme' | 'locale' | 'casebook' | 'only-open' | 'progress' | 'facts' | 'calendar' | 'recent-queries';

/**
 * The key under which `name` is stored. It carries the base path, because several sites may share one origin
 * (github.io) and none may touch what belongs to another.
 */
export function getStorageKey(name: StoredName, base: string = import.meta.env.BASE_URL): string {
  return `after-the-mistake:${base.replace(/\/*$/, '/')}:${name}`;
}

/** The stored string, or null where there is none or the browser refuses to say. */
export function readStored(name: StoredName): string | null {
  try {
    return localStorage.getItem(getStorageKey(name));
  } catch {
    return null;
  }
}

/** Stores a string, or forgets it for null. @returns whether the browser kept it */
export function writeStored(name: StoredName, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(getStorageKey(name));
    else localStorage.setItem(getStorageKey(name), value);
    return true;
  } catch {
    return false;
  }
}
