import type { ItemState } from './casebook.ts';
import { clonePart, find, setDirection } from './checklist-part.ts';

/** One item of a checklist as it stands in the page, with its parts. */
export interface Row {
  readonly id: string;
  readonly formerIds: readonly string[];
  readonly text: string;
  readonly element: HTMLElement;
  readonly box: HTMLInputElement;
  /** Says that the item does not apply. */
  readonly apart: HTMLInputElement;
  readonly note: HTMLTextAreaElement;
  readonly printedNote: HTMLElement;
}

/** Adds to each item of a checklist what only script can offer. */
export function dressItems(list: Element): void {
  for (const element of getItems(list)) {
    const more = clonePart(list, 'more');
    find(more, '[data-item-text]').append(find(element, '[data-entry-title]').cloneNode(true));
    find(element, '[data-more]').append(more);
    find(element, '[data-words]').append(clonePart(list, 'tag'));
  }
}

/** The items of a checklist, in order, as {@link dressItems} left them. */
export function getRows(list: Element): Row[] {
  return getItems(list).map((element) => {
    const box = find<HTMLInputElement>(element, 'label input');
    return {
      id: box.value,
      formerIds: box.dataset['former']?.split(' ') ?? [],
      text: find(element, '[data-entry-title]').textContent.trim(),
      element,
      box,
      apart: find(element, '[data-applies-not]'),
      note: find(element, '[data-note]'),
      printedNote: find(element, '[data-note-printed]'),
    };
  });
}

/** Shows an item's state and note in its row; what shows them already is left alone. */
export function showRow({ element, box, apart, note, printedNote }: Row, state: ItemState, text: string): void {
  // A browser that restores form controls by itself may have changed these.
  box.checked = state === 'done';
  apart.checked = state === 'not-applicable';
  if (element.dataset['state'] !== state) {
    element.dataset['state'] = state;
    if (state === 'open') delete element.dataset['filtered'];
  }
  // What is being typed is newer than what is stored.
  if (note.value !== text && note !== document.activeElement) {
    note.value = text;
    setDirection(note);
  }
  if (printedNote.textContent !== text) printedNote.textContent = text;
}

function getItems(list: Element): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-item]')];
}
