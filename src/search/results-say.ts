/**
 * Says a sentence that the server wrote into an attribute.
 *
 * @param ways whether to show the other ways to a step; left as they are where it is not said
 */
export function say(root: HTMLElement, sentence: string, { ways, note }: { ways?: boolean; note?: Node | undefined }): void {
  const status = root.querySelector('[data-status]');
  const text = root.dataset[sentence] ?? sentence;
  // What is said already is not said again.
  if (status && status.textContent !== text) status.textContent = text;
  root.querySelector('[data-note]')?.replaceChildren(...(note ? [note] : []));
  if (ways !== undefined) root.querySelector('[data-rescue]')?.toggleAttribute('hidden', !ways);
}

/** Takes all results away. */
export function clearResults(root: HTMLElement): void {
  for (const place of root.querySelectorAll('[data-offer], [data-list], [data-after]')) place.replaceChildren();
}
