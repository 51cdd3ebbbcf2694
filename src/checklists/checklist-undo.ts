import type { Action, CasebookStore } from './casebook-store.ts';
import { find } from './checklist-part.ts';
import type { Row } from './checklist-rows.ts';

interface Root extends HTMLElement {
  readonly store: CasebookStore;
  readonly rows: readonly Row[];
}

/** Names the last action, with a button to take it back. An action is called `<kind>` or `<kind>:<item id>`. */
export function showUndo(root: Root, action: Action | null): void {
  find(root, '[data-undo]').hidden = !action;
  if (!action) return;
  const did = find(root, '[data-did]');
  const [kind = '', id] = action.name.split(':');
  did.textContent = (JSON.parse(did.dataset['names'] ?? '{}') as Record<string, string>)[kind] ?? '';
  find(root, '[data-did-what]').textContent = root.rows.find((row) => row.id === id)?.text ?? '';
}

/** Takes the last action back and says so. Focus stays on the button, or goes to the item when there is nothing left. */
export function takeBack(root: Root): void {
  const [, id] = root.store.$last.get()?.name.split(':') ?? [];
  root.store.undo();
  find(root, '[data-tools] [data-said]').textContent = find(root, '[data-take-back]').dataset['undone'] ?? '';
  if (!root.store.$last.get()) (root.rows.find((row) => row.id === id) ?? root.rows[0])?.box.focus();
}
