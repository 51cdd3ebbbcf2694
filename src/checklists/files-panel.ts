import { copyText } from '../share/copy-text.ts';
import { saveFile } from '../share/save-file.ts';
import { getNote, getState } from './casebook.ts';
import { ensureOrigin, formatCasebookFile, LARGEST_FILE, mergeImported, parseCasebookFile } from './casebook-file.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { getDialog, say } from './checklist-part.ts';
import { formatListText } from './list-text.ts';
import { createId } from './random-id.ts';

/** Offers the list as text, everything as a file, and to read such a file in. */
export function openFiles(list: ChecklistElement): void {
  const dialog = getDialog(list, 'files');
  const notes = dialog.querySelector<HTMLElement>('[data-with-notes]');
  if (notes) notes.hidden = !list.rows.some((row) => getNote(list.store.$casebook.get(), list.store.getCase(), row.id, row.formerIds));
  const byHand = dialog.querySelector<HTMLElement>('[data-by-hand]');
  if (byHand) byHand.hidden = true;
  say(dialog, '');
  dialog.onclick = ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (button) void list.load(() => press(list, dialog, button.dataset['do'] ?? ''));
  };
  const field = dialog.querySelector<HTMLInputElement>('[data-file]');
  if (field) {
    field.onchange = () => {
      const [file] = field.files ?? [];
      if (file) void list.load(() => open(list, dialog, file));
      field.value = '';
    };
  }
  dialog.showModal();
}

async function press(list: ChecklistElement, dialog: HTMLElement, action: string): Promise<void> {
  const byHand = dialog.querySelector<HTMLTextAreaElement>('[data-by-hand] textarea');
  if (action === 'text' || action === 'markdown') {
    say(dialog, (await copyText(getText(list, dialog, action), byHand)) ? 'copied' : 'refused');
  } else if (action === 'save') {
    list.store.amend((casebook) => ensureOrigin(casebook, createId));
    const text = formatCasebookFile(list.store.$casebook.get(), new Date());
    saveFile('after-the-mistake.json', text, 'application/json');
    if (!byHand) return;
    byHand.value = text;
    byHand.closest('[hidden]')?.removeAttribute('hidden');
  }
}

function getText(list: ChecklistElement, dialog: HTMLElement, kind: 'text' | 'markdown'): string {
  const { name = '', noteLabel = '', notApplicableLabel = '', language = '', dir = 'ltr' } = dialog.dataset;
  const isWithNotes = dialog.querySelector<HTMLInputElement>('[data-with-notes] input')?.checked ?? false;
  const casebook = list.store.$casebook.get();
  const caseId = list.store.getCase();
  const items = list.rows.map((row) => ({
    text: row.text,
    state: getState(casebook, caseId, row.id, row.formerIds),
    note: isWithNotes ? getNote(casebook, caseId, row.id, row.formerIds) : '',
  }));
  const progress = list.querySelector('[data-progress]')?.textContent ?? '';
  return formatListText(
    { title: name, progress, items, labels: { notApplicable: notApplicableLabel, note: noteLabel }, dir: dir as 'ltr' | 'rtl', lang: language },
    kind,
  );
}

async function open(list: ChecklistElement, dialog: HTMLElement, file: File): Promise<void> {
  if (file.size > LARGEST_FILE) return say(dialog, 'tooLarge');
  const reading = parseCasebookFile(await file.text());
  if (reading.kind !== 'ok') return say(dialog, reading.kind);
  list.store.act('import', (casebook) => mergeImported(ensureOrigin(casebook, createId), reading.casebook));
  say(dialog, 'opened', String(reading.cases), String(reading.marks));
}
