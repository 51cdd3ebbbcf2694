import { eraseCase, getCaseIds, getField, type Place, setFields } from './casebook.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { clonePart, getDialog } from './checklist-part.ts';
import { setDirection } from './checklist-rows.ts';
import { createId } from './random-id.ts';

/** What can be done with a case, by where it is. */
const actions: Record<'here' | 'archived' | 'deleted', readonly string[]> = {
  here: ['show', 'archive', 'delete'],
  archived: ['restore', 'delete'],
  deleted: ['restore', 'erase'],
};
const places: Record<string, Place> = { archive: 'archived', delete: 'deleted', restore: 'here' };

/** The reader's clients: one set of lists for each. Everything but the words typed at this moment can be taken back. */
export function openCases(list: ChecklistElement): void {
  const dialog = getDialog(list, 'cases');
  const unbind = list.store.$casebook.subscribe(() => show(list, dialog));
  dialog.addEventListener('close', unbind, { once: true });
  dialog.onclick = ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    const id = button?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    if (button && id !== undefined) act(list, dialog, button.dataset['do'] ?? '', id);
  };
  dialog.oninput = ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    setDirection(target);
    const id = target.closest<HTMLElement>('[data-id]')?.dataset['id'];
    if (id !== undefined) list.store.act(`case:${id}`, (casebook, now) => setFields(casebook, id, [['name', target.value]], now), true);
  };
  dialog.onsubmit = (event) => {
    event.preventDefault();
    const field = dialog.querySelector<HTMLInputElement>('[data-new-name]');
    const name = field?.value.trim();
    if (!field || !name) return;
    const id = createId();
    list.store.act('case', (casebook, now) =>
      setFields(
        casebook,
        id,
        [
          ['place', 'here'],
          ['name', name],
        ],
        now,
      ),
    );
    list.store.showCase(id);
    field.value = '';
    show(list, dialog);
  };
  dialog.showModal();
}

function act(list: ChecklistElement, dialog: HTMLElement, action: string, id: string): void {
  if (action === 'show') list.store.showCase(id);
  else if (action === 'erase') list.store.act('case', (casebook, now) => eraseCase(casebook, id, now));
  else if (places[action]) list.store.act('case', (casebook, now) => setFields(casebook, id, [['place', places[action] ?? 'here']], now));
  show(list, dialog);
  // The button that was pressed may be gone; what now stands first in its group takes the focus.
  if (!dialog.contains(document.activeElement)) dialog.querySelector<HTMLElement>('[data-new-name]')?.focus();
}

function show(list: ChecklistElement, dialog: HTMLElement): void {
  const casebook = list.store.$casebook.get();
  for (const place of ['here', 'archived', 'deleted'] as const) {
    const ids = getCaseIds(casebook, place);
    dialog.querySelector(`[data-group="${place}"]`)?.toggleAttribute('hidden', ids.length === 0);
    const group = dialog.querySelector(`[data-cases-in="${place}"]`);
    // Rows that stay are kept, so that nobody loses the field they type in.
    const rows = ids.map((id) => group?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? createRow(list, id));
    group?.replaceChildren(...rows.filter((row) => row !== null));
    for (const row of rows) if (row) showCase(list, row, place, ids.length);
  }
}

function createRow(list: ChecklistElement, id: string): HTMLElement | null {
  const row = clonePart(list, 'case');
  if (row) row.dataset['id'] = id;
  return row;
}

function showCase(list: ChecklistElement, row: HTMLElement, place: keyof typeof actions, count: number): void {
  const id = row.dataset['id'] ?? '';
  const isShown = place === 'here' && list.store.getCase() === id;
  const field = row.querySelector<HTMLInputElement>('[data-case-name]');
  const name = getField(list.store.$casebook.get(), id, 'name');
  if (field && field !== document.activeElement) field.value = name;
  if (field) setDirection(field);
  row.querySelector('[data-shown]')?.toggleAttribute('hidden', !isShown);
  for (const button of row.querySelectorAll<HTMLElement>('[data-do]')) {
    const action = button.dataset['do'] ?? '';
    // The only case there is cannot be put away: there would be nothing to work on.
    const isPointless = (action === 'show' && isShown) || (place === 'here' && action !== 'show' && count < 2);
    button.hidden = !actions[place].includes(action) || isPointless;
  }
}
