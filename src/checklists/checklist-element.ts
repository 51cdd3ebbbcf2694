import { getStorageKey, readStored, writeStored } from '../site/storage-key.ts';
import { getField, type ItemState, setFields } from './casebook.ts';
import type { CasebookStore } from './casebook-store.ts';
import { showCases } from './checklist-bar.ts';
import { clonePart, find, say, setDirection, setText } from './checklist-part.ts';
import { dressItems, getRows, type Row, showRow } from './checklist-rows.ts';
import { showUndo, takeBack } from './checklist-undo.ts';
import { openCasebook } from './open-casebook.ts';
import { describeProgress, type ProgressSentences } from './progress-sentence.ts';

/**
 * `<atm-checklist>`: remembers what is noted on the items inside it, keeps it the same in every tab, and says the
 * progress in the sentences that the server wrote into its attributes. What only works with script it adds from the
 * templates inside it; what few need (sharing, files, calendar, clients) is loaded when it is asked for.
 */
export class ChecklistElement extends HTMLElement {
  static define(): void {
    if (!customElements.get('atm-checklist')) customElements.define('atm-checklist', ChecklistElement);
  }

  store!: CasebookStore;
  rows: readonly Row[] = [];
  /** Progress that somebody sent; while it is shown, the boxes show it and cannot be changed. */
  received: ReadonlyMap<string, ItemState> | null = null;
  #leaving: AbortController | undefined;

  /** The permanent id of the list. */
  get listId(): string {
    return this.dataset['list'] ?? '';
  }

  connectedCallback(): void {
    if (this.rows.length === 0) this.#dress();
    this.store = openCasebook((id) => this.rows.find((row) => row.id === id)?.formerIds ?? []);
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    for (const type of ['change', 'input', 'click']) this.addEventListener(type, this, { signal });
    for (const type of ['storage', 'pageshow', 'hashchange', 'beforeprint', 'afterprint']) addEventListener(type, this, { signal });
    // Nobody else has this store: it goes with its listeners when the list comes alive again.
    this.store.$casebook.subscribe(() => this.show());
    this.store.$kept.subscribe((kept) => {
      const notice = find(this, '[data-notice]');
      find(notice, 'span').textContent = notice.dataset[kept] ?? '';
    });
    this.store.$last.subscribe((action) => showUndo(this, action));
    this.#filter(readStored('only-open') !== null);
    this.#receive();
  }

  disconnectedCallback(): void {
    this.#leaving?.abort();
  }

  handleEvent(event: Event): void {
    const { type } = event;
    if (event instanceof StorageEvent) {
      if (event.key === getStorageKey('casebook')) this.store.adopt(event.newValue);
    } else if (type === 'pageshow') {
      this.store.refresh();
      // A browser that restores form controls by itself may have ticked what is not done.
      this.show();
    } else if (type === 'hashchange') this.#receive();
    else if (type.endsWith('print')) this.#unfold(type === 'beforeprint');
    else if (event.target instanceof HTMLElement) this.#act(type, event.target);
  }

  /** The reader's own state of an item, in the case that is shown. */
  getState(row: Row): ItemState {
    return this.#get('state', row) as ItemState;
  }

  /** The private note on an item, empty where there is none. */
  getNote(row: Row): string {
    return this.#get('note', row);
  }

  /** Shows the casebook as it is: states, notes, progress, clients. */
  show(): void {
    this.toggleAttribute('data-previewing', !!this.received);
    const caseId = this.store.getCase();
    for (const row of this.rows) {
      row.box.disabled = !!this.received;
      showRow(row, this.received ? (this.received.get(row.id) ?? 'open') : (this.#get('state', row, caseId) as ItemState), this.#get('note', row, caseId));
    }
    this.#count();
    showCases(this);
  }

  /** Does something, and says so where it fails, at once or later. */
  async run(action: () => unknown): Promise<void> {
    try {
      await action();
    } catch (error) {
      console.error(error);
      say(find(this, '[data-tools]'), 'failed');
    }
  }

  /** Notes something on an item; the last action of this name can be taken back. */
  #note(name: string, row: Row, kind: 'state' | 'note', value: string): void {
    this.store.act(`${name}:${row.id}`, (casebook, now) => setFields(casebook, this.store.getCase(), [[`${kind}:${row.id}`, value]], now), kind === 'note');
  }

  #get(kind: 'state' | 'note', { id, formerIds }: Row, caseId = this.store.getCase()): string {
    return getField(this.store.$casebook.get(), caseId, `${kind}:${id}`, formerIds);
  }

  #act(type: string, target: HTMLElement): void {
    const row = this.rows.find(({ element }) => element.contains(target));
    if (type === 'click') this.#press(target.closest<HTMLElement>('[data-tool]'));
    else if (type === 'input' && row && target === row.note) {
      setDirection(row.note);
      this.#note('note', row, 'note', row.note.value);
    } else if (type === 'change') {
      const { checked, value } = target as HTMLInputElement;
      if (row && target === row.box) this.#note(checked ? 'tick' : 'untick', row, 'state', checked ? 'done' : 'open');
      else if (row && target === row.apart) this.#note(checked ? 'not-applicable' : 'applicable', row, 'state', checked ? 'not-applicable' : 'open');
      else if (target.matches('[data-only-open]')) this.#filter(checked);
      else if (target.matches('[data-case] select')) this.store.showCase(value);
    }
  }

  #press(button: HTMLElement | null): void {
    const { tool = '' } = button?.dataset ?? {};
    if (tool === 'undo') takeBack(this);
    else if (button) this.#open(tool, button);
  }

  /** Loads the tools and opens one of them. */
  #open(tool: string, asking: HTMLElement): void {
    void this.run(async () => (await import('./checklist-tools.ts')).tools[tool]?.(this, asking));
  }

  /** Puts in what stands in templates: it would be dead without script. */
  #dress(): void {
    dressItems(this);
    find(this, '[data-bar]').append(clonePart(this, 'bar'));
    this.append(clonePart(this, 'tools'), clonePart(this, 'undo'));
    this.rows = getRows(this);
  }

  #count(): void {
    const states = this.rows.map(({ element }) => element.dataset['state'] as ItemState);
    const { done, apart, isFinished, sentence } = describeProgress(states, this.dataset as DOMStringMap & ProgressSentences);
    this.toggleAttribute('data-finished', isFinished);
    for (const [index, stitch] of [...find(this, '[data-stitches]').children].entries()) {
      stitch.toggleAttribute('data-done', index < done);
      stitch.toggleAttribute('data-apart', index >= done && index < done + apart);
    }
    const status = find(this, '[data-progress]');
    // Written only when it changes, so that a screen reader hears it once.
    if (status.textContent !== sentence) setText(status, sentence);
  }

  /** Shows all items, or those that are open now; an item that is ticked afterwards stays until the next time. */
  #filter(only: boolean): void {
    find<HTMLInputElement>(this, '[data-only-open]').checked = only;
    for (const { element } of this.rows) element.toggleAttribute('data-filtered', only && element.dataset['state'] !== 'open');
    writeStored('only-open', only ? '1' : null);
  }

  /** Opens what is folded for as long as it is printed; not every browser can do so by its styles. */
  #unfold(isPrinting: boolean): void {
    for (const details of this.querySelectorAll<HTMLDetailsElement>(isPrinting ? 'details:not([open])' : 'details[data-unfolded]')) {
      details.open = isPrinting;
      details.toggleAttribute('data-unfolded', isPrinting);
    }
  }

  #receive(): void {
    // Only a hint: programs encode the sign behind the word, change its case or cut it. What is no progress shows nothing.
    if (/prog/i.test(location.hash)) this.#open('receive', this);
  }
}
