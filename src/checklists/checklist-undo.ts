import type { Action, CasebookStore } from './casebook-store.ts';
import type { Row } from './checklist-rows.ts';

interface Root extends HTMLElement {
  readonly store: CasebookStore;
  readonly rows: readonly Row[];
}

/** Names the last action, with a button to take it back. An action is called `<kind>` or `<kind>:<item id>`. */
export function showUndo(root: Root, action: Action | null): void {
  const bar = root.querySelector<HTMLElement>('[data-undo]');
  const did = bar?.querySelector<HTMLElement>('[data-did]');
  const what = bar?.querySelector('[data-did-what]');
  if (!bar || !did || !what) return;
  bar.hidden = !action;
  if (!action) return;
  const [kind = '', id] = action.name.split(':');
  did.textContent = (JSON.parse(did.dataset['names'] ?? '{}') as Record<string, string>)[kind] ?? '';
  what.textContent = root.rows.find((row) => row.id === id)?.text ?? '';
}

/** Takes the last action back and says so. Focus stays on the button, or goes to the item when there is nothing left. */
export function takeBack(root: Root): void {
  const button = root.querySelector<HTMLElement>('[data-take-back]');
  const [, id] = root.store.$last.get()?.name.split(':') ?? [];
  root.store.undo();
  const status = root.querySelector('[data-tools] [data-said]');
  if (status) status.textContent = button?.dataset['undone'] ?? '';
  if (!root.store.$last.get()) (root.rows.find((row) => row.id === id) ?? root.rows[0])?.box.focus();
}
