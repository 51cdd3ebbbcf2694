import type { ItemState } from './casebook.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { clonePart, fill, find, getButton } from './checklist-part.ts';
import { parseShareLink, type SharedProgress } from './share-link.ts';
import { compareShared, mergeShared, replaceShared } from './shared-merge.ts';

/** What a reader may do with it besides leaving it. */
const changes: Readonly<Record<string, typeof mergeShared>> = { merge: mergeShared, replace: replaceShared };

/**
 * Shows the progress that the address carries, and asks what to do with it. Until the reader decides nothing of
 * theirs changes: the boxes show what was sent and cannot be ticked.
 */
export async function receive(list: ChecklistElement): Promise<void> {
  const items = new Map(list.rows.map((row) => [row.id, row.formerIds]));
  const reading = await parseShareLink(location.hash, { list: list.listId, formerLists: list.dataset['former']?.split(' ') ?? [], items });
  if (reading.kind === 'none') return;
  leave(list);
  const panel = clonePart(list, 'received');
  if (reading.kind === 'ok') preview(list, panel, reading.progress, reading.unknown);
  else refuse(panel, reading.kind);
  panel.onclick = (event) => {
    const choice = getButton(event)?.dataset['do'];
    if (choice) decide(list, choice, reading.kind === 'ok' ? reading.progress : null);
  };
  list.prepend(panel);
  panel.focus();
}

function refuse(panel: HTMLElement, kind: string): void {
  const refused = find(panel, '[data-refused]');
  find(panel, '[data-choice]').hidden = true;
  refused.hidden = false;
  sayAttribute(find(refused, 'p'), kind);
}

function preview(list: ChecklistElement, panel: HTMLElement, progress: SharedProgress, unknown: number): void {
  const compared = compareShared(list.store.$casebook.get(), list.store.getCase(), list.rows, progress);
  const isMineEmpty = compared.every(({ mine }) => mine === 'open');
  const differing = isMineEmpty ? [] : compared.filter(({ kind }) => kind !== 'same');
  count(panel, 'differences', differing.length);
  count(panel, 'conflicts', differing.filter(({ kind }) => kind === 'conflict').length);
  count(panel, 'unknown', unknown);
  if (isMineEmpty) {
    // Nothing of the reader's own is there to be merged with.
    const merge = find(panel, '[data-do="merge"]');
    const replace = find(panel, '[data-do="replace"]');
    merge.textContent = replace.dataset['take'] ?? '';
    replace.hidden = true;
  }
  for (const row of list.rows) {
    const mine = differing.find(({ id }) => id === row.id)?.mine;
    const note = progress.notes.get(row.id);
    if (mine || note) row.element.append(describe(list, mine, note));
  }
  setLocked(list, true);
  list.received = new Map<string, ItemState>(progress.marks);
  list.show();
}

/** What stands at an item on which the two differ: the reader's own state, and a note that was sent along. */
function describe(list: ChecklistElement, mine: ItemState | undefined, note: string | undefined): HTMLElement {
  const part = clonePart(list, 'received-item');
  part.dataset['differing'] = '';
  if (mine) sayAttribute(find(part, '[data-mine]'), mine);
  if (note) {
    find(part, '[data-their-note]').hidden = false;
    find(part, 'bdi').textContent = note;
  }
  return part;
}

function decide(list: ChecklistElement, choice: string, progress: SharedProgress | null): void {
  const caseId = list.store.getCase();
  leave(list);
  // A reload must not ask again.
  history.replaceState(history.state, '', location.pathname + location.search);
  const change = changes[choice];
  if (progress && change) list.store.act(choice, (casebook, now) => change(casebook, caseId, list.rows, progress, now));
  const status = find(list, '[data-progress]');
  status.tabIndex = -1;
  status.focus();
}

/** Back to the reader's own list. */
function leave(list: ChecklistElement): void {
  for (const part of list.querySelectorAll('[data-received], [data-differing]')) part.remove();
  setLocked(list, false);
  list.received = null;
  list.show();
}

function setLocked(list: ChecklistElement, isLocked: boolean): void {
  for (const { box, element } of list.rows) {
    box.disabled = isLocked;
    find(element, '[data-own]').hidden = isLocked;
  }
}

/** Shows a line with the sentence that stands in its attribute `data-<name>`. */
function sayAttribute(line: HTMLElement, name: string): void {
  line.textContent = line.getAttribute(`data-${name}`);
  line.hidden = false;
}

function count(panel: HTMLElement, name: string, number: number): void {
  const line = find(panel, `[data-${name}]`);
  line.hidden = number === 0;
  line.textContent = fill(line.textContent, number);
}
