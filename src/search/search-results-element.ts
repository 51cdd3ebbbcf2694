import { MOST_RESULTS } from './most-results.ts';
import { addRecentQuery } from './recent-queries.ts';
import type { Answer, Asker, OpenFinder } from './results-asker.ts';
import { readLanguages, type SearchedLanguage } from './results-languages.ts';
import { cleanQuery, readQuery, TYPING_PAUSE, writeQuery } from './results-query.ts';
import { clearResults, say } from './results-say.ts';
import type { showFound } from './results-view.ts';

/** Milliseconds without another key after which the number of results is said; a screen reader would say each. */
const SETTLED = 500;

const TYPES = ['input', 'compositionend', 'submit', 'focusin', 'focusout'] as const;

/**
 * `<atm-search-results>`: answers the query of the address (`?q=`) and what is typed into the box of the page. Its
 * sentences come from the attributes the server wrote. Where nothing is found, or the index cannot be had, it says so
 * and shows the other ways: the list of all steps, the triage, the phases.
 */
export class SearchResultsElement extends HTMLElement {
  static define(): void {
    if (!customElements.get('atm-search-results')) customElements.define('atm-search-results', SearchResultsElement);
  }

  /** How an index is had; tests put their own in its place. */
  open: OpenFinder | undefined;
  #languages: readonly SearchedLanguage[] = [];
  #answering: Promise<Answering> | undefined;
  #query = '';
  /** The query that was sent off last; what is typed after it is a draft of the next. */
  #sent = '';
  #settling: ReturnType<typeof setTimeout> | undefined;
  #writing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#languages = readLanguages(this);
    for (const type of TYPES) document.addEventListener(type, this);
    this.addEventListener('click', this);
    addEventListener('popstate', this);
    this.#sent = cleanQuery(readQuery(location));
    if (this.#sent) say(this, 'searching', { ways: true });
    void this.answer(this.#sent);
  }

  disconnectedCallback(): void {
    for (const type of TYPES) document.removeEventListener(type, this);
    this.removeEventListener('click', this);
    removeEventListener('popstate', this);
    clearTimeout(this.#writing);
    void this.answer('');
  }

  handleEvent(event: Event): void {
    if (event.type === 'popstate') this.#goBack();
    else if (event.type === 'click') this.#remember(event.target);
    else this.#follow(event);
  }

  /** What happens in the box of the page. */
  #follow(event: Event): void {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>('atm-search-box form') : null;
    const field = form?.querySelector('input');
    if (!field) return;
    if (event.type === 'focusin') this.#prepare();
    // Whoever leaves the field may leave the page, or change its language, at once.
    else if (event.type === 'focusout') this.#write();
    else if (event.type === 'submit') this.#send(event, field);
    else if (!(event as InputEvent).isComposing) this.#draft(field.value);
  }

  /**
   * Shows what is found for `query`, or asks for one. The newest query wins.
   *
   * @param pause how long to wait for another key; 0 where the query is finished
   */
  async answer(query: string, pause = 0): Promise<void> {
    clearTimeout(this.#settling);
    this.#query = cleanQuery(query);
    if (!this.#query) {
      void this.#answering?.then(
        ({ asker }) => asker.cancel(),
        () => {},
      );
      clearResults(this);
      return say(this, 'ask', { ways: true });
    }
    const answering = await this.#getAnswering().catch((error: unknown) => console.warn(error));
    if (cleanQuery(query) !== this.#query) return;
    if (!answering) return this.#fail();
    const { asker, showFound } = answering;
    return asker.ask(this.#query, (answer) => this.#show(answer, pause, showFound), pause);
  }

  /** What answers is loaded with the first question; a page without one needs none of it. Where that fails, the next one tries again. */
  #getAnswering(): Promise<Answering> {
    this.#answering ??= Promise.all([import('./results-asker.ts'), import('./results-view.ts')]).then(([{ Asker }, { showFound }]) => ({
      asker: new Asker(this.#languages, MOST_RESULTS, this.open),
      showFound,
    }));
    this.#answering.catch(() => {
      this.#answering = undefined;
    });
    return this.#answering;
  }

  #prepare(): void {
    this.#getAnswering()
      .then(({ asker }) => asker.prepare())
      .catch(() => {});
  }

  #draft(query: string): void {
    if (cleanQuery(query) === this.#query) return;
    void this.answer(query, TYPING_PAUSE);
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.#write(), TYPING_PAUSE);
  }

  /** Brings the address in step. Not with each key: browsers refuse more than some hundred changes in half a minute. */
  #write(): void {
    clearTimeout(this.#writing);
    const address = writeQuery(location, this.#query);
    if (cleanQuery(readQuery(location)) !== this.#query) history.replaceState(null, '', address);
  }

  /** What is sent off becomes a place to come back to, and the place before it is again what it was. */
  #send(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    clearTimeout(this.#writing);
    const query = cleanQuery(field.value);
    if (query !== this.#sent) {
      history.replaceState(null, '', writeQuery(location, this.#sent));
      history.pushState(null, '', writeQuery(location, query));
    }
    this.#sent = query;
    // The keyboard of a phone would cover the answer.
    if (matchMedia('(pointer: coarse)').matches) field.blur();
    void this.answer(query);
  }

  #goBack(): void {
    const query = readQuery(location);
    clearTimeout(this.#writing);
    // A way to an anchor on the page goes through here as well.
    if (cleanQuery(query) === this.#query) return;
    this.#sent = cleanQuery(query);
    for (const field of document.querySelectorAll<HTMLInputElement>('atm-search-box input')) field.value = query;
    void this.answer(query);
  }

  #remember(target: EventTarget | null): void {
    if (target instanceof Element && target.closest('[data-link]')) addRecentQuery(this.#query);
  }

  #show(answer: Answer, pause: number, showFound: Answering['showFound']): void {
    if (answer.state === 'searching') say(this, 'searching', {});
    else if (answer.state === 'failed') this.#fail();
    else if (answer.isSecond && this.contains(document.activeElement)) return;
    else void this.#list(answer, pause, showFound);
  }

  async #list(answer: Answer & { state: 'found' }, pause: number, showFound: Answering['showFound']): Promise<void> {
    const tell = await showFound(this, answer, this.#languages, () => answer.query === this.#query);
    if (!tell) return;
    clearTimeout(this.#settling);
    if (pause === 0) tell();
    else this.#settling = setTimeout(tell, SETTLED);
  }

  #fail(): void {
    clearResults(this);
    say(this, 'failed', { ways: true });
  }
}

/** What answers, and how it is shown. */
interface Answering {
  readonly asker: Asker;
  readonly showFound: typeof showFound;
}
