import { copyText } from '../share/copy-text.ts';
import { shareWithSystem } from '../share/share-with-system.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { clonePart, find, say } from './checklist-part.ts';
import { drawCode } from './draw-code.ts';
import { copyIn, openDialog } from './panel.ts';
import { formatShareLink } from './share-link.ts';

/** The address that opens the list, or a thing of it, in the reader's own language. */
export function getGoAddress(list: ChecklistElement, id = list.listId): string {
  return new URL(`${list.dataset['go']}${id}/`, location.href).href;
}

/** Copies the link to the item of a button and says so on it for a moment; where the browser refuses, shows it selected. */
export async function copyItemLink(list: ChecklistElement, button: HTMLElement): Promise<void> {
  const address = getGoAddress(list, button.closest('[data-item]')?.id);
  button.toggleAttribute('data-copied', await copyText(address, button.nextElementSibling as HTMLInputElement));
  setTimeout(() => button.removeAttribute('data-copied'), 2000);
}

/** Offers the links to the list: plain, and with the progress of the case that is shown. */
export function openShare(list: ChecklistElement): void {
  const dialog = openDialog(list, 'share', {
    copy: (button) => copyIn(dialog, getAddressField(button).value, getAddressField(button)),
    system: (button) => shareWithSystem({ title: dialog.dataset['name'] ?? '', url: getAddressField(button).value }),
    qr: (button) => drawCode(getSection(button), getAddressField(button).value),
  });
  dialog.toggleAttribute('data-system', 'share' in navigator);
  // A box for every note there is; none is sent unless it is chosen.
  for (const row of list.rows) {
    if (!list.getNote(row)) continue;
    const label = clonePart(list, 'share-note');
    find<HTMLInputElement>(label, 'input').value = row.id;
    find(label, 'span').textContent = row.text;
    find(dialog, '[data-notes]').append(label);
  }
  const write = () => void list.run(() => writeAddresses(list, dialog));
  dialog.onchange = write;
  write();
}

async function writeAddresses(list: ChecklistElement, dialog: HTMLElement): Promise<void> {
  const address = getGoAddress(list);
  const chosen = [...dialog.querySelectorAll<HTMLInputElement>('[data-notes] :checked')].map((box) => box.value);
  const marks = new Map(list.rows.map((row) => [row.id, list.getState(row)]));
  const notes = new Map(list.rows.flatMap((row) => (chosen.includes(row.id) ? [[row.id, list.getNote(row)]] : [])));
  write(dialog, 'plain', address);
  const progress = await formatShareLink({ list: list.listId, marks, notes });
  write(dialog, 'progress', progress && `${address}#${progress}`);
  say(dialog, progress ? '' : 'too-long');
}

function write(dialog: HTMLElement, name: string, address: string): void {
  const section = find(dialog, `[data-link="${name}"]`);
  getAddressField(section).value = address;
  find(section, '[data-actions]').inert = !address;
  find<HTMLDetailsElement>(section, 'details').open = false;
}

/** The address beside which an element stands. */
function getAddressField(element: Element): HTMLInputElement {
  return find<HTMLInputElement>(getSection(element), '[data-address]');
}

function getSection(element: Element): HTMLElement {
  return element.closest('[data-link]') as HTMLElement;
}
