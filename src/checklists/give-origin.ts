import { ensureOrigin, type KnownCasebook } from './casebook-file.ts';
import type { CasebookStore } from './casebook-store.ts';
import { createId } from './random-id.ts';

/** Gives the casebook of this browser its origin, once and for all. @returns the casebook that has it */
export function giveOrigin({ $casebook, amend }: CasebookStore): KnownCasebook {
  amend((casebook) => ensureOrigin(casebook, createId));
  return $casebook.get() as KnownCasebook;
}
