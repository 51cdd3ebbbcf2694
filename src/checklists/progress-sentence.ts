import type { ItemState } from './casebook.ts';
import { fill } from './checklist-part.ts';

/** The sentences of a list's progress, as the server writes them into its attributes. */
export interface ProgressSentences {
  /** JSON: one sentence per number of items done. */
  readonly sentences: string;
  /** With `#` where the number goes. */
  readonly notApplicable: string;
  readonly allDone: string;
  readonly nothingOpen: string;
}

/**
 * Progress in words. A list is finished when no item is open: one on which nothing applies is, too.
 * @returns how many items are done and do not apply, and the sentence for it
 */
export function describeProgress(states: readonly ItemState[], { sentences, notApplicable, allDone, nothingOpen }: ProgressSentences) {
  const count = (state: ItemState) => states.filter((one) => one === state).length;
  const [done, apart] = [count('done'), count('not-applicable')];
  const isFinished = done + apart === states.length;
  const counted = apart && isFinished && !done ? '' : (JSON.parse(sentences) as string[])[done];
  const parts = [counted, apart ? fill(notApplicable, apart) : '', isFinished ? (apart ? nothingOpen : allDone) : ''].filter(Boolean);
  // Each ends in a full stop, but for one that stands alone.
  const sentence = parts.length > 1 ? parts.map((part) => part?.replace(/\.?$/, '.')).join(' ') : (parts[0] ?? '');
  return { done, apart, isFinished, sentence };
}
