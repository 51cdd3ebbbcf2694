import { copyText } from '../share/copy-text.ts';
import { getNote, getState } from './casebook.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { getDialog, say } from './checklist-part.ts';
import type { Row } from './checklist-rows.ts';
import { formatShareLink } from './share-link.ts';

/** The address that opens a thing of the list in the reader's own language. */
export function getGoAddress(list: ChecklistElement, id: string): string {
  return new URL(`${list.dataset['go']}${id}/`, location.href).href;
}

/** Copies the link to an item and says so on the button; where the browser refuses, shows it selected. */
export async function copyItemLink(list: ChecklistElement, row: Row, button: HTMLElement): Promise<void> {
  const address = getGoAddress(list, row.id);
  const field = document.createElement('input');
  Object.assign(field, { type: 'url', dir: 'ltr', readOnly: true, ariaLabel: button.textContent });
  if (!(await copyText(address))) {
    if (button.nextElementSibling instanceof HTMLInputElement) button.nextElementSibling.remove();
    button.after(field);
    await copyText(address, field);
    return;
  }
  const text = button.textContent;
  button.textContent = button.dataset['copied'] ?? '';
  setTimeout(() => (button.textContent = text), 2000);
}

/** Offers the links to the list: plain, and with the progress of the case that is shown. */
export function openShare(list: ChecklistElement): void {
  const dialog = getDialog(list, 'share');
  listNotes(list, dialog);
  for (const section of dialog.querySelectorAll<HTMLElement>('[data-link]')) {
    const button = section.querySelector<HTMLElement>('[data-do="system"]');
    if (button) button.hidden = !navigator.share;
    closeQr(section);
  }
  dialog.onclick = ({ target }) => void list.load(() => press(dialog, target));
  dialog.onchange = () => void list.load(() => writeAddresses(list, dialog));
  say(dialog, '');
  void list.load(() => writeAddresses(list, dialog));
  dialog.showModal();
}

/** A box for every note there is; none is sent unless it is chosen. */
function listNotes(list: ChecklistElement, dialog: HTMLElement): void {
  const fieldset = dialog.querySelector<HTMLElement>('[data-notes]');
  const rows = list.rows.filter((row) => getNoteOf(list, row));
  if (!fieldset) return;
  fieldset.hidden = rows.length === 0;
  for (const label of fieldset.querySelectorAll('label')) label.remove();
  for (const row of rows) {
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', className: 'check', value: row.id });
    const text = Object.assign(document.createElement('span'), { textContent: row.text });
    const label = document.createElement('label');
    label.className = 'line';
    label.append(box, text);
    fieldset.append(label);
  }
}

async function writeAddresses(list: ChecklistElement, dialog: HTMLElement): Promise<void> {
  const plain = getGoAddress(list, list.dataset['list'] ?? '');
  const chosen = [...dialog.querySelectorAll<HTMLInputElement>('[data-notes] input:checked')].map((box) => box.value);
  const casebook = list.store.$casebook.get();
  const marks = list.rows.flatMap((row) => {
    const state = getState(casebook, list.store.getCase(), row.id, row.formerIds);
    return state === 'open' ? [] : [[row.id, state] as const];
  });
  const notes = list.rows.flatMap((row) => (chosen.includes(row.id) ? [[row.id, getNoteOf(list, row)] as const] : []));
  try {
    const fragment = await formatShareLink({ list: list.dataset['list'] ?? '', marks: new Map(marks), notes: new Map(notes) });
    write(dialog, 'plain', plain);
    write(dialog, 'progress', `${plain}#${fragment}`);
    say(dialog, '');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    write(dialog, 'progress', '');
    say(dialog, 'tooLong');
  }
}

function write(dialog: HTMLElement, name: string, address: string): void {
  const section = dialog.querySelector<HTMLElement>(`[data-link="${name}"]`);
  const field = section?.querySelector<HTMLInputElement>('[data-address]');
  if (!section || !field || field.value === address) return;
  field.value = address;
  closeQr(section);
  for (const button of section.querySelectorAll('button')) button.disabled = !address;
}

async function press(dialog: HTMLElement, target: EventTarget | null): Promise<void> {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
  const section = button?.closest<HTMLElement>('[data-link]');
  const field = section?.querySelector<HTMLInputElement>('[data-address]');
  if (!button || !section || !field) return;
  if (button.dataset['do'] === 'copy') say(dialog, (await copyText(field.value, field)) ? 'copied' : 'refused');
  else if (button.dataset['do'] === 'system') await shareWithSystem(dialog.dataset['name'] ?? '', field.value);
  else if (button.dataset['do'] === 'qr') await toggleQr(section, button, field.value);
}

async function shareWithSystem(title: string, url: string): Promise<void> {
  try {
    await navigator.share({ title, url });
  } catch (error) {
    // Closed without choosing an app: nothing went wrong.
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
}

async function toggleQr(section: HTMLElement, button: HTMLElement, address: string): Promise<void> {
  const place = section.querySelector<HTMLElement>('[data-qr]');
  const svg = place?.querySelector('svg');
  if (!place || !svg) return;
  const isOpen = button.ariaExpanded === 'true';
  if (!isOpen) (await import('../share/draw-qr.ts')).drawQr(svg, address);
  place.hidden = isOpen;
  button.ariaExpanded = String(!isOpen);
}

function closeQr(section: HTMLElement): void {
  section.querySelector('[data-qr]')?.toggleAttribute('hidden', true);
  section.querySelector('[data-do="qr"]')?.setAttribute('aria-expanded', 'false');
}

function getNoteOf(list: ChecklistElement, row: Row): string {
  return getNote(list.store.$casebook.get(), list.store.getCase(), row.id, row.formerIds);
}
