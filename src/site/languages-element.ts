import { writeStored } from './storage-key.ts';

/**
 * `<atm-languages>`: remembers the language a reader picks and takes the query of the address along.
 * The links inside work without it, anchors included.
 */
export class LanguagesElement extends HTMLElement {
  static define(): void {
    if (!customElements.get('atm-languages')) customElements.define('atm-languages', LanguagesElement);
  }

  connectedCallback(): void {
    this.addEventListener('click', this);
    // The middle button, which opens a new tab, gives no click.
    this.addEventListener('auxclick', this);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this);
    this.removeEventListener('auxclick', this);
  }

  /** Changes the link just before the browser follows it, so that new tabs and copied links are right as well. */
  handleEvent(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-locale]') : null;
    if (!link) return;
    link.search = location.search;
    if (!link.hash) link.hash = location.hash;
    writeStored('locale', link.dataset['locale'] ?? null);
  }
}
