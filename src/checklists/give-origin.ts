import type { Casebook } from './casebook.ts';
import { ensureOrigin } from './casebook-file.ts';
import type { CasebookStore } from './casebook-store.ts';
import { createId } from './random-id.ts';

/** Gives the casebook of this browser its origin, once and for all. @returns the casebook that has it */
export function giveOrigin({ $casebook, amend }: CasebookStore): Casebook {
  amend((casebook) => ensureOrigin(casebook, createId));
  return $casebook.get();
}
