/** The first element that matches; page and script come from the same build, so it is there. */
export function find<T extends Element = HTMLElement>(root: Element, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`<${root.localName}> needs \`${selector}\` in its component.`);
  return found;
}

/** A copy of what stands in the template `data-part` of a checklist: its first element. */
export function clonePart<T extends HTMLElement = HTMLElement>(root: Element, name: string): T {
  return find<HTMLTemplateElement>(root, `template[data-part="${name}"]`).content.firstElementChild?.cloneNode(true) as T;
}

/**
 * Writes into the text that an element holds already, if it does. A new text node would have the browser ask every
 * `:has()` rule of the page again, which took longer than all else that a tick does to the page.
 */
export function setText(element: Element, text: string): void {
  (element.firstChild ?? element).textContent = text;
}

/** Says a sentence, which stands in the attribute `data-<name>` of a status line, with `#` and `##` replaced; without one says nothing. */
export function say(root: Element, name: string, first: string | number = '', second: string | number = ''): void {
  const status = find(root, '[data-said]');
  status.textContent = fill(status.getAttribute(`data-${name}`) ?? '', first, second);
}

/** A sentence with its numbers: `##` stands for the second, `#` for the first. */
export function fill(sentence: string, first: string | number, second: string | number = ''): string {
  return sentence.replace(/##?/g, (mark) => `${mark === '#' ? first : second}`);
}

/** A field's words decide its direction, once there are any; an empty one runs as the page does (rule 13). */
export function setDirection(field: HTMLInputElement | HTMLTextAreaElement): void {
  field.dir = /\p{L}/u.test(field.value) ? 'auto' : '';
}
