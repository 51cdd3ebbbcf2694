import { setFields } from './casebook.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { fill, find, getDialog } from './checklist-part.ts';

/** Asks whether the list shall be cleared, says what goes, and clears it; the undo button brings it back. */
export function openReset(list: ChecklistElement): void {
  const dialog = getDialog(list, 'reset');
  const caseId = list.store.getCase();
  const marks = list.rows.filter((row) => list.getState(row) !== 'open').length;
  const notes = list.rows.filter((row) => list.getNote(row)).length;
  const text = find(dialog, '[data-text]');
  text.textContent = fill(text.dataset['text'] ?? '', marks, notes);
  find(dialog, '[data-do="reset"]').onclick = () => {
    const values = list.rows.flatMap((row) => [[`state:${row.id}`, 'open'] as const, [`note:${row.id}`, ''] as const]);
    list.store.act('reset', (before, now) => setFields(before, caseId, values, now));
    dialog.close();
  };
  dialog.showModal();
}
