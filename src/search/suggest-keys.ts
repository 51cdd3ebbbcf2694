/** What a key does in the box: to the list, to the field, or to the choice in the list. */
export type Move = 'open' | 'close' | 'clear' | 'follow' | 'leave' | 'unchoose' | 'next' | 'previous';

interface State {
  readonly isOpen: boolean;
  readonly isEmpty: boolean;
  /** Whether one of the suggestions is chosen. */
  readonly isChosen: boolean;
}

/**
 * What a key does. Up and Down go through the suggestions, alike in both directions of writing; Left, Right, Home and End
 * belong to the caret. Escape closes, then clears, and is then left to whatever the box stands in.
 *
 * @returns undefined where the key is not ours
 */
export function getMove({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent, { isOpen, isEmpty, isChosen }: State): Move | undefined {
  if (ctrlKey || metaKey) return undefined;
  switch (key) {
    case 'ArrowDown':
      return isOpen && !altKey ? 'next' : isOpen ? undefined : 'open';
    case 'ArrowUp':
      return isOpen ? (altKey ? 'close' : 'previous') : undefined;
    case 'Escape':
      return isOpen ? 'close' : isEmpty ? undefined : 'clear';
    case 'Enter':
      return isOpen && isChosen ? 'follow' : undefined;
    case 'Tab':
      return isOpen ? (shiftKey ? undefined : 'leave') : undefined;
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'Home':
    case 'End':
      return isChosen ? 'unchoose' : undefined;
    default:
      return undefined;
  }
}
