import type { ItemState } from './casebook.ts';
import { fill } from './checklist-part.ts';

/** The sentences of a list's progress, as the server writes them into its attributes. */
export interface ProgressSentences {
  /** JSON: one sentence per number of items done. */
  readonly sentences?: string;
  /** With `#` where the number goes. */
  readonly notApplicable?: string;
  readonly allDone?: string;
  readonly nothingOpen?: string;
}

/**
 * Progress in words. A list is finished when no item is open: one on which nothing applies is, too.
 * @returns how many items are done and do not apply, and the sentence for it
 */
export function describeProgress(states: readonly ItemState[], { sentences = '[]', notApplicable = '', allDone = '', nothingOpen = '' }: ProgressSentences) {
  const done = states.filter((state) => state === 'done').length;
  const apart = states.filter((state) => state === 'not-applicable').length;
  const isFinished = done + apart === states.length;
  const counted = apart > 0 && isFinished && done === 0 ? '' : ((JSON.parse(sentences) as string[])[done] ?? '');
  const parts = [counted, apart > 0 ? fill(notApplicable, apart) : '', isFinished ? (apart > 0 ? nothingOpen : allDone) : ''].filter(Boolean);
  const sentence = parts.length > 1 ? parts.map((part) => `${part.replace(/\.$/, '')}.`).join(' ') : (parts[0] ?? '');
  return { done, apart, isFinished, sentence };
}
