import type { Action, CasebookStore } from './casebook-store.ts';
import { find, say, setText } from './checklist-part.ts';
import type { Row } from './checklist-rows.ts';

interface Root extends HTMLElement {
  readonly store: CasebookStore;
  readonly rows: readonly Row[];
}

/** Names the last action, with a button to take it back. An action is called `<kind>` or `<kind>:<item id>`. */
export function showUndo(root: Root, action: Action | null): void {
  const undo = find(root, '[data-undo]');
  undo.hidden = !action;
  const [kind = '', id] = action?.name.split(':') ?? [];
  const said = find(undo, '[data-said]');
  setText(said, said.getAttribute(`data-did-${kind}`) ?? '');
  setText(find(undo, 'bdi'), root.rows.find((row) => row.id === id)?.text ?? '');
}

/** Takes the last action back and says so. Focus stays on the button, or goes to the item when there is nothing left. */
export function takeBack(root: Root): void {
  const [, id] = root.store.$last.get()?.name.split(':') ?? [];
  root.store.undo();
  say(find(root, '[data-tools]'), 'undone');
  if (!root.store.$last.get()) (root.rows.find((row) => row.id === id) ?? root.rows[0])?.box.focus();
}
