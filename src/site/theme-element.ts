import { getStorageKey, readStored, writeStored } from './storage-key.ts';

/**
 * `<atm-theme>`: unfolds the choice of colours from its template, applies it, remembers it, and follows a choice made
 * in another tab or on a page that comes back from the back/forward cache.
 */
export class ThemeElement extends HTMLElement {
  static define(): void {
    if (!customElements.get('atm-theme')) customElements.define('atm-theme', ThemeElement);
  }

  /** A choice that the browser refused to keep; it stands while the page does. */
  #unkept: string | undefined;

  connectedCallback(): void {
    const template = this.querySelector('template');
    if (template && !this.querySelector('select')) this.append(document.importNode(template.content, true));
    this.addEventListener('change', this);
    addEventListener('storage', this);
    addEventListener('pageshow', this);
    this.#follow();
  }

  disconnectedCallback(): void {
    this.removeEventListener('change', this);
    removeEventListener('storage', this);
    removeEventListener('pageshow', this);
  }

  handleEvent(event: Event): void {
    if (event.type === 'change') {
      const theme = this.#select?.value ?? '';
      this.#unkept = writeStored('theme', theme || null) ? undefined : theme;
      apply(theme);
    } else if (!(event instanceof StorageEvent) || event.key === getStorageKey('theme')) {
      this.#follow();
    }
  }

  get #select(): HTMLSelectElement | null {
    return this.querySelector('select');
  }

  /** Shows what is stored; where the browser stores nothing, what was chosen on this page stands. */
  #follow(): void {
    const stored = this.#unkept ?? readStored('theme') ?? '';
    const theme = stored === 'light' || stored === 'dark' ? stored : '';
    if (this.#select) this.#select.value = theme;
    apply(theme);
  }
}

/** @param theme `light`, `dark`, or nothing for the system's choice */
function apply(theme: string): void {
  const root = document.documentElement;
  if (theme) root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    // Each of the two keeps its own system preference in data-media while a choice overrides it.
    const preference = meta.dataset['media'] ?? meta.media;
    meta.dataset['media'] = preference;
    meta.media = theme ? (preference.includes(theme) ? 'all' : 'not all') : preference;
  }
}
