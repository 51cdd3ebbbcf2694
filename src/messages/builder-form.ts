import { clonePart, fill, setDirection } from '../checklists/checklist-part.ts';
import type { LanguageChoice } from './builder-text.ts';
import { type AskedFact, type Entries, parseRows } from './fact-keys.ts';
import type { FactKind } from './fact-kinds.ts';
import type { ChangeRow } from './fill-slots.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

const emptyRow: ChangeRow = { what: '', since: '', checkedBy: '' };

/** The form of the facts: reads what is typed as entries, and shows entries in its fields. */
export class BuilderForm {
  readonly facts: readonly AskedFact[];

  constructor(
    readonly root: HTMLElement,
    others: readonly LanguageChoice[],
  ) {
    this.facts = this.#places.map(({ dataset }) => ({
      id: dataset['fact'] ?? '',
      slot: dataset['slotName'] ?? '',
      kind: dataset['kind'] as FactKind,
      past: 'past' in dataset,
      title: dataset['title'] ?? '',
    }));
    const select = this.#find<HTMLSelectElement>('[data-language]');
    select?.replaceChildren(new Option(select.dataset['same'], ''), ...others.map(({ id, name }) => new Option(name, id)));
  }

  /** What a field that was typed into says now, as entries. */
  readField(field: HTMLElement, other: LanguageChoice | undefined): [key: string, entry: string][] {
    const place = field.closest<HTMLElement>('[data-fact]');
    if (!place || !isField(field)) return [];
    const id = place.dataset['fact'] ?? '';
    if (hasWords(field)) setDirectionOf(field, other);
    if (field.dataset['cell']) return this.#readRows(place, other);
    const isSecond = 'inSecond' in field.dataset;
    if (isSecond && !other) return [];
    const entry: [string, string] = [isSecond ? `fact:${id}:${other?.id}` : `fact:${id}`, field.value];
    tellSecond(place);
    return [entry];
  }

  /** Adds a row to the list of changes, or removes one, and puts the focus where the reader goes on. */
  changeRows(button: HTMLElement, action: 'add' | 'remove', other: LanguageChoice | undefined): [key: string, entry: string][] {
    const place = button.closest<HTMLElement>('[data-fact]');
    const rows = place?.querySelector<HTMLElement>('[data-rows]');
    if (!place || !rows) return [];
    if (action === 'add') {
      this.#addRow(rows);
      this.#showSecond(place, other);
      rows.lastElementChild?.querySelector('input')?.focus();
    } else {
      button.closest('[data-row]')?.remove();
      if (!rows.children.length) this.#addRow(rows);
      place.querySelector<HTMLElement>('[data-do="add"]')?.focus();
    }
    numberRows(rows);
    return this.#readRows(place, other);
  }

  /** Shows entries in all fields; what is being typed is newer than they are. */
  show(entries: Entries, other: LanguageChoice | undefined): void {
    for (const { dataset, element } of this.#places) {
      const id = dataset['fact'] ?? '';
      this.#showSecond(element, other);
      if (dataset['kind'] === 'list') this.#showRows(element, entries, id, other);
      else {
        for (const field of element.querySelectorAll<Field>('[data-entry-field], [data-in-second]')) {
          const key = 'inSecond' in field.dataset ? `fact:${id}:${other?.id}` : `fact:${id}`;
          showValue(field, entries.get(key) ?? '', other);
        }
        tellSecond(element);
      }
    }
    const select = this.#find<HTMLSelectElement>('[data-language]');
    if (select) select.value = other?.id ?? '';
  }

  /** Offers the address forms of both languages. */
  showChoices(own: LanguageChoice, other: LanguageChoice | undefined, entries: Entries): void {
    for (const [name, choice] of [
      ['own', own],
      ['other', other],
    ] as const) {
      const label = this.#find(`[data-form-choice="${name}"]`);
      const select = label?.querySelector('select');
      const caption = label?.querySelector<HTMLElement>('[data-label]');
      if (!label || !select || !caption) continue;
      label.hidden = !choice || choice.forms.length < 2;
      if (!choice) continue;
      if (other) caption.textContent = fill(caption.dataset['label'] ?? '', choice.name);
      select.dataset['formOf'] = choice.id;
      select.replaceChildren(...choice.forms.map(([form, text]) => new Option(text, form)));
      select.value = entries.get(`form:${choice.id}`) ?? choice.forms[0]?.[0] ?? '';
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
  }

  /** Says what becomes of what is written. */
  tellKept(kept: 'tab' | 'caseKept' | 'notKept'): void {
    const status = this.#find('[data-kept]');
    const sentence = status?.dataset[kept] ?? '';
    if (status && status.textContent !== sentence) status.textContent = sentence;
    const box = this.#find<HTMLInputElement>('[data-keep]');
    if (box && kept !== 'notKept') box.checked = kept === 'caseKept';
  }

  #showRows(place: HTMLElement, entries: Entries, id: string, other: LanguageChoice | undefined): void {
    const rows = place.querySelector<HTMLElement>('[data-rows]');
    if (!rows) return;
    const own = parseRows(entries.get(`fact:${id}`));
    const second = other ? parseRows(entries.get(`fact:${id}:${other.id}`)) : [];
    const count = Math.max(1, own.length);
    while (rows.children.length < count) this.#addRow(rows);
    while (rows.children.length > count) rows.lastElementChild?.remove();
    this.#showSecond(place, other);
    for (const [index, row] of [...rows.children].entries()) {
      for (const field of row.querySelectorAll<HTMLInputElement>('[data-cell]')) {
        const cell = field.dataset['cell'] as keyof ChangeRow;
        showValue(field, (('inSecond' in field.dataset ? second : own)[index] ?? emptyRow)[cell], other);
      }
    }
    numberRows(rows);
  }

  #readRows(place: HTMLElement, other: LanguageChoice | undefined): [key: string, entry: string][] {
    const id = place.dataset['fact'] ?? '';
    const read = (isSecond: boolean) =>
      [...place.querySelectorAll('[data-row]')].map((row) => {
        const cells = [...row.querySelectorAll<HTMLInputElement>('[data-cell]')].filter(({ dataset }) => 'inSecond' in dataset === isSecond);
        return Object.fromEntries(cells.map(({ dataset, value }) => [dataset['cell'], value]));
      });
    return [[`fact:${id}`, write(read(false))], ...(other ? [[`fact:${id}:${other.id}`, write(read(true))] as [string, string]] : [])];
  }

  #addRow(rows: Element): void {
    rows.append(clonePart(this.root, 'row'));
  }

  /** Room for the same in the client's language, while that is another. */
  #showSecond(place: HTMLElement, other: LanguageChoice | undefined): void {
    for (const second of place.querySelectorAll<HTMLElement>('[data-second]')) {
      second.hidden = !other;
      const label = second.matches('[data-label]') ? second : second.querySelector<HTMLElement>('[data-label]');
      if (label && other) label.textContent = fill(label.dataset['label'] ?? '', other.name);
      const field = second.querySelector<Field>('[data-in-second]');
      if (field && other) Object.assign(field, { lang: other.lang, dir: other.dir });
    }
  }

  get #places(): { element: HTMLElement; dataset: DOMStringMap }[] {
    return [...this.root.querySelectorAll<HTMLElement>('[data-form] [data-fact]')].map((element) => ({ element, dataset: element.dataset }));
  }

  #find<T extends HTMLElement = HTMLElement>(selector: string): T | null {
    return this.root.querySelector<T>(`[data-form] ${selector}`);
  }
}

/** Rows as they are stored; nothing where nothing is in them. */
function write(rows: readonly Record<string, string>[]): string {
  return rows.some((row) => Object.values(row).some((cell) => cell.trim())) ? JSON.stringify(rows) : '';
}

function numberRows(rows: Element): void {
  for (const [index, row] of [...rows.children].entries()) {
    for (const label of row.querySelectorAll<HTMLElement>(':scope > [data-label]')) label.textContent = fill(label.dataset['label'] ?? '', index + 1);
  }
}

/** Says that the reader's own words stand in the client's text, as long as they do. */
function tellSecond(place: HTMLElement): void {
  const notice = place.querySelector<HTMLElement>('[data-second-help]');
  const [own, second] = [place.querySelector<Field>('[data-entry-field]'), place.querySelector<Field>('[data-in-second]')];
  if (notice) notice.hidden = !own?.value.trim() || !!second?.value.trim();
}

function showValue(field: Field, value: string, other: LanguageChoice | undefined): void {
  if (field.value !== value && field !== document.activeElement) field.value = value;
  if (hasWords(field)) setDirectionOf(field, other);
}

/** Words decide the direction of a field once there are any; empty, it runs as its language does (rule 13). */
function setDirectionOf(field: Field, other: LanguageChoice | undefined): void {
  setDirection(field);
  if ('inSecond' in field.dataset && other && !field.dir) field.dir = other.dir;
}

/** Whether words go into a field: the others have a direction of their own. */
function hasWords(field: Field): boolean {
  return field.type === 'textarea' || (field.type === 'text' && field.inputMode !== 'numeric');
}

function isField(element: HTMLElement): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
