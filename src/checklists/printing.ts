import type { ChecklistElement } from './checklist-element.ts';
import { clonePart, find } from './checklist-part.ts';
import { getGoAddress } from './share-panel.ts';

/** Prints the list, `short` without the steps, with the address of the living list as text and as a QR code. */
export async function printList(list: ChecklistElement, short = false): Promise<void> {
  // The build writes the address where it knows it, and the template where it does not.
  if (list.querySelector('[data-part="printed"]') && !list.querySelector('[data-printed]')) await addAddress(list);
  list.toggleAttribute('data-short', short);
  print();
  list.removeAttribute('data-short');
}

async function addAddress(list: ChecklistElement): Promise<void> {
  const place = clonePart(list, 'printed');
  const address = getGoAddress(list);
  (await import('../share/draw-qr.ts')).drawQr(find<SVGElement>(place, 'svg'), address);
  find(place, 'bdi').textContent = address;
  list.append(place);
}
