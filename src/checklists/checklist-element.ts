import { getStorageKey, readStored, writeStored } from '../site/storage-key.ts';
import { getNote, getState, type ItemState, setFields } from './casebook.ts';
import type { CasebookStore } from './casebook-store.ts';
import { showCases } from './checklist-bar.ts';
import { clonePart, find } from './checklist-part.ts';
import { dressItems, getRows, type Row, setDirection, showRow } from './checklist-rows.ts';
import { showUndo, takeBack } from './checklist-undo.ts';
import { openCasebook } from './open-casebook.ts';
import { describeProgress } from './progress-sentence.ts';

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
  #unbind: (() => void)[] = [];
  #isDressed = false;

  /** The permanent id of the list. */
  get listId(): string {
    return this.dataset['list'] ?? '';
  }

  connectedCallback(): void {
    if (!this.#isDressed) this.#dress();
    this.rows = getRows(this);
    this.store = openCasebook((id) => this.rows.find((row) => row.id === id)?.formerIds ?? []);
    const leaving = new AbortController();
    const { signal } = leaving;
    for (const type of ['change', 'input', 'click']) this.addEventListener(type, this, { signal });
    for (const type of ['storage', 'pageshow', 'hashchange', 'beforeprint', 'afterprint']) addEventListener(type, this, { signal });
    this.#unbind = [
      () => leaving.abort(),
      this.store.$casebook.subscribe(() => this.show()),
      this.store.$kept.subscribe((kept) => this.#notice(kept)),
      this.store.$last.subscribe((action) => showUndo(this, action)),
    ];
    this.#filter(readStored('only-open') !== null);
    this.#receive();
  }

  disconnectedCallback(): void {
    for (const unbind of this.#unbind) unbind();
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

  /** Notes something on an item; the last action of this name can be taken back. */
  note(name: string, row: Row, kind: 'state' | 'note', value: string): void {
    this.store.act(`${name}:${row.id}`, (casebook, now) => setFields(casebook, this.store.getCase(), [[`${kind}:${row.id}`, value]], now), kind === 'note');
  }

  /** The reader's own state of an item, in the case that is shown. */
  getState(row: Row): ItemState {
    return getState(this.store.$casebook.get(), this.store.getCase(), row.id, row.formerIds);
  }

  /** The private note on an item, empty where there is none. */
  getNote(row: Row): string {
    return getNote(this.store.$casebook.get(), this.store.getCase(), row.id, row.formerIds);
  }

  /** Shows the casebook as it is: states, notes, progress, clients. */
  show(): void {
    const casebook = this.store.$casebook.get();
    const caseId = this.store.getCase();
    for (const row of this.rows) {
      const state = this.received ? (this.received.get(row.id) ?? 'open') : getState(casebook, caseId, row.id, row.formerIds);
      showRow(row, state, getNote(casebook, caseId, row.id, row.formerIds));
    }
    this.#count();
    showCases(this);
  }

  /** Loads the tools and does something with them; says so where that fails. */
  async load(action: (tools: typeof import('./checklist-tools.ts')) => void | Promise<void>): Promise<void> {
    try {
      await action(await import('./checklist-tools.ts'));
    } catch (error) {
      console.error(error);
      find(this, '[data-tools] [data-said]').textContent = this.dataset['partFailed'] ?? '';
    }
  }

  #act(type: string, target: HTMLElement): void {
    const row = this.rows.find(({ element }) => element.contains(target));
    if (type === 'click') this.#press(target.closest('button'), row);
    else if (type === 'input' && row && target === row.note) {
      setDirection(row.note);
      this.note('note', row, 'note', row.note.value);
    } else if (type === 'change') {
      const { checked, value } = target as HTMLInputElement;
      if (row && target === row.box) this.note(checked ? 'tick' : 'untick', row, 'state', checked ? 'done' : 'open');
      else if (row && target === row.apart) this.note(checked ? 'not-applicable' : 'applicable', row, 'state', checked ? 'not-applicable' : 'open');
      else if (target.matches('[data-only-open]')) this.#filter(checked);
      else if (target.matches('[data-case] select')) this.store.showCase(value);
    }
  }

  #press(button: HTMLElement | null, row: Row | undefined): void {
    const { tool, takeBack: isTakeBack, copyLink } = button?.dataset ?? {};
    if (isTakeBack !== undefined) takeBack(this);
    else if (button && row && copyLink !== undefined) void this.load((tools) => tools.copyItemLink(this, row, button));
    else if (tool) void this.load((tools) => tools.openTool(this, tool));
  }

  /** Puts in what stands in templates: it would be dead without script. */
  #dress(): void {
    this.#isDressed = true;
    dressItems(this);
    const bar = find(this, '[data-bar]');
    bar.replaceChildren(document.importNode(find<HTMLTemplateElement>(bar, 'template').content, true));
    this.append(clonePart(this, 'tools'), clonePart(this, 'undo'));
  }

  #count(): void {
    const states = this.rows.map(({ element }) => element.dataset['state'] as ItemState);
    const { done, apart, isFinished, sentence } = describeProgress(states, this.dataset);
    const stitches = find(this, '[data-stitches]');
    stitches.toggleAttribute('data-all', isFinished);
    for (const [index, stitch] of [...stitches.children].entries()) {
      stitch.toggleAttribute('data-done', index < done);
      stitch.toggleAttribute('data-apart', index >= done && index < done + apart);
    }
    const next = this.querySelector<HTMLElement>('[data-next]');
    next?.toggleAttribute('data-finished', isFinished);
    if (next) next.textContent = next.dataset[isFinished ? 'now' : 'until'] ?? '';
    const status = find(this, '[data-progress]');
    // Written only when it changes, so that a screen reader hears it once.
    if (status.textContent !== sentence) status.textContent = sentence;
  }

  /** Shows all items, or those that are open now; an item that is ticked afterwards stays until the next time. */
  #filter(only: boolean): void {
    find<HTMLInputElement>(this, '[data-only-open]').checked = only;
    for (const { element } of this.rows) element.toggleAttribute('data-filtered', only && element.dataset['state'] !== 'open');
    if ((readStored('only-open') !== null) !== only) writeStored('only-open', only ? '1' : null);
  }

  /** Opens what is folded for as long as it is printed; not every browser can do so by its styles. */
  #unfold(isPrinting: boolean): void {
    for (const details of this.querySelectorAll<HTMLDetailsElement>(isPrinting ? 'details:not([open])' : 'details[data-unfolded]')) {
      details.open = isPrinting;
      details.toggleAttribute('data-unfolded', isPrinting);
    }
  }

  #notice(kept: string): void {
    const notice = find(this, '[data-notice]');
    find(notice, 'span').textContent = notice.dataset[kept] ?? '';
  }

  #receive(): void {
    if (location.hash.includes('progress=')) void this.load((tools) => tools.openTool(this, 'receive'));
  }
}
