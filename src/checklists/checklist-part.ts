/** A copy of what stands in the template `data-part` of a checklist: its first element. */
export function clonePart<T extends HTMLElement = HTMLElement>(root: Element, name: string): T | null {
  const template = root.querySelector<HTMLTemplateElement>(`template[data-part="${name}"]`);
  return (template && (document.importNode(template.content, true).firstElementChild as T | null)) ?? null;
}

/**
 * A dialog of a checklist, made on first use. Its buttons say in `data-do` what they do; `close` closes. Focus goes
 * back to where it was, which is what the browser does for a modal dialog.
 */
export function getDialog(root: Element, name: string): HTMLDialogElement {
  const known = root.querySelector<HTMLDialogElement>(`dialog[data-dialog="${name}"]`);
  if (known) return known;
  const dialog = clonePart<HTMLDialogElement>(root, name);
  if (!dialog) throw new Error(`The checklist has no template \`${name}\`. Add <template data-part="${name}"> to ChecklistTools.astro.`);
  dialog.dataset['dialog'] = name;
  dialog.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-do="close"]')) dialog.close();
  });
  root.append(dialog);
  return dialog;
}

/** Says a sentence, which stands in the attribute `data-<name>` of a status line, with `#` and `##` replaced. */
export function say(root: Element, name: string, first = '', second = ''): void {
  const status = root.querySelector<HTMLElement>('[data-said]');
  if (status) status.textContent = fill(status.dataset[name] ?? '', first, second);
}

/** A sentence with its numbers: `##` stands for the second, `#` for the first. */
export function fill(sentence: string, first: string | number, second: string | number = ''): string {
  return sentence.replace(/##|#/g, (mark) => String(mark === '##' ? second : first));
}
