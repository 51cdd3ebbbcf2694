import { getStorageKey } from '../site/storage-key.ts';
import { isDone, type Progress } from './progress.ts';
import { createProgressStore, type ProgressStore } from './progress-store.ts';

/**
 * `<atm-checklist>`: remembers the ticks of the native checkboxes inside it, keeps them the same in every tab, and
 * says the progress in the sentences that the server wrote into `data-sentences` (one per number of items done).
 */
export class ChecklistElement extends HTMLElement {
  static define(): void {
    if (!customElements.get('atm-checklist')) customElements.define('atm-checklist', ChecklistElement);
  }

  #store: ProgressStore | undefined;
  #unbind: (() => void)[] = [];

  connectedCallback(): void {
    this.#store = createProgressStore(() => localStorage, getStorageKey('progress'));
    this.addEventListener('change', this);
    addEventListener('storage', this);
    addEventListener('pageshow', this);
    this.#unbind = [this.#store.$progress.subscribe((progress) => this.#show(progress)), this.#store.$kept.subscribe((kept) => this.#notice(kept))];
  }

  disconnectedCallback(): void {
    this.removeEventListener('change', this);
    removeEventListener('storage', this);
    removeEventListener('pageshow', this);
    for (const unbind of this.#unbind) unbind();
  }

  handleEvent(event: Event): void {
    if (event.type === 'change' && event.target instanceof HTMLInputElement) {
      this.#store?.setDone(event.target.value, event.target.checked);
    } else if (event instanceof StorageEvent) {
      if (event.key === getStorageKey('progress')) this.#store?.adopt(event.newValue);
    } else if (event.type === 'pageshow') {
      this.#store?.refresh();
      // A browser that restores form controls by itself may have ticked what is not done.
      if (this.#store) this.#show(this.#store.$progress.get());
    }
  }

  #show(progress: Progress): void {
    const boxes = [...this.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    for (const box of boxes) box.checked = isDone(progress, box.value, box.dataset['former']?.split(' '));
    const done = boxes.filter((box) => box.checked).length;
    const stitches = this.querySelector('[data-stitches]');
    stitches?.toggleAttribute('data-all', done === boxes.length);
    for (const [index, stitch] of [...(stitches?.children ?? [])].entries()) stitch.toggleAttribute('data-done', index < done);
    const sentence = (JSON.parse(this.dataset['sentences'] ?? '[]') as string[])[done];
    const status = this.querySelector('[data-progress]');
    // Written only when it changes, so that a screen reader hears it once.
    if (status && sentence !== undefined && status.textContent !== sentence) status.textContent = sentence;
  }

  #notice(kept: boolean): void {
    const notice = this.querySelector<HTMLElement>('[data-notice]');
    if (notice) (notice.querySelector('span') ?? notice).textContent = (kept ? notice.dataset['kept'] : notice.dataset['blocked']) ?? '';
  }
}
