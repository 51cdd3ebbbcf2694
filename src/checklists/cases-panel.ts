import { eraseCase, getCaseIds, getField, type Place, setFields } from './casebook.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { clonePart, find, getButton, getDialog } from './checklist-part.ts';
import { setDirection } from './checklist-rows.ts';
import { createId } from './random-id.ts';

/** What can be done with a case, by where it is. */
const actions = {
  here: ['show', 'archive', 'delete'],
  archived: ['restore', 'delete'],
  deleted: ['restore', 'erase'],
} as const satisfies Partial<Record<Place, readonly string[]>>;
const places: Readonly<Record<string, Place>> = { archive: 'archived', delete: 'deleted', restore: 'here' };

/** The reader's clients: one set of lists for each. Everything but the words typed at this moment can be taken back. */
export function openCases(list: ChecklistElement): void {
  const dialog = getDialog(list, 'cases');
  const field = find<HTMLInputElement>(dialog, '[data-new-name]');
  dialog.addEventListener(
    'close',
    list.store.$casebook.subscribe(() => show(list, dialog)),
    { once: true },
  );
  dialog.onclick = (event) => {
    const button = getButton(event);
    const id = button && getId(button);
    if (!id) return;
    act(list, button.dataset['do'] ?? '', id);
    show(list, dialog);
    // The button that was pressed may be gone.
    if (!dialog.contains(document.activeElement)) field.focus();
  };
  dialog.oninput = ({ target }) => {
    const input = target as HTMLInputElement;
    const id = getId(input);
    setDirection(input);
    if (id) list.store.act(`case:${id}`, (casebook, now) => setFields(casebook, id, [['name', input.value]], now), true);
  };
  dialog.onsubmit = (event) => {
    event.preventDefault();
    const name = field.value.trim();
    if (!name) return;
    const id = createId();
    list.store.act('case', (casebook, now) => setFields(casebook, id, Object.entries({ place: 'here', name }), now));
    list.store.showCase(id);
    field.value = '';
    show(list, dialog);
  };
  dialog.showModal();
}

function act({ store }: ChecklistElement, action: string, id: string): void {
  const place = places[action];
  if (action === 'show') store.showCase(id);
  else store.act('case', (casebook, now) => (place ? setFields(casebook, id, [['place', place]], now) : eraseCase(casebook, id, now)));
}

function show(list: ChecklistElement, dialog: HTMLElement): void {
  for (const place of ['here', 'archived', 'deleted'] as const) {
    const ids = getCaseIds(list.store.$casebook.get(), place);
    dialog.querySelector(`[data-group="${place}"]`)?.toggleAttribute('hidden', ids.length === 0);
    const group = find(dialog, `[data-cases-in="${place}"]`);
    // Rows that stay are kept, so that nobody loses the field they type in.
    const rows = ids.map((id) => [...group.children].find((row) => getId(row) === id) ?? createRow(list, id));
    group.replaceChildren(...rows);
    for (const row of rows) showCase(list, row, place, ids.length);
  }
}

function createRow(list: ChecklistElement, id: string): HTMLElement {
  const row = clonePart(list, 'case');
  row.dataset['id'] = id;
  return row;
}

function showCase({ store }: ChecklistElement, row: Element, place: keyof typeof actions, count: number): void {
  const id = getId(row) ?? '';
  const isShown = place === 'here' && store.getCase() === id;
  const field = find<HTMLInputElement>(row, '[data-case-name]');
  if (field !== document.activeElement) field.value = getField(store.$casebook.get(), id, 'name');
  setDirection(field);
  find(row, '[data-shown]').hidden = !isShown;
  for (const button of row.querySelectorAll<HTMLElement>('[data-do]')) {
    const action = button.dataset['do'] ?? '';
    // The only case there is cannot be put away: there would be nothing to work on.
    const isPointless = place === 'here' && (action === 'show' ? isShown : count < 2);
    button.hidden = isPointless || !(actions[place] as readonly string[]).includes(action);
  }
}

function getId(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-id]')?.dataset['id'];
}
