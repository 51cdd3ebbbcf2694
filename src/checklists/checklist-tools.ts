import { saveFile } from '../share/save-file.ts';
import { ensureOrigin, getPublicId } from './casebook-file.ts';
import { openCases } from './cases-panel.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { openFiles } from './files-panel.ts';
import { getItemHash } from './item-hash.ts';
import { printList } from './printing.ts';
import { createId } from './random-id.ts';
import { receive } from './received-panel.ts';
import { openReset } from './reset-panel.ts';
import { getGoAddress, openShare } from './share-panel.ts';

export { copyItemLink } from './share-panel.ts';

/*
 * All that few readers need, in one file that is loaded when the first of it is asked for: on a bad connection one
 * request is better than six, and together they weigh less. What draws QR codes and writes calendars is loaded by
 * the tool that needs it.
 */
const tools: Readonly<Record<string, (list: ChecklistElement) => void | Promise<void>>> = {
  share: openShare,
  print: (list) => printList(list),
  'print-short': (list) => printList(list, true),
  files: openFiles,
  calendar: async (list) => (await import('./calendar-panel.ts')).openCalendar(list, { getOwner, getGoAddress, getItemHash, saveFile }),
  cases: openCases,
  reset: openReset,
  receive,
};

/** Opens the tool of a checklist that a button names in `data-tool`, or shows what the address carries (`receive`). */
export async function openTool(list: ChecklistElement, tool: string): Promise<void> {
  await tools[tool]?.(list);
}

function getOwner({ store }: ChecklistElement): string {
  store.amend((casebook) => ensureOrigin(casebook, createId));
  return getPublicId(store.$casebook.get(), store.getCase());
}
