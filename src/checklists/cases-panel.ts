import { eraseCase, getCaseIds, getField, type Place, setFields } from './casebook.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { clonePart, find, getButton, getDialog } from './checklist-part.ts';
import { setDirection } from './checklist-rows.ts';
import { createId } from './random-id.ts';

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
    act(list, button.dataset, id);
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

/** Erases a case, shows it, or puts it where the button says. */
function act({ store }: ChecklistElement, { do: action, to }: DOMStringMap, id: string): void {
  if (action === 'show') store.showCase(id);
  else store.act('case', (casebook, now) => (to ? setFields(casebook, id, [['place', to]], now) : eraseCase(casebook, id, now)));
}

function show(list: ChecklistElement, dialog: HTMLElement): void {
  for (const group of dialog.querySelectorAll<HTMLElement>('[data-cases-in]')) {
    const place = group.dataset['casesIn'] as Place;
    const ids = getCaseIds(list.store.$casebook.get(), place);
    group.closest('details')?.toggleAttribute('hidden', ids.length === 0);
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

function showCase({ store }: ChecklistElement, row: Element, place: Place, count: number): void {
  const id = getId(row) ?? '';
  const isShown = place === 'here' && store.getCase() === id;
  const field = find<HTMLInputElement>(row, '[data-case-name]');
  if (field !== document.activeElement) field.value = getField(store.$casebook.get(), id, 'name');
  setDirection(field);
  find(row, '[data-shown]').hidden = !isShown;
  for (const button of row.querySelectorAll<HTMLElement>('[data-do]')) {
    // The only case there is cannot be put away: there would be nothing to work on.
    const isPointless = place === 'here' && (button.dataset['do'] === 'show' ? isShown : count < 2);
    button.hidden = isPointless || !button.matches(`[data-from~="${place}"]`);
  }
}

function getId(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-id]')?.dataset['id'];
}
