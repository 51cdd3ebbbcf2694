import { saveFile } from '../share/save-file.ts';
import { showByHand } from '../share/show-by-hand.ts';
import { formatCasebookFile, LARGEST_FILE, mergeImported, parseCasebookFile } from './casebook-file.ts';
import type { ChecklistElement } from './checklist-element.ts';
import { find, say } from './checklist-part.ts';
import { giveOrigin } from './give-origin.ts';
import { formatListText, type ListText } from './list-text.ts';
import { copyIn, openDialog } from './panel.ts';

/** Offers the list as text, everything as a file, and to read such a file in. */
export function openFiles(list: ChecklistElement): void {
  const copy = ({ dataset }: HTMLElement) => copyIn(dialog, getText(list, dialog, dataset['do'] as 'text' | 'markdown'), byHand);
  const save = () => {
    const text = formatCasebookFile(giveOrigin(list.store), new Date());
    showByHand(byHand, text);
    saveFile('after-the-mistake.json', text, 'application/json');
  };
  const dialog = openDialog(list, 'files', { text: copy, markdown: copy, save });
  const byHand = find<HTMLTextAreaElement>(dialog, '[data-by-hand] textarea');
  find(dialog, '[data-with-notes]').hidden = !list.rows.some((row) => list.getNote(row));
  const field = find<HTMLInputElement>(dialog, '[data-file]');
  field.onchange = () => {
    const [file] = field.files ?? [];
    if (file) void list.run(() => open(list, dialog, file));
    field.value = '';
  };
}

function getText(list: ChecklistElement, dialog: HTMLElement, kind: 'text' | 'markdown'): string {
  const words = dialog.dataset as DOMStringMap & ListText['labels'] & Pick<ListText, 'dir' | 'title'>;
  const isWithNotes = find<HTMLInputElement>(dialog, '[data-with-notes] input').checked;
  const items = list.rows.map((row) => ({ text: row.text, state: list.getState(row), note: isWithNotes ? list.getNote(row) : '' }));
  const progress = find(list, '[data-progress]').textContent;
  return formatListText({ title: words.title, progress, items, labels: words, dir: words.dir }, kind);
}

async function open(list: ChecklistElement, dialog: HTMLElement, file: File): Promise<void> {
  if (file.size > LARGEST_FILE) return say(dialog, 'too-large');
  const reading = parseCasebookFile(await file.text());
  if (reading.kind !== 'ok') return say(dialog, reading.kind);
  giveOrigin(list.store);
  list.store.act('import', (casebook) => mergeImported(casebook, reading.casebook));
  say(dialog, 'opened', reading.cases, reading.marks);
}
