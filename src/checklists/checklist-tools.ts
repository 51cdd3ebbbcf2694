import { getPublicId } from './casebook-file.ts';
import { openCases } from './cases-panel.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { openFiles } from './files-panel.ts';
import { giveOrigin } from './give-origin.ts';
import { getItemHash } from './item-hash.ts';
import { openDialog } from './panel.ts';
import { printList } from './printing.ts';
import { receive } from './received-panel.ts';
import { openReset } from './reset-panel.ts';
import { copyItemLink, getGoAddress, openShare } from './share-panel.ts';

/*
 * All that few readers need, in one file that is loaded when the first of it is asked for: on a bad connection one
 * request is better than six, and together they weigh less. What draws QR codes and writes calendars is loaded by
 * the tool that needs it. What asks for a tool is a button, which names it in `data-tool`, or the list itself, for what its address carries (`receive`).
 */
export const tools: Readonly<Record<string, (list: ChecklistElement, asking: HTMLElement) => unknown>> = {
  share: openShare,
  'copy-link': copyItemLink,
  print: printList,
  'print-short': printList,
  files: openFiles,
  calendar: async (list) => (await import('./calendar-panel.ts')).openCalendar(list, { getOwner, getGoAddress, getItemHash, openDialog }),
  cases: openCases,
  reset: openReset,
  receive,
};

function getOwner({ store }: ChecklistElement): string {
  return getPublicId(giveOrigin(store), store.getCase());
}
