import { copyText } from '../share/copy-text.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { clonePart, say } from './checklist-part.ts';

/** What the buttons of a panel do, by the name in their `data-do`. */
export type Actions = Readonly<Record<string, (button: HTMLElement) => unknown>>;

/** Opens a dialog of the list, a new copy each time. What closes it and gives the focus back is the browser. */
export function openDialog(list: ChecklistElement, name: string, actions: Actions = {}): HTMLDialogElement {
  const dialog = list.appendChild(clonePart<HTMLDialogElement>(list, name));
  dialog.onclose = () => dialog.remove();
  setActions(list, dialog, actions);
  dialog.showModal();
  return dialog;
}

/** Says what the buttons of a panel do; where that fails, the list says so. */
export function setActions(list: ChecklistElement, panel: HTMLElement, actions: Actions): void {
  panel.onclick = ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-do]');
    if (button) void list.run(() => actions[button.dataset['do'] ?? '']?.(button));
  };
}

/** Copies a text and says in a dialog whether the browser did. */
export async function copyIn(dialog: Element, text: string, field: HTMLInputElement | HTMLTextAreaElement): Promise<void> {
  say(dialog, (await copyText(text, field)) ? 'copied' : 'refused');
}
