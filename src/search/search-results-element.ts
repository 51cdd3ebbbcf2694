import { type Found, findInFullText } from './full-text.ts';

/**
 * `<atm-search-results>`: answers the query of the address (`?q=`). Its sentences come from the attributes the server
 * wrote. Where the index cannot be had it says so and leaves the link to the list of all steps.
 */
export class SearchResultsElement extends HTMLElement {
  static define(): void {
    if (!customElements.get('atm-search-results')) customElements.define('atm-search-results', SearchResultsElement);
  }

  /** How a query is answered; tests put their own in its place. */
  find: (query: string) => Promise<Found[]> = (query) => findInFullText(import.meta.env.BASE_URL.replace(/\/*$/, '/'), document.documentElement.lang, query);

  connectedCallback(): void {
    void this.answer(new URLSearchParams(location.search).get('q') ?? '');
  }

  /** Shows what is found for `query`, or asks for one. */
  async answer(query: string): Promise<void> {
    if (!query.trim()) return this.#say('ask', true);
    this.#say('searching', false);
    try {
      const found = await this.find(query);
      this.#list(found);
      if (found.length === 0) this.#say('none', true);
      else this.#status((JSON.parse(this.dataset['counts'] ?? '[]') as string[])[found.length] ?? '', false);
    } catch (error) {
      console.error(error);
      this.#say('failed', true);
    }
  }

  #say(sentence: 'ask' | 'searching' | 'none' | 'failed', rescue: boolean): void {
    this.#status(this.dataset[sentence] ?? '', rescue);
  }

  #status(text: string, rescue: boolean): void {
    const status = this.querySelector('[data-status]');
    if (status) status.textContent = text;
    this.querySelector('[data-rescue]')?.toggleAttribute('hidden', !rescue);
  }

  #list(found: readonly Found[]): void {
    const template = this.querySelector('template');
    if (!template) return;
    const kinds = JSON.parse(this.dataset['kinds'] ?? '{}') as Record<string, string>;
    const rows = found.map((thing) => {
      const row = document.importNode(template.content, true);
      const link = row.querySelector<HTMLAnchorElement>('[data-link]');
      if (link) {
        link.href = thing.href;
        link.textContent = thing.title;
      }
      for (const [name, text] of [
        ['summary', thing.summary],
        ['kind', kinds[thing.kind] ?? ''],
      ] as const) {
        const place = row.querySelector(`[data-${name}]`);
        if (place) place.textContent = text;
      }
      return row;
    });
    this.querySelector('[data-list]')?.replaceChildren(...rows);
  }
}
