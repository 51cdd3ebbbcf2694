import { copyText } from '../share/copy-text.ts';
import { saveFile } from '../share/save-file.ts';
import { ensureOrigin, formatCasebookFile, LARGEST_FILE, mergeImported, parseCasebookFile } from './casebook-file.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { find, getButton, getDialog, say } from './checklist-part.ts';
import { formatListText } from './list-text.ts';
import { createId } from './random-id.ts';

/** Offers the list as text, everything as a file, and to read such a file in. */
export function openFiles(list: ChecklistElement): void {
  const dialog = getDialog(list, 'files');
  find(dialog, '[data-with-notes]').hidden = !list.rows.some((row) => list.getNote(row));
  find(dialog, '[data-by-hand]').hidden = true;
  say(dialog, '');
  dialog.onclick = (event) => {
    const action = getButton(event)?.dataset['do'];
    if (action) void list.load(() => press(list, dialog, action));
  };
  const field = find<HTMLInputElement>(dialog, '[data-file]');
  field.onchange = () => {
    const [file] = field.files ?? [];
    if (file) void list.load(() => open(list, dialog, file));
    field.value = '';
  };
  dialog.showModal();
}

async function press(list: ChecklistElement, dialog: HTMLElement, action: string): Promise<void> {
  const byHand = find<HTMLTextAreaElement>(dialog, '[data-by-hand] textarea');
  if (action === 'text' || action === 'markdown') {
    say(dialog, (await copyText(getText(list, dialog, action), byHand)) ? 'copied' : 'refused');
  } else if (action === 'save') {
    list.store.amend((casebook) => ensureOrigin(casebook, createId));
    byHand.value = formatCasebookFile(list.store.$casebook.get(), new Date());
    find(dialog, '[data-by-hand]').hidden = false;
    saveFile('after-the-mistake.json', byHand.value, 'application/json');
  }
}

function getText(list: ChecklistElement, dialog: HTMLElement, kind: 'text' | 'markdown'): string {
  const { name: title = '', noteLabel: note = '', notApplicableLabel: notApplicable = '', dir } = dialog.dataset;
  const isWithNotes = find<HTMLInputElement>(dialog, '[data-with-notes] input').checked;
  const items = list.rows.map((row) => ({ text: row.text, state: list.getState(row), note: isWithNotes ? list.getNote(row) : '' }));
  const progress = find(list, '[data-progress]').textContent;
  return formatListText({ title, progress, items, labels: { notApplicable, note }, dir: dir as 'ltr' | 'rtl' }, kind);
}

async function open(list: ChecklistElement, dialog: HTMLElement, file: File): Promise<void> {
  if (file.size > LARGEST_FILE) return say(dialog, 'tooLarge');
  const reading = parseCasebookFile(await file.text());
  if (reading.kind !== 'ok') return say(dialog, reading.kind);
  list.store.act('import', (casebook) => mergeImported(ensureOrigin(casebook, createId), reading.casebook));
  say(dialog, 'opened', reading.cases, reading.marks);
}
