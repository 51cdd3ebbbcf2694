import type { ItemState } from './casebook.ts';
import { find } from './checklist-part.ts';

/** One item of a checklist as it stands in the page. */
export interface Row {
  readonly id: string;
  readonly formerIds: readonly string[];
  readonly element: HTMLElement;
  readonly box: HTMLInputElement;
  readonly text: string;
}

/** The items inside `root`, in order. */
export function getRows(root: Element): Row[] {
  return [...root.querySelectorAll<HTMLElement>('[data-item]')].map((element) => {
    const box = find<HTMLInputElement>(element, 'label input');
    const text = find(element, '[data-entry-title]').textContent.trim();
    return { id: box.value, formerIds: box.dataset['former']?.split(' ') ?? [], element, box, text };
  });
}

/** Shows an item's state and note in its row, and nothing where both are shown already. */
export function showRow({ element, box }: Row, state: ItemState, note: string): void {
  box.checked = state === 'done';
  element.dataset['state'] = state;
  find(element, '[data-not-applicable]').hidden = state !== 'not-applicable';
  find<HTMLInputElement>(element, '[data-applies-not]').checked = state === 'not-applicable';
  const field = find<HTMLTextAreaElement>(element, '[data-note]');
  // What is being typed is newer than what is stored.
  if (field.value !== note && field !== document.activeElement) field.value = note;
  setDirection(field);
  const printed = find(element, '[data-note-printed]');
  if (printed.textContent !== note) printed.textContent = note;
}

/** A field's words decide its direction, once there are any; an empty one runs as the page does (rule 13). */
export function setDirection(field: HTMLInputElement | HTMLTextAreaElement): void {
  if (/\p{L}/u.test(field.value)) field.dir = 'auto';
  else field.removeAttribute('dir');
}
