import { getNote, getState, setFields } from './casebook.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { fill, getDialog } from './checklist-part.ts';

/** Asks whether the list shall be cleared, says what goes, and clears it; the undo button brings it back. */
export function openReset(list: ChecklistElement): void {
  const dialog = getDialog(list, 'reset');
  const casebook = list.store.$casebook.get();
  const caseId = list.store.getCase();
  const marks = list.rows.filter((row) => getState(casebook, caseId, row.id, row.formerIds) !== 'open').length;
  const notes = list.rows.filter((row) => getNote(casebook, caseId, row.id, row.formerIds)).length;
  const text = dialog.querySelector<HTMLElement>('[data-text]');
  if (text) text.textContent = fill(text.dataset['text'] ?? '', marks, notes);
  const button = dialog.querySelector<HTMLButtonElement>('[data-do="reset"]');
  if (button) {
    button.onclick = () => {
      const values = list.rows.flatMap((row) => [[`state:${row.id}`, 'open'] as const, [`note:${row.id}`, ''] as const]);
      list.store.act('reset', (before, now) => setFields(before, caseId, values, now));
      dialog.close();
    };
  }
  dialog.showModal();
}
