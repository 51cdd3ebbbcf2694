import type { ItemState } from './casebook.ts';

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
  return [...root.querySelectorAll<HTMLElement>('[data-item]')].flatMap((element) => {
    const box = element.querySelector<HTMLInputElement>('label input[type="checkbox"]');
    const text = element.querySelector('[data-entry-title]')?.textContent?.trim() ?? '';
    return box ? [{ id: box.value, formerIds: box.dataset['former']?.split(' ') ?? [], element, box, text }] : [];
  });
}

/** Shows an item's state and note in its row, and nothing where both are shown already. */
export function showRow({ element, box }: Row, state: ItemState, note: string): void {
  box.checked = state === 'done';
  element.dataset['state'] = state;
  element.querySelector('[data-not-applicable]')?.toggleAttribute('hidden', state !== 'not-applicable');
  const appliesNot = element.querySelector<HTMLInputElement>('[data-applies-not]');
  if (appliesNot) appliesNot.checked = state === 'not-applicable';
  const field = element.querySelector<HTMLTextAreaElement>('[data-note]');
  // What is being typed is newer than what is stored.
  if (field && field.value !== note && field !== document.activeElement) field.value = note;
  if (field) setDirection(field);
  const printed = element.querySelector('[data-note-printed]');
  if (printed && printed.textContent !== note) printed.textContent = note;
}

/** A field's words decide its direction, once there are any; an empty one runs as the page does (rule 13). */
export function setDirection(field: HTMLInputElement | HTMLTextAreaElement): void {
  if (/\p{L}/u.test(field.value)) field.dir = 'auto';
  else field.removeAttribute('dir');
}
