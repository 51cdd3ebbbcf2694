/** More letters than any address bears. */
const LONGEST = 300;

/**
 * `<atm-search-box>`: puts a search form in the place of the link to the list of all steps, takes the focus on `/` and
 * Ctrl or ⌘ K, and loads what suggests on first use. On the search page the field shows the query of the address.
 */
export class SearchBoxElement extends HTMLElement {
  static define(): void {
    if (!customElements.get('atm-search-box')) customElements.define('atm-search-box', SearchBoxElement);
  }

  #isSuggesting = false;

  connectedCallback(): void {
    document.addEventListener('keydown', this);
    for (const type of ['focusin', 'input', 'submit']) this.addEventListener(type, this);
    const template = this.querySelector('template');
    if (!template || this.querySelector('form')) return;
    const form = document.importNode(template.content, true);
    const field = form.querySelector('input');
    const action = form.querySelector('form')?.action;
    if (field && action && new URL(action).pathname === location.pathname) field.value = new URLSearchParams(location.search).get('q') ?? '';
    this.querySelector('a')?.replaceWith(form);
    this.#turn();
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this);
    for (const type of ['focusin', 'input', 'submit']) this.removeEventListener(type, this);
  }

  handleEvent(event: Event): void {
    const field = this.querySelector('input');
    if (!field) return;
    if (event instanceof KeyboardEvent) {
      if (isShortcut(event) && !isTyping(event.target)) this.#focus(event, field);
    } else if (event.type === 'submit') field.value = field.value.slice(0, LONGEST);
    else {
      this.#turn();
      this.#suggest(field);
    }
  }

  /** An empty field has the direction of the page; one with letters that of its letters. */
  #turn(): void {
    for (const field of this.querySelectorAll('input')) field.dir = /\p{L}/u.test(field.value) ? 'auto' : '';
  }

  #focus(event: Event, field: HTMLInputElement): void {
    field.focus();
    // Behind an open dialog it cannot have the focus; then the key is not ours.
    if (document.activeElement !== field) return;
    event.preventDefault();
    field.select();
  }

  /** Where it cannot be loaded the form still works, and the next key tries again. */
  #suggest(field: HTMLInputElement): void {
    if (this.#isSuggesting) return;
    this.#isSuggesting = true;
    import('./suggest.ts').then(
      ({ startSuggesting }) => startSuggesting(this, field),
      () => {
        this.#isSuggesting = false;
      },
    );
  }
}

/** A keyboard in Hebrew or Arabic has another letter on the key of K. */
function isShortcut({ key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing, defaultPrevented }: KeyboardEvent): boolean {
  if (altKey || isComposing || defaultPrevented) return false;
  const isK = key.toLowerCase() === 'k' || (code === 'KeyK' && !/^[a-z]$/i.test(key));
  return ctrlKey || metaKey ? isK && !shiftKey && ctrlKey !== metaKey : key === '/';
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'));
}
