import type { ChecklistElement } from './checklist-element.ts';
import { clonePart } from './checklist-part.ts';
import { getGoAddress } from './share-panel.ts';

/** Prints the list, `short` without the steps, with the address of the living list as text and as a QR code. */
export async function printList(list: ChecklistElement, short = false): Promise<void> {
  await fillAddress(list);
  list.toggleAttribute('data-short', short);
  print();
  list.removeAttribute('data-short');
}

/** Puts in the printed address where the build did not know it. */
async function fillAddress(list: ChecklistElement): Promise<void> {
  const place = list.querySelector('[data-printed]') ? null : clonePart(list, 'printed');
  const code = place?.querySelector('svg');
  const text = place?.querySelector('bdi');
  if (!place || !code || !text) return;
  const address = getGoAddress(list, list.dataset['list'] ?? '');
  (await import('../share/draw-qr.ts')).drawQr(code, address);
  text.textContent = address;
  list.querySelector('[data-next]')?.after(place);
}
