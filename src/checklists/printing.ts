import type { ChecklistElement } from './checklist-element.ts';
import { clonePart, find } from './checklist-part.ts';
import { drawCode } from './draw-code.ts';
import { getGoAddress } from './share-panel.ts';

/** Prints the list, by a button that says so without the steps, with the address of the living list as text and as a QR code. */
export async function printList(list: ChecklistElement, button: HTMLElement): Promise<void> {
  // The build writes the address where it knows it, and the template where it does not.
  const template = list.querySelector('[data-part="printed"]');
  if (template) {
    const place = clonePart(list, 'printed');
    const address = getGoAddress(list);
    find(place, 'bdi').textContent = address;
    await drawCode(place, address);
    template.replaceWith(place);
  }
  list.toggleAttribute('data-short', button.dataset['tool'] === 'print-short');
  print();
  list.removeAttribute('data-short');
}
