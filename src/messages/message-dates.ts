import { say } from '../checklists/checklist-part.ts';
import { isPlainDate } from '../share/plain-date.ts';
import { saveFile } from '../share/save-file.ts';
import { getSequence } from '../share/sequence.ts';
import { showByHand } from '../share/show-by-hand.ts';
import { getStorageKey } from '../site/storage-key.ts';
import type { BuilderText } from './builder-text.ts';
import { getEntry } from './fact-entries.ts';
import type { AskedFact, Entries } from './fact-keys.ts';
import { formatValue } from './format-value.ts';
import type { MessageBuilderElement } from './message-builder-element.ts';
import { getToday } from './review-panel.ts';

/** A day that a message names and that lies ahead. */
export interface MessageDate {
  readonly fact: string;
  /** What the day is for, in the reader's language: the name of the fact, the matter, and of a moment its time. */
  readonly title: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

/** The days of a message that belong into a calendar. @param format BCP-47 tag of the reader's language */
export function getDates(entries: Entries, facts: readonly AskedFact[], format: string, today: string): MessageDate[] {
  const matter = formatValue('phrase', getEntry(entries, 'matter'), format);
  return facts.flatMap(({ id, kind, past, title }) => {
    const entry = getEntry(entries, id);
    const date = entry.slice(0, 10);
    if (past || (kind !== 'date' && kind !== 'moment') || !isPlainDate(date) || date < today || !formatValue(kind, entry, format)) return [];
    const time = kind === 'moment' ? entry.slice(11, 16) : '';
    return [{ fact: id, date, title: [title, time, matter].filter(Boolean).join(' · ') }];
  });
}

/** Saves the days that lie ahead as a calendar file, and says how many. */
export async function saveDates(builder: MessageBuilderElement, { out, choice }: BuilderText): Promise<void> {
  const { entries, form, own, dataset } = builder;
  const dates = getDates(entries, form.facts, own.format, getToday());
  if (dates.length === 0) return say(out, 'dates-none');
  const { formatCalendar } = await import('../share/calendar.ts');
  const message = dataset['message'] ?? '';
  const url = new URL(`${dataset['go']}${message}/`, location.href).href;
  const name = dataset['name'] ?? '';
  const owner = getOwner();
  const events = dates.map(({ fact, title, date }) => ({ uid: `${owner}-${fact}@after-the-mistake`, title, date, url, description: `${name}\n${url}` }));
  const text = formatCalendar(events, { sequence: getSequence(undefined, Date.now()), stamp: new Date(), lang: own.lang, name });
  saveFile(`${message}.ics`, text, 'text/calendar');
  const field = out.querySelector<HTMLTextAreaElement>('[data-by-hand-text] textarea');
  if (field) Object.assign(field, { dir: 'ltr', lang: choice.lang });
  showByHand(field, text);
  say(out, 'dates-saved', String(dates.length));
}

/** Tells the events of this tab from those of another; the same for as long as the tab is open, so that a later file replaces them. */
function getOwner(): string {
  const key = getStorageKey('calendar');
  try {
    const known = sessionStorage.getItem(key) ?? crypto.randomUUID();
    sessionStorage.setItem(key, known);
    return known;
  } catch {
    return crypto.randomUUID();
  }
}
