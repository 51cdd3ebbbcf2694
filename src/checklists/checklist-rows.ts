import type { ItemState } from './casebook.ts';
import { clonePart, find } from './checklist-part.ts';

/** One item of a checklist as it stands in the page, with its parts. */
export interface Row {
  readonly id: string;
  readonly formerIds: readonly string[];
  readonly text: string;
  readonly element: HTMLElement;
  readonly box: HTMLInputElement;
  /** Says that the item does not apply. */
  readonly tag: HTMLElement;
  /** Makes it so. */
  readonly apart: HTMLInputElement;
  readonly note: HTMLTextAreaElement;
  readonly printedNote: HTMLElement;
}

/** Adds to each item of a checklist what only script can offer. */
export function dressItems(list: Element): void {
  for (const element of getItems(list)) {
    const more = clonePart(list, 'more');
    const { lang, dir } = find<HTMLElement>(element, '[data-entry-title]');
    Object.assign(find(more, '[data-item-text]'), { textContent: getText(element), lang, dir });
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
      text: getText(element),
      element,
      box,
      tag: find(element, '[data-not-applicable]'),
      apart: find(element, '[data-applies-not]'),
      note: find(element, '[data-note]'),
      printedNote: find(element, '[data-note-printed]'),
    };
  });
}

/** Shows an item's state and note in its row; what shows them already is left alone. */
export function showRow({ element, box, tag, apart, note, printedNote }: Row, state: ItemState, text: string): void {
  // A browser that restores form controls by itself may have changed these.
  box.checked = state === 'done';
  apart.checked = state === 'not-applicable';
  if (element.dataset['state'] !== state) {
    element.dataset['state'] = state;
    tag.hidden = !apart.checked;
    if (state === 'open') delete element.dataset['filtered'];
  }
  // What is being typed is newer than what is stored.
  if (note.value !== text && note !== document.activeElement) {
    note.value = text;
    setDirection(note);
  }
  if (printedNote.textContent !== text) printedNote.textContent = text;
}

/** A field's words decide its direction, once there are any; an empty one runs as the page does (rule 13). */
export function setDirection(field: HTMLInputElement | HTMLTextAreaElement): void {
  field.dir = /\p{L}/u.test(field.value) ? 'auto' : '';
}

function getItems(list: Element): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-item]')];
}

function getText(item: Element): string {
  return find(item, '[data-entry-title]').textContent.trim();
}
