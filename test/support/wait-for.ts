import { vi } from 'vitest';

/** Waits until `check` throws nothing more; long enough for a machine that does other things as well. */
export function waitFor<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 5_000 });
}
