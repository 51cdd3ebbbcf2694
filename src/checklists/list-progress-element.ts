import { getState, type ItemState } from './casebook.ts';
import type { CasebookStore } from './casebook-store.ts';
import { openCasebook } from './open-casebook.ts';
import { describeProgress, type ProgressSentences } from './progress-sentence.ts';

/** `<atm-list-progress>`: says how far each of the lists inside it has come, in the case that this tab works on. */
export class ListProgressElement extends HTMLElement {
  static define(): void {
    if (!customElements.get('atm-list-progress')) customElements.define('atm-list-progress', ListProgressElement);
  }

  #store: CasebookStore | undefined;
  #unbind: (() => void) | undefined;

  connectedCallback(): void {
    this.#store = openCasebook();
    this.#unbind = this.#store.$casebook.subscribe(() => this.#show());
    for (const type of ['storage', 'pageshow'] as const) addEventListener(type, this);
  }

  disconnectedCallback(): void {
    this.#unbind?.();
    for (const type of ['storage', 'pageshow'] as const) removeEventListener(type, this);
  }

  handleEvent(): void {
    this.#store?.refresh();
  }

  #show(): void {
    const casebook = this.#store?.$casebook.get();
    const shown = this.#store?.getCase();
    if (!casebook || !shown) return;
    for (const place of this.querySelectorAll<HTMLElement>('[data-items]')) {
      const items = JSON.parse(place.dataset['items'] ?? '[]') as [id: string, ...formerIds: string[]][];
      const states = items.map(([id, ...formerIds]): ItemState => getState(casebook, shown, id, formerIds));
      // Nothing is said of a list that nobody has begun: the page is as it was written.
      if (states.some((state) => state !== 'open')) place.textContent = describeProgress(states, place.dataset as DOMStringMap & ProgressSentences).sentence;
    }
  }
}
