import { setFields } from './casebook.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { say } from './checklist-part.ts';
import { openDialog } from './panel.ts';

/** Asks whether the list shall be cleared, says what goes, and clears it; the undo button brings it back. */
export function openReset(list: ChecklistElement): void {
  const caseId = list.store.getCase();
  const marks = list.rows.filter((row) => list.getState(row) !== 'open');
  const notes = list.rows.filter((row) => list.getNote(row));
  const values = list.rows.flatMap(({ id }) => [[`state:${id}`, 'open'] as const, [`note:${id}`, ''] as const]);
  const reset = () => list.store.act('reset', (casebook, now) => setFields(casebook, caseId, values, now));
  say(openDialog(list, 'reset', { reset }), 'text', marks.length, notes.length);
}
