import { MOST_SUGGESTIONS } from './most-results.ts';
import { addRecentQuery, clearRecentQueries, getRecentQueries } from './recent-queries.ts';
import { type Answer, Asker, type OpenFinder } from './results-asker.ts';
import { readLanguages } from './results-languages.ts';
import { cleanQuery, TYPING_PAUSE } from './results-query.ts';
import { getMove } from './suggest-keys.ts';
import { SuggestPopup } from './suggest-popup.ts';

/** Milliseconds without another key after which the number of suggestions is said. */
const SETTLED = 500;

/**
 * Makes a search box suggest while somebody types: a combobox with a listbox, as the ARIA Authoring Practices describe
 * it. Enter without a chosen suggestion sends the form off as ever. On the search page, whose answers stand below, only
 * queries of before are suggested.
 *
 * @param open how an index is had; tests put their own in its place
 */
export function startSuggesting(box: HTMLElement, field: HTMLInputElement, open?: OpenFinder): Suggestions {
  return new Suggestions(box, field, open);
}

/** The suggestions of one box, and what its keys do. */
export class Suggestions {
  readonly #box: HTMLElement;
  readonly #field: HTMLInputElement;
  readonly #popup: SuggestPopup;
  readonly #asker: Asker;
  readonly #answersBelow: boolean;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(box: HTMLElement, field: HTMLInputElement, open?: OpenFinder) {
    const languages = readLanguages(box);
    [this.#box, this.#field] = [box, field];
    this.#popup = new SuggestPopup(box, field, languages);
    this.#asker = new Asker(languages, MOST_SUGGESTIONS, open);
    this.#answersBelow = field.form !== null && new URL(field.form.action).pathname === location.pathname;
    for (const type of ['input', 'compositionend', 'keydown', 'focusin', 'focusout', 'submit', 'click', 'mousedown']) box.addEventListener(type, this);
    // A page that comes back from the browser's memory comes back without its suggestions.
    addEventListener('pagehide', this);
    if (!this.#answersBelow) this.#asker.prepare();
    if (document.activeElement === field) this.#suggest();
  }

  handleEvent(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const isField = target === this.#field;
    if (event instanceof KeyboardEvent) this.#press(event);
    // The focus stays in the field; a browser that gives links none would lose it.
    else if (event.type === 'mousedown' && target?.closest('[data-popup]')) event.preventDefault();
    else if (event.type === 'click') this.#click(target);
    else if (event.type === 'submit') this.#send();
    else if (event.type === 'focusout' && !this.#box.contains((event as FocusEvent).relatedTarget as Node | null)) this.#close();
    else if (event.type === 'pagehide') this.#close();
    // With words in it, a field that gets the focus waits for a key.
    else if (isField && event.type === 'focusin' && !this.#field.value) this.#suggest();
    else if (isField && ['input', 'compositionend'].includes(event.type) && !(event as InputEvent).isComposing) this.#suggest();
  }

  #press(event: KeyboardEvent): void {
    // Safari ends a composition before it tells of the key that ended it.
    if (event.target !== this.#field || event.isComposing || event.keyCode === 229) return;
    const move = getMove(event, { isOpen: this.#popup.isOpen, isEmpty: this.#field.value === '', isChosen: this.#popup.chosen !== undefined });
    if (!move) return;
    if (move !== 'unchoose' && move !== 'leave') event.preventDefault();
    if (move === 'open') this.#suggest();
    else if (move === 'close') this.#close();
    else if (move === 'clear') {
      this.#field.value = '';
      this.#field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    } else if (move === 'follow') this.#follow(this.#popup.chosen);
    else if (move === 'leave') {
      if (!this.#popup.hasButton) this.#close();
    } else this.#popup.choose(move);
  }

  #click(target: Element | null): void {
    const option = target?.closest<HTMLAnchorElement>('[role="option"]');
    if (option) {
      addRecentQuery(this.#field.value);
      // Once the browser has followed the link.
      setTimeout(() => this.#close());
    } else if (target?.closest('[data-forget]')) {
      clearRecentQueries();
      this.#close();
      this.#field.focus();
      this.#popup.say(this.#box.dataset['forgotten'] ?? '');
    }
  }

  #follow(option: HTMLAnchorElement | undefined): void {
    option?.click();
    // On the page itself, reading goes on where the link leads and not in the field.
    this.#field.blur();
  }

  #send(): void {
    addRecentQuery(this.#field.value);
    this.#close();
  }

  #suggest(): void {
    clearTimeout(this.#settling);
    const query = cleanQuery(this.#field.value);
    if (query && !this.#answersBelow) {
      // What was chosen was a suggestion for other words.
      this.#popup.choose('unchoose');
      void this.#asker.ask(query, (answer) => this.#show(answer), TYPING_PAUSE);
      return;
    }
    const recent = this.#field.value ? [] : getRecentQueries();
    this.#close();
    if (recent.length > 0) this.#popup.showRecent(recent);
  }

  #show(answer: Answer): void {
    if (document.activeElement !== this.#field) return;
    if (answer.state === 'found' && answer.isSecond && this.#popup.chosen) return;
    if (answer.state !== 'found') {
      this.#popup.close();
      this.#popup.say(answer.state === 'searching' ? (this.#box.dataset['searching'] ?? '') : '');
      return;
    }
    const sentence = this.#popup.show(answer);
    this.#settling = setTimeout(() => this.#popup.say(sentence), SETTLED);
  }

  #close(): void {
    clearTimeout(this.#settling);
    this.#asker.cancel();
    this.#popup.close();
    this.#popup.say('');
  }
}
