import { eraseCase, getCaseIds, getField, type Place, setFields } from './casebook.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { clonePart, find, setDirection } from './checklist-part.ts';
import { openDialog } from './panel.ts';
import { createId } from './random-id.ts';

/**
 * The reader's clients: one set of lists for each. Everything but the words typed at this moment can be taken back.
 * Which of its buttons a client has is a matter of its place, and of styles.
 */
export function openCases(list: ChecklistElement): void {
  const { store } = list;
  const dialog = openDialog(list, 'cases', {
    show: (button) => store.showCase(getId(button)),
    move(button) {
      const [id, place] = [getId(button), button.dataset['to'] ?? ''];
      store.act('case', (casebook, now) => (place === 'erased' ? eraseCase(casebook, id, now) : setFields(casebook, id, [['place', place]], now)));
      // The button that was pressed may be gone.
      if (!button.offsetHeight) field.focus();
    },
  });
  const field = find<HTMLInputElement>(dialog, '[data-new-name]');
  const stop = store.$casebook.subscribe(() => show(list, dialog));
  dialog.addEventListener('close', stop);
  dialog.oninput = ({ target }) => {
    const input = target as HTMLInputElement;
    const id = getId(input);
    setDirection(input);
    if (id) store.act(`case:${id}`, (casebook, now) => setFields(casebook, id, [['name', input.value]], now), true);
  };
  find(dialog, '[data-add]').onsubmit = (event) => {
    event.preventDefault();
    const id = createId();
    store.act('case', (casebook, now) => setFields(casebook, id, Object.entries({ place: 'here', name: field.value.trim() }), now));
    store.showCase(id);
    field.value = '';
  };
}

/** Shows the clients in their places. Rows that stay are left where they are, so that nobody loses the field they type in. */
function show(list: ChecklistElement, dialog: HTMLElement): void {
  const casebook = list.store.$casebook.get();
  for (const group of dialog.querySelectorAll<HTMLElement>('[data-cases-in]')) {
    const ids = getCaseIds(casebook, group.dataset['casesIn'] as Place);
    const rows = [...group.children];
    for (const row of rows) if (!ids.includes(getId(row))) row.remove();
    for (const id of ids) {
      const row = rows.find((one) => getId(one) === id) ?? group.appendChild(clonePart(list, 'case'));
      row.setAttribute('data-id', id);
      row.toggleAttribute('data-current', id === list.store.getCase());
      const field = find<HTMLInputElement>(row, 'input');
      if (field !== document.activeElement) field.value = getField(casebook, id, 'name');
      setDirection(field);
    }
  }
}

/** The client that an element belongs to. */
function getId(element: Element): string {
  return element.closest('[data-id]')?.getAttribute('data-id') ?? '';
}
