import { copyText } from '../share/copy-text.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { clonePart, find, getButton, getDialog, say } from './checklist-part.ts';
import type { Row } from './checklist-rows.ts';
import { formatShareLink } from './share-link.ts';

/** The address that opens the list, or a thing of it, in the reader's own language. */
export function getGoAddress(list: ChecklistElement, id = list.listId): string {
  return new URL(`${list.dataset['go']}${id}/`, location.href).href;
}

/** Copies the link to an item and says so on the button; where the browser refuses, shows it selected. */
export async function copyItemLink(list: ChecklistElement, row: Row, button: HTMLElement): Promise<void> {
  button.dataset['text'] ??= button.textContent;
  const { text = '', copied = '' } = button.dataset;
  if (!(await copyText(getGoAddress(list, row.id), button.nextElementSibling as HTMLInputElement | null))) return;
  button.textContent = copied;
  setTimeout(() => (button.textContent = text), 2000);
}

/** Offers the links to the list: plain, and with the progress of the case that is shown. */
export function openShare(list: ChecklistElement): void {
  const dialog = getDialog(list, 'share');
  listNotes(list, find(dialog, '[data-notes]'));
  for (const button of dialog.querySelectorAll<HTMLElement>('[data-do="system"]')) button.hidden = !navigator.share;
  dialog.onclick = (event) => void list.load(() => press(dialog, getButton(event)));
  dialog.onchange = () => void list.load(() => writeAddresses(list, dialog));
  void list.load(() => writeAddresses(list, dialog));
  dialog.showModal();
}

/** A box for every note there is; none is sent unless it is chosen. */
function listNotes(list: ChecklistElement, fieldset: HTMLElement): void {
  const rows = list.rows.filter((row) => list.getNote(row));
  fieldset.hidden = rows.length === 0;
  for (const label of fieldset.querySelectorAll('label')) label.remove();
  for (const row of rows) {
    const label = clonePart(list, 'share-note');
    find<HTMLInputElement>(label, 'input').value = row.id;
    find(label, 'span').textContent = row.text;
    fieldset.append(label);
  }
}

async function writeAddresses(list: ChecklistElement, dialog: HTMLElement): Promise<void> {
  const plain = getGoAddress(list);
  const chosen = [...dialog.querySelectorAll<HTMLInputElement>('[data-notes] :checked')].map((box) => box.value);
  const marks = list.rows.flatMap((row) => {
    const state = list.getState(row);
    return state === 'open' ? [] : [[row.id, state] as const];
  });
  const notes = list.rows.filter((row) => chosen.includes(row.id)).map((row) => [row.id, list.getNote(row)] as const);
  write(dialog, 'plain', plain);
  try {
    write(dialog, 'progress', `${plain}#${await formatShareLink({ list: list.listId, marks: new Map(marks), notes: new Map(notes) })}`);
    say(dialog, '');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    write(dialog, 'progress', '');
    say(dialog, 'tooLong');
  }
}

function write(dialog: HTMLElement, name: string, address: string): void {
  const section = find(dialog, `[data-link="${name}"]`);
  find<HTMLInputElement>(section, '[data-address]').value = address;
  for (const button of section.querySelectorAll('button')) button.disabled = !address;
  showQr(section, false);
}

async function press(dialog: HTMLElement, button: HTMLElement | null): Promise<void> {
  const section = button?.closest('[data-link]');
  if (!section) return;
  const field = find<HTMLInputElement>(section, '[data-address]');
  const action = button?.dataset['do'];
  if (action === 'copy') say(dialog, (await copyText(field.value, field)) ? 'copied' : 'refused');
  else if (action === 'system') await shareWithSystem(dialog.dataset['name'] ?? '', field.value);
  else if (action === 'qr') {
    (await import('../share/draw-qr.ts')).drawQr(find<SVGElement>(section, 'svg'), field.value);
    showQr(section, button?.ariaExpanded !== 'true');
  }
}

async function shareWithSystem(title: string, url: string): Promise<void> {
  try {
    await navigator.share({ title, url });
  } catch (error) {
    // Closed without choosing an app: nothing went wrong.
    if ((error as Error).name !== 'AbortError') throw error;
  }
}

function showQr(section: Element, isShown: boolean): void {
  find(section, '[data-qr]').hidden = !isShown;
  find(section, '[data-do="qr"]').ariaExpanded = String(isShown);
}
