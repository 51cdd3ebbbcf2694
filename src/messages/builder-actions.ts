import { say } from '../checklists/checklist-part.ts';
import { copyText } from '../share/copy-text.ts';
import { saveFile } from '../share/save-file.ts';
import { shareWithSystem } from '../share/share-with-system.ts';
import { showByHand } from '../share/show-by-hand.ts';
import type { BuilderText } from './builder-text.ts';
import { showTexts } from './builder-texts.ts';
import type { Entries } from './fact-keys.ts';
import { isGateOpen, showGate } from './gate-panel.ts';
import { formatHtml } from './html-text.ts';
import { formatMailAddress } from './mail-address.ts';
import type { MessageBuilderElement } from './message-builder-element.ts';
import { saveDates } from './message-dates.ts';
import { getEmptySlots } from './message-text.ts';
import { formatPlainText, formatSubject } from './plain-text.ts';

/** What was cleared last, to be brought back. */
const cleared = new WeakMap<MessageBuilderElement, Entries>();

/** Does what a button says in `data-do`. */
export async function press(builder: MessageBuilderElement, button: HTMLElement): Promise<void> {
  const action = button.dataset['do'] ?? '';
  if (action === 'clear') clear(builder);
  else if (action === 'undo') bringBack(builder);
  else {
    if (builder.texts.length === 0) showTexts(builder);
    const text = builder.texts.find(({ out }) => out.contains(button));
    if (text && isGateOpen(builder)) await takeAlong(builder, text, action);
  }
}

/** Follows a choice that was made: another client, whether facts are kept, an answer to a question about the law. */
export async function choose(builder: MessageBuilderElement, target: HTMLElement): Promise<void> {
  if (target instanceof HTMLSelectElement) (await import('./case-facts.ts')).switchCase(builder, target.value);
  else if (target instanceof HTMLInputElement && target.matches('[data-keep]')) (await import('./case-facts.ts')).keepWithCase(builder, target.checked);
  else if (target instanceof HTMLInputElement) {
    const question = target.closest<HTMLElement>('[data-question]')?.dataset['question'];
    builder.setEntries([[`gate:${question}`, target.value]]);
    showGate(builder);
  }
}

async function takeAlong(builder: MessageBuilderElement, text: BuilderText, action: string): Promise<void> {
  showTexts(builder);
  const { message, choice, texts, out } = text;
  const { columns } = texts;
  const plain = formatPlainText(message, choice, columns);
  const subject = formatSubject(message, choice);
  const whole = subject && action !== 'mail' ? `${subject}\n\n${plain}` : plain;
  const field = out.querySelector<HTMLTextAreaElement>('[data-by-hand-text] textarea');
  if (field) Object.assign(field, { lang: choice.lang, dir: choice.dir });
  say(out, '');
  if (action === 'copy') {
    const isCopied = await copyBoth(plain, formatHtml(message, choice, columns), field);
    const empty = getEmptySlots(message).length;
    say(out, !isCopied ? 'refused' : empty ? 'copied-empty' : 'copied', String(empty));
  } else if (action === 'mail') {
    const address = formatMailAddress(subject, plain);
    if (!address.isWhole) say(out, (await copyText(plain, field)) ? 'mail-long' : 'refused');
    open(address.href, '_self');
  } else if (action === 'share') await shareWithSystem({ title: subject || (builder.dataset['name'] ?? ''), text: plain });
  else if (action === 'print') printText(text);
  else if (action === 'save') {
    saveFile(`${builder.dataset['message']}-${choice.id}.txt`, `${whole}\n`, 'text/plain;charset=utf-8');
    showByHand(field, whole);
  } else if (action === 'calendar') await saveDates(builder, text);
}

/** Copies the text as HTML, which says its language and direction, and as plain text for programs that take no other. */
async function copyBoth(plain: string, html: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    const items = { 'text/plain': new Blob([plain], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) };
    await navigator.clipboard.write([new ClipboardItem(items)]);
    return true;
  } catch {
    return copyText(plain, field);
  }
}

/** Prints this text and nothing else of the page. */
function printText({ place }: BuilderText): void {
  place.dataset['printing'] = '';
  print();
  delete place.dataset['printing'];
}

function clear(builder: MessageBuilderElement): void {
  const { entries } = builder;
  cleared.set(builder, entries);
  replaceFacts(
    builder,
    [...entries].flatMap(([key]) => (isFact(key) ? [[key, ''] as const] : [])),
  );
  tell(builder, 'cleared', true);
}

function bringBack(builder: MessageBuilderElement): void {
  replaceFacts(
    builder,
    [...(cleared.get(builder) ?? [])].filter(([key]) => isFact(key)),
  );
  tell(builder, 'undone', false);
}

function replaceFacts(builder: MessageBuilderElement, entries: readonly (readonly [string, string])[]): void {
  builder.setEntries(entries);
  builder.save();
  builder.show();
}

function isFact(key: string): boolean {
  return key.startsWith('fact:') || key.startsWith('gate:');
}

function tell(builder: MessageBuilderElement, sentence: string, canUndo: boolean): void {
  const status = builder.querySelector<HTMLElement>('[data-cleared]');
  if (status) status.textContent = status.dataset[sentence] ?? '';
  const button = builder.querySelector<HTMLElement>('[data-do="undo"]');
  if (button) button.hidden = !canUndo;
  // The button that was pressed may be gone now.
  if (!canUndo) builder.querySelector<HTMLElement>('[data-do="clear"]')?.focus();
}
