import type { ItemState } from './casebook.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { clonePart, fill } from './checklist-part.ts';
import { parseShareLink, type SharedProgress } from './share-link.ts';
import { compareShared, mergeShared, replaceShared } from './shared-merge.ts';

/**
 * Shows the progress that the address carries, and asks what to do with it. Until the reader decides nothing of
 * theirs changes: the boxes show what was sent and cannot be ticked.
 */
export async function receive(list: ChecklistElement): Promise<void> {
  const items = new Map(list.rows.map((row) => [row.id, row.formerIds]));
  const formerLists = list.dataset['former']?.split(' ') ?? [];
  const reading = await parseShareLink(location.hash, { list: list.dataset['list'] ?? '', formerLists, items });
  if (reading.kind === 'none') return;
  leave(list, false);
  const panel = clonePart(list, 'received');
  if (!panel) return;
  if (reading.kind === 'ok') preview(list, panel, reading.progress, reading.unknown);
  else refuse(panel, reading.kind);
  panel.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (button?.dataset['do']) decide(list, button.dataset['do'], reading.kind === 'ok' ? reading.progress : null);
  });
  list.prepend(panel);
  panel.focus();
}

function refuse(panel: HTMLElement, kind: string): void {
  panel.querySelector('[data-choice]')?.setAttribute('hidden', '');
  const refused = panel.querySelector<HTMLElement>('[data-refused]');
  const text = refused?.querySelector('p');
  if (!refused || !text) return;
  refused.hidden = false;
  text.textContent = text.dataset[kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] ?? text.dataset['damaged'] ?? '';
}

function preview(list: ChecklistElement, panel: HTMLElement, progress: SharedProgress, unknown: number): void {
  const compared = compareShared(list.store.$casebook.get(), list.store.getCase(), list.rows, progress);
  const isMineEmpty = compared.every(({ mine }) => mine === 'open');
  const differing = isMineEmpty ? [] : compared.filter(({ kind }) => kind !== 'same');
  count(panel, 'differences', differing.length);
  count(panel, 'conflicts', differing.filter(({ kind }) => kind === 'conflict').length);
  count(panel, 'unknown', unknown);
  const [merge, replace] = ['merge', 'replace'].map((name) => panel.querySelector<HTMLElement>(`[data-do="${name}"]`));
  if (isMineEmpty && merge && replace) {
    // Nothing of the reader's own is there to be merged with.
    merge.hidden = true;
    replace.textContent = replace.dataset['take'] ?? '';
    replace.dataset['do'] = 'merge';
  }
  for (const row of list.rows) {
    const mine = differing.find(({ id }) => id === row.id)?.mine;
    const note = progress.notes.get(row.id);
    row.box.disabled = true;
    row.element.querySelector('[data-own]')?.setAttribute('hidden', '');
    if (mine || note) row.element.append(describe(list, mine, note));
  }
  list.received = new Map<string, ItemState>(progress.marks);
  list.show();
}

/** What stands at an item on which the two differ: the reader's own state, and a note that was sent along. */
function describe(list: ChecklistElement, mine: ItemState | undefined, note: string | undefined): HTMLElement | string {
  const part = clonePart(list, 'received-item');
  if (!part) return '';
  part.dataset['differing'] = '';
  const own = part.querySelector<HTMLElement>('[data-mine]');
  if (own && mine) {
    own.hidden = false;
    own.textContent = own.dataset[mine === 'not-applicable' ? 'notApplicable' : mine] ?? '';
  }
  const theirs = part.querySelector<HTMLElement>('[data-their-note]');
  const words = theirs?.querySelector('bdi');
  if (theirs && words && note) {
    theirs.hidden = false;
    words.textContent = note;
  }
  return part;
}

function decide(list: ChecklistElement, choice: string, progress: SharedProgress | null): void {
  const caseId = list.store.getCase();
  leave(list, true);
  if (progress && choice === 'merge') list.store.act('merge', (casebook, now) => mergeShared(casebook, caseId, list.rows, progress, now));
  if (progress && choice === 'replace') list.store.act('replace', (casebook, now) => replaceShared(casebook, caseId, list.rows, progress, now));
  const status = list.querySelector<HTMLElement>('[data-progress]');
  status?.setAttribute('tabindex', '-1');
  status?.focus();
}

/** Back to the reader's own list; `forget` takes the progress out of the address, so that a reload does not ask again. */
function leave(list: ChecklistElement, forget: boolean): void {
  list.querySelector('[data-received]')?.remove();
  for (const part of list.querySelectorAll('[data-differing]')) part.remove();
  for (const row of list.rows) {
    row.box.disabled = false;
    row.element.querySelector('[data-own]')?.removeAttribute('hidden');
  }
  list.received = null;
  list.show();
  if (forget) history.replaceState(history.state, '', location.pathname + location.search);
}

function count(panel: HTMLElement, name: string, number: number): void {
  const line = panel.querySelector<HTMLElement>(`[data-${name}]`);
  if (!line) return;
  line.hidden = number === 0;
  line.textContent = fill(line.textContent ?? '', number);
}
