import type { CasebookStore } from '../checklists/casebook-store.ts';
import { clonePart, find } from '../checklists/checklist-part.ts';
import { getStorageKey, readStored } from '../site/storage-key.ts';
import { BuilderForm } from './builder-form.ts';
import type { BuilderText, LanguageChoice } from './builder-text.ts';
import type { Entries } from './fact-keys.ts';
import { createTabKeeper, type FactKeeper } from './tab-facts.ts';

/** How long after a key what was written is stored; it is stored at once when the reader leaves. */
const STORING_DELAY = 400;

type Tools = typeof import('./message-tools.ts');

const ownEvents = ['input', 'change', 'click', 'focusin'] as const;
const pageEvents = ['pagehide', 'pageshow', 'storage'] as const;

/**
 * `<atm-message-builder>`: makes the text with blanks inside it a text that grows as the reader fills in the facts, in
 * their language and beside it in their client's. It adds the form from the templates inside it and remembers what is
 * written; what fills the blanks, checks the text and takes it along is loaded with the first touch.
 */
export class MessageBuilderElement extends HTMLElement {
  static define(): void {
    if (!customElements.get('atm-message-builder')) customElements.define('atm-message-builder', MessageBuilderElement);
  }

  entries: Entries = new Map();
  keeper: FactKeeper = createTabKeeper();
  form!: BuilderForm;
  /** The texts with blanks as the server wrote them, one for each address form; the usual one stands in the page. */
  sheets: readonly HTMLElement[] = [];
  /** Once there was need of them: the text in the reader's language and, where there is one, that in the client's. */
  texts: BuilderText[] = [];
  own!: LanguageChoice;
  others: readonly LanguageChoice[] = [];
  /** The casebook, once there was need of it. */
  store?: CasebookStore;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tools: Promise<Tools> | undefined;

  connectedCallback(): void {
    if (!this.form) this.#dress();
    for (const type of ownEvents) this.addEventListener(type, this);
    for (const type of pageEvents) addEventListener(type, this);
    this.takeUp(this.keeper);
    // With a casebook there may be several clients, and facts that are kept with one.
    if (readStored('casebook') !== null) void this.load((tools) => tools.openCase(this));
  }

  disconnectedCallback(): void {
    for (const type of ownEvents) this.removeEventListener(type, this);
    for (const type of pageEvents) removeEventListener(type, this);
    this.save();
  }

  handleEvent(event: Event): void {
    const { target, type } = event;
    if (type === 'pagehide') this.save();
    // A browser that restores fields by itself may have put in what was cleared.
    else if (type === 'pageshow') this.show();
    else if (event instanceof StorageEvent) {
      if (event.key === getStorageKey('casebook')) void this.load((tools) => tools.adoptCase(this, event.newValue));
    } else if (type === 'focusin') void this.load((tools) => tools.showTexts(this));
    else if (target instanceof HTMLElement) this.#act(type, target);
  }

  /** Changes entries, shows them in the texts and stores them. */
  setEntries(changed: Iterable<readonly [key: string, entry: string]>): void {
    this.entries = new Map([...this.entries, ...changed]);
    this.#frame ||= requestAnimationFrame(() => this.#write());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), STORING_DELAY);
  }

  /** Takes up what a keeper holds and keeps what follows there. */
  takeUp(keeper: FactKeeper): void {
    this.keeper = keeper;
    this.entries = keeper.read();
    this.show();
  }

  /** Shows the entries everywhere: fields, choices, texts. */
  show(): void {
    const other = this.getClientLanguage();
    this.form.show(this.entries, other);
    this.form.showChoices(this.own, other, this.entries);
    this.form.tellKept(this.keeper.isCase ? 'caseKept' : 'tab');
    if (this.entries.size > 0 || this.texts.length > 0) this.#write();
  }

  /** Stores what was written since the last time. */
  save(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.keeper.write(this.entries)) this.form.tellKept('notKept');
  }

  /** Runs something of what is loaded late; says so where that fails. */
  async load(action: (tools: Tools) => unknown): Promise<void> {
    try {
      this.#tools ??= import('./message-tools.ts');
      await action(await this.#tools);
    } catch (error) {
      this.#tools = undefined;
      console.error(error);
      const status = this.querySelector('[data-failure]');
      if (status) status.textContent = this.dataset['partFailed'] ?? '';
    }
  }

  /** Whether something was written that is not stored yet. */
  get hasUnstored(): boolean {
    return this.#timer !== undefined;
  }

  /** The client's language, where it is another than that of the text. */
  getClientLanguage(): LanguageChoice | undefined {
    return this.others.find(({ id }) => id === this.entries.get('client-language'));
  }

  #act(type: string, target: HTMLElement): void {
    const button = target.closest<HTMLElement>('button');
    const action = button?.dataset['do'];
    if (type === 'click') {
      if (action === 'add' || action === 'remove') this.setEntries(this.form.changeRows(button!, action, this.getClientLanguage()));
      else if (action) void this.load((tools) => tools.press(this, button!));
    } else if (target.closest('[data-case], [data-keep], [data-gate]')) {
      if (type === 'change') void this.load((tools) => tools.choose(this, target));
    } else if (target instanceof HTMLSelectElement) {
      if (type === 'change') this.#select(target.dataset['formOf'] ? `form:${target.dataset['formOf']}` : 'client-language', target.value);
    } else if (target.closest('[data-fact]')) this.setEntries(this.form.readField(target, this.getClientLanguage()));
  }

  #select(key: string, value: string): void {
    this.setEntries([[key, value]]);
    this.show();
  }

  #write(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    void this.load((tools) => tools.showTexts(this));
  }

  /** Puts in what stands in templates and takes the other address forms out of the page: the form asks for them. */
  #dress(): void {
    this.own = JSON.parse(this.dataset['own'] ?? '{}') as LanguageChoice;
    this.others = JSON.parse(this.dataset['others'] ?? '[]') as LanguageChoice[];
    this.sheets = [...this.querySelectorAll<HTMLElement>('[data-sheet]')];
    for (const other of this.querySelectorAll('[data-other-form], [data-by-hand]')) other.remove();
    const desk = find(this, '[data-desk]');
    const outs = document.createElement('div');
    outs.dataset['outs'] = '';
    outs.append(clonePart(this, 'out'));
    desk.prepend(clonePart(this, 'form'));
    desk.after(outs);
    // Only what admits something asks about the law.
    if (this.querySelector('template[data-part="gate"]')) outs.before(clonePart(this, 'gate'));
    this.form = new BuilderForm(this, this.others);
    this.toggleAttribute('data-live', true);
  }
}
