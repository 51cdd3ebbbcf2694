import type { FilledPart, FilledSlot } from './fill-slots.ts';
import type { FilledMessage, FilledMove } from './message-text.ts';
import type { Columns } from './plain-text.ts';

/** A telephone number is shorter; what is longer may break. */
const LONGEST_NUMBER = 30;

/** Writes a message onto a sheet. Only what has changed since the last time is written anew: it happens with every key. */
export function writeSheet(sheet: Element, { subject, paragraphs }: FilledMessage, columns: Columns | undefined): void {
  const line = sheet.querySelector('[data-subject]');
  if (line && subject) writeParts(line, subject, columns);
  const text = sheet.querySelector('[data-text]');
  if (!text) return;
  const blocks = paragraphs.map((moves, index) => writeParagraph(text.children[index], moves, columns));
  if (blocks.some((block, index) => text.children[index] !== block) || text.children.length !== blocks.length) text.replaceChildren(...blocks);
}

function writeParagraph(known: Element | undefined, moves: readonly FilledMove[], columns: Columns | undefined): Element {
  const isKnown =
    known && [...known.children].every((part, index) => (part as HTMLElement).dataset['move'] === moves[index]?.id) && known.children.length === moves.length;
  const isTable = moves.some(({ parts }) => parts.some((part) => 'slot' in part && part.kind === 'list'));
  const block = isKnown ? known : createParagraph(moves, isTable);
  for (const [index, { parts }] of moves.entries()) writeParts(block.children[index]!, parts, columns);
  return block;
}

function createParagraph(moves: readonly FilledMove[], isTable: boolean): Element {
  const block = document.createElement(isTable ? 'div' : 'p');
  block.className = 'paragraph';
  for (const [index, { id }] of moves.entries()) {
    const part = document.createElement(isTable ? 'div' : 'span');
    part.dataset['move'] = id;
    block.append(...(index ? [' '] : []), part);
  }
  return block;
}

/** What stands in an element, to see whether it has to be written anew. */
const written = new WeakMap<Element, string>();

function writeParts(element: Element, parts: readonly FilledPart[], columns: Columns | undefined): void {
  const key = JSON.stringify(parts);
  if (written.get(element) === key) return;
  written.set(element, key);
  element.replaceChildren(
    ...parts.flatMap((part) => ('text' in part ? createLines(part.text) : part.kind === 'list' && columns ? createTable(part, columns) : createSlot(part))),
  );
}

function createLines(text: string): (string | Element)[] {
  return text.split('\n').flatMap((line, index) => (index ? [document.createElement('br'), line] : line));
}

function createSlot({ slot, kind, value, filled }: FilledSlot): Element {
  const element = createValue(filled ? value : `[${value}]`);
  element.dataset['slot'] = slot;
  if (!filled) element.dataset['empty'] = '';
  else if (kind === 'phone') {
    element.dir = 'ltr';
    if (value.length > LONGEST_NUMBER) element.dataset['long'] = '';
  }
  return element;
}

function createValue(value: string): HTMLElement {
  const element = document.createElement('bdi');
  element.className = 'slot';
  element.textContent = value;
  return element;
}

function createTable({ slot, rows = [], filled }: FilledSlot, { what, since, checkedBy }: Columns): Element {
  const table = document.createElement('table');
  table.className = 'changes';
  table.dataset['slot'] = slot;
  if (!filled) table.dataset['empty'] = '';
  const head = table.createTHead().insertRow();
  for (const title of [what, since, checkedBy]) head.append(Object.assign(document.createElement('th'), { scope: 'col', textContent: title }));
  const body = table.createTBody();
  for (const row of filled ? rows : [1, 2, 3].map(() => ({ what: '', since: '', checkedBy: '' }))) {
    const line = body.insertRow();
    for (const cell of [row.what, row.since, row.checkedBy]) line.insertCell().append(...(cell ? [createValue(cell)] : []));
  }
  return table;
}
