import { MOST_SUGGESTIONS } from './most-results.ts';
import type { Answer } from './results-asker.ts';
import type { SearchedLanguage } from './results-languages.ts';
import { createNote } from './results-notes.ts';
import { writeQuery } from './results-query.ts';
import { createRow, toRow } from './results-rows.ts';

/** How many boxes have got a list; several may stand in one page. */
let count = 0;

/** What stands under a search box: the list of suggestions, how they were found, and a way to forget queries of before. */
export class SuggestPopup {
  readonly #box: HTMLElement;
  readonly #field: HTMLInputElement;
  readonly #popup: HTMLElement;
  readonly #list: HTMLElement;
  readonly #languages: readonly SearchedLanguage[];
  readonly #id: string;

  /** Makes the field of the box a combobox; until now it was a search field, which needs no script. */
  constructor(box: HTMLElement, field: HTMLInputElement, languages: readonly SearchedLanguage[]) {
    [this.#box, this.#field, this.#languages] = [box, field, languages];
    this.#popup = box.querySelector<HTMLElement>('[data-popup]')!;
    this.#list = box.querySelector<HTMLElement>('[data-options]')!;
    this.#list.setAttribute('role', 'listbox');
    count += 1;
    this.#id = `suggestions-${count}`;
    this.#list.id = this.#id;
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-autocomplete', 'list'],
      ['aria-expanded', 'false'],
      ['aria-controls', this.#id],
    ] as const)
      field.setAttribute(name, value);
  }

  get isOpen(): boolean {
    return !this.#popup.hidden;
  }

  /** The suggestion that Enter would follow. */
  get chosen(): HTMLAnchorElement | undefined {
    return this.#options.find((option) => option.getAttribute('aria-selected') === 'true');
  }

  /** Whether the list has a button below it, to be reached with Tab. */
  get hasButton(): boolean {
    return this.isOpen && !this.#part('forget').hidden;
  }

  /**
   * Shows an answer.
   *
   * @returns how much it is, in words
   */
  show(answer: Answer & { state: 'found' }): string {
    const found = (answer.rescued?.found ?? answer.found).slice(0, MOST_SUGGESTIONS);
    const { locale } = this.#languages[0]!;
    const counts = JSON.parse(this.#box.dataset['counts'] ?? '[]') as string[];
    const note = found.length > 0 ? createNote(this.#box, answer, this.#languages) : undefined;
    const kinds = JSON.parse(this.#box.dataset['kinds'] ?? '{}') as Record<string, string>;
    const template = this.#box.querySelector<HTMLTemplateElement>('[data-option]');
    const options = template ? found.map((one) => createRow(template, toRow(locale, one), kinds)) : [];
    this.#open(options, { note });
    return [note?.textContent, counts[found.length]].filter(Boolean).join(' ');
  }

  /** Shows queries of before. */
  showRecent(queries: readonly string[]): void {
    const { action } = this.#field.form!;
    const template = this.#box.querySelector<HTMLTemplateElement>('[data-option]');
    const row = (query: string) => ({
      href: writeQuery(new URL(action), query),
      kind: '',
      title: { text: query, marks: [] },
      summary: { text: '', marks: [] },
    });
    this.#open(template ? queries.map((query) => createRow(template, row(query), {})) : [], { isRecent: true });
    for (const title of this.#list.querySelectorAll<HTMLElement>('[data-title]')) title.dir = 'auto';
  }

  close(): void {
    this.#popup.hidden = true;
    this.#list.replaceChildren();
    this.#field.setAttribute('aria-expanded', 'false');
    this.#field.removeAttribute('aria-activedescendant');
  }

  /** Goes to the suggestion after or before the chosen one; beyond the last and before the first is the field itself. */
  choose(move: 'next' | 'previous' | 'unchoose'): void {
    const options = this.#options;
    const places = options.length + 1;
    const now = this.chosen ? options.indexOf(this.chosen) : -1;
    const next = move === 'unchoose' ? -1 : ((now + 1 + (move === 'next' ? 1 : places - 1)) % places) - 1;
    for (const [index, option] of options.entries()) option.setAttribute('aria-selected', String(index === next));
    const option = options[next];
    if (option) this.#field.setAttribute('aria-activedescendant', option.id);
    else this.#field.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  /** Tells a screen reader, once. */
  say(sentence: string): void {
    const status = this.#part('said');
    if (status.textContent !== sentence) status.textContent = sentence;
  }

  get #options(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  }

  #open(options: readonly Element[], { note, isRecent = false }: { note?: HTMLElement | undefined; isRecent?: boolean }): void {
    this.close();
    if (options.length === 0) return;
    for (const [index, option] of options.entries()) {
      option.id = `${this.#id}-${index}`;
      option.setAttribute('aria-selected', 'false');
    }
    this.#list.replaceChildren(...options);
    this.#list.setAttribute('aria-label', (isRecent ? this.#part('recent').textContent : this.#box.dataset['suggestions']) ?? '');
    this.#part('note').replaceChildren(...(note ? [note] : []));
    for (const name of ['recent', 'forget']) this.#part(name).hidden = !isRecent;
    this.#popup.hidden = false;
    this.#field.setAttribute('aria-expanded', 'true');
  }

  #part(name: string): HTMLElement {
    return this.#box.querySelector<HTMLElement>(`[data-${name}]`)!;
  }
}
