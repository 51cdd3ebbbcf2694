/** The first element that matches; page and script come from the same build, so it is there. */
export function find<T extends Element = HTMLElement>(root: Element, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`The page has no \`${selector}\` here. Add it to the component that writes <${root.localName}>.`);
  return found;
}

/** A copy of what stands in the template `data-part` of a checklist: its first element. */
export function clonePart<T extends HTMLElement = HTMLElement>(root: Element, name: string): T {
  const { content } = find<HTMLTemplateElement>(root, `template[data-part="${name}"]`);
  return document.importNode(content, true).firstElementChild as T;
}

/** The button that was pressed; what it does stands in its `data-do`. */
export function getButton({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
}

/**
 * A dialog of a checklist, made on first use. Its buttons say in `data-do` what they do; `close` closes. Focus goes
 * back to where it was, which is what the browser does for a modal dialog.
 */
export function getDialog(root: Element, name: string): HTMLDialogElement {
  const known = root.querySelector<HTMLDialogElement>(`dialog[data-dialog="${name}"]`);
  if (known) return known;
  const dialog = clonePart<HTMLDialogElement>(root, name);
  dialog.dataset['dialog'] = name;
  dialog.addEventListener('click', (event) => {
    if (getButton(event)?.dataset['do'] === 'close') dialog.close();
  });
  root.append(dialog);
  return dialog;
}

/** Says a sentence, which stands in the attribute `data-<name>` of a status line, with `#` and `##` replaced. */
export function say(root: Element, name: string, first: string | number = '', second: string | number = ''): void {
  const status = find(root, '[data-said]');
  status.textContent = fill(status.dataset[name] ?? '', first, second);
}

/** A sentence with its numbers: `##` stands for the second, `#` for the first. */
export function fill(sentence: string, first: string | number, second: string | number = ''): string {
  return sentence.replace(/##|#/g, (mark) => String(mark === '##' ? second : first));
}
