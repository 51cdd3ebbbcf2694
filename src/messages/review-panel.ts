import { clonePart, fill } from '../checklists/checklist-part.ts';
import type { BuilderText } from './builder-text.ts';
import { type CheckedEntry, checkMessage, type Notice } from './check-message.ts';
import { countWords } from './count-words.ts';
import { getEntry, getRows } from './fact-entries.ts';
import { isWorded } from './fact-kinds.ts';
import { showGate } from './gate-panel.ts';
import type { MessageBuilderElement } from './message-builder-element.ts';

/** How long nothing must be typed until the checks are made: they take longer than a key may. */
const QUIET = 250;

const timers = new WeakMap<MessageBuilderElement, ReturnType<typeof setTimeout>>();

/** Looks through the texts once the reader pauses, and says what is worth a second look. */
export function review(builder: MessageBuilderElement): void {
  clearTimeout(timers.get(builder));
  timers.set(
    builder,
    setTimeout(() => {
      showGate(builder);
      for (const text of builder.texts) showReview(builder, text);
    }, QUIET),
  );
}

/** What the checks say about one text. */
export function getNotices(builder: MessageBuilderElement, { message, choice, locale }: BuilderText): Notice[] {
  const limit = Number(builder.dataset['limit']) || undefined;
  return checkMessage({ message, lang: choice.lang, wordLimit: limit, entries: getCheckedEntries(builder, locale), today: getToday() });
}

/** Today by the clock of the reader, YYYY-MM-DD. */
export function getToday(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function getCheckedEntries({ entries, form, dataset, others }: MessageBuilderElement, locale: string | undefined): CheckedEntry[] {
  return form.facts.flatMap(({ id, kind, past }): CheckedEntry[] => {
    const isOther = locale !== undefined && isWorded(kind) && !!entries.get(`fact:${id}:${locale}`)?.trim();
    const lang = (isOther ? others.find((one) => one.id === locale)?.lang : undefined) ?? dataset['lang'] ?? '';
    if (kind !== 'list') return [{ fact: id, kind, past, lang, entry: getEntry(entries, id, isWorded(kind) ? locale : undefined) }];
    return getRows(entries, id, locale).map((row) => ({ fact: id, kind, past, lang, entry: `${row.what}\n${row.checkedBy}` }));
  });
}

function showReview(builder: MessageBuilderElement, text: BuilderText): void {
  const { review: place, message, choice } = text;
  const count = place.querySelector<HTMLElement>('[data-count]');
  if (count) count.textContent = fill(count.dataset['count'] ?? '', countWords(message, choice.lang));
  const box = place.querySelector<HTMLElement>('[data-checks]');
  const list = box?.querySelector('ul');
  const template = builder.querySelector<HTMLElement>('template[data-part="check"]');
  if (!box || !list || !template) return;
  const sentences = JSON.parse(template.dataset['sentences'] ?? '{}') as Record<string, string>;
  // Before anything is filled in, the blanks are no news.
  const notices = builder.form.facts.some(({ id }) => builder.entries.get(`fact:${id}`)) ? getNotices(builder, text) : [];
  const key = JSON.stringify(notices);
  if (list.dataset['shown'] === key) return;
  list.dataset['shown'] = key;
  box.hidden = notices.length === 0;
  list.replaceChildren(
    ...notices.map(({ kind, fact, found, count: number = 0 }) => {
      const item = clonePart(builder, 'check');
      const title = builder.form.facts.find(({ id }) => id === fact)?.title;
      put(item, '[data-fact-name]', title ? `${title}:` : '');
      put(item, '[data-found]', found ?? '');
      put(item, '[data-sentence]', fill(sentences[kind] ?? '', number));
      return item;
    }),
  );
}

/** Puts text into a part of an item; what would stay empty goes. */
function put(item: HTMLElement, selector: string, text: string): void {
  const element = item.querySelector(selector);
  if (text && element) element.textContent = text;
  else element?.remove();
}
