import type { ChecklistElement } from './checklist-element.ts';
import { clonePart, find, say } from './checklist-part.ts';
import { setActions } from './panel.ts';
import { parseShareLink, type SharedProgress } from './share-link.ts';
import { compareShared, mergeShared, replaceShared } from './shared-merge.ts';

/** What a reader may do with it besides leaving it. */
const changes: Readonly<Record<string, typeof mergeShared>> = { merge: mergeShared, replace: replaceShared };

/**
 * Shows the progress that the address carries, and asks what to do with it. Until the reader decides nothing of
 * theirs changes: the boxes show what was sent and cannot be ticked.
 */
export async function receive(list: ChecklistElement): Promise<void> {
  const reading = await parseShareLink(location.hash, { list: list.listId, formerLists: list.dataset['former']?.split(' '), items: list.rows });
  if (reading.kind === 'none') return;
  leave(list);
  const panel = list.insertBefore(clonePart(list, 'received'), list.firstChild);
  panel.dataset['received'] = reading.kind;
  // Why it cannot be read, if so.
  say(panel, reading.kind);
  if (reading.kind === 'ok') preview(list, panel, reading.progress, reading.unknown);
  const decide = ({ dataset: { do: choice = '' } }: HTMLElement) => {
    leave(list);
    // A reload must not ask again.
    history.replaceState(history.state, '', location.pathname + location.search);
    const change = changes[choice];
    if (reading.kind === 'ok' && change) list.store.act(choice, (casebook, now) => change(casebook, list.store.getCase(), list.rows, reading.progress, now));
    find(list, '[data-progress]').focus();
  };
  setActions(list, panel, { merge: decide, replace: decide, leave: decide });
  panel.focus();
}

function preview(list: ChecklistElement, panel: HTMLElement, progress: SharedProgress, unknown: number): void {
  const compared = compareShared(list.store.$casebook.get(), list.store.getCase(), list.rows, progress);
  // Who has nothing of their own has nothing to compare and to merge with.
  const isMineEmpty = compared.every(({ mine }) => mine === 'open');
  panel.toggleAttribute('data-mine-empty', isMineEmpty);
  const differing = compared.filter(({ kind }) => !isMineEmpty && kind !== 'same');
  const counts = { differences: differing.length, conflicts: differing.filter(({ kind }) => kind === 'conflict').length, unknown };
  for (const [name, number] of Object.entries(counts)) {
    const line = find(panel, `[data-${name}]`);
    line.hidden = !number;
    say(line, 'text', number);
  }
  for (const { id, element } of list.rows) {
    const mine = differing.find((one) => one.id === id)?.mine;
    const note = progress.notes.get(id);
    if (mine || note) element.append(describe(list, mine, note));
  }
  list.received = progress.marks;
  list.show();
}

/** What stands at an item on which the two differ: the reader's own state, and a note that was sent along. */
function describe(list: ChecklistElement, mine = '', note = ''): HTMLElement {
  const part = clonePart(list, 'received-item');
  say(part, mine);
  find(part, 'bdi').textContent = note;
  return part;
}

/** Back to the reader's own list. */
function leave(list: ChecklistElement): void {
  for (const part of list.querySelectorAll('[data-received], [data-differing]')) part.remove();
  list.received = null;
  list.show();
}
