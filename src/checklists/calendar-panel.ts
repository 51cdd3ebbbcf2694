import { formatPlainDate } from '../i18n/format-date.ts';
import { type CalendarEvent, formatCalendar } from '../share/calendar.ts';
import { saveFile } from '../share/save-file.ts';
import { getSequence } from '../share/sequence.ts';
import { showByHand } from '../share/show-by-hand.ts';
import { getPlanDate, isWeekend } from '../share/weekend.ts';
import { getField, setFields } from './casebook.ts';
import type { ChecklistElement } from './checklist-element.ts';
import type { openDialog } from './panel.ts';

/**
 * What the calendar needs of the tools. It is handed over, not imported: a file that others import from carries
 * a list of all that is in it.
 */
export interface Toolkit {
  /** The id of the case that is shown, the same in no other browser. */
  getOwner(list: ChecklistElement): string;
  getGoAddress(list: ChecklistElement, id: string): string;
  getItemHash(words: string): number;
  readonly openDialog: typeof openDialog;
}

/** The weekend that was chosen last on this page. */
let chosenWeekend = '';

/** Puts the days of a plan, or a date that was agreed, into a calendar file. */
export function openCalendar(list: ChecklistElement, toolkit: Toolkit): void {
  const dialog = toolkit.openDialog(list, 'calendar');
  const start = dialog.querySelector<HTMLInputElement>('[data-start]');
  const weekend = dialog.querySelector<HTMLSelectElement>('[data-weekend]');
  if (start) start.value = getField(list.store.$casebook.get(), list.store.getCase(), `start:${list.listId}`);
  if (weekend && chosenWeekend) weekend.value = chosenWeekend;
  dialog.oninput = () => {
    chosenWeekend = weekend?.value ?? '';
    showDates(list, dialog);
  };
  dialog.onsubmit = (event) => {
    if (event.submitter?.matches('[data-do="save"]') === false) return;
    event.preventDefault();
    save(list, dialog, toolkit);
  };
  showDates(list, dialog);
}

function showDates(list: ChecklistElement, dialog: HTMLElement): void {
  const place = dialog.querySelector<HTMLElement>('[data-dates]');
  if (!place) return;
  const dates = getPlan(list, dialog);
  place.hidden = dates.length === 0;
  place.replaceChildren(
    ...dates.map(({ title, date }) => {
      const row = document.createElement('li');
      const when = Object.assign(document.createElement('time'), { dateTime: date, textContent: formatPlainDate(dialog.dataset['format'] ?? '', date) });
      const what = Object.assign(document.createElement('bdi'), { textContent: title });
      row.append(when, what);
      return row;
    }),
  );
}

/** The days of the plan as they stand in the form; none where the list has no days or the form no start. */
function getPlan(list: ChecklistElement, dialog: HTMLElement): { id: string; title: string; date: string }[] {
  const start = dialog.querySelector<HTMLInputElement>('[data-start]');
  const weekend = dialog.querySelector<HTMLSelectElement>('[data-weekend]')?.value ?? '';
  if (!start?.value || !start.validity.valid || !isWeekend(weekend)) return [];
  return list.rows.flatMap(({ id, text, element }) => {
    const day = Number(element.dataset['day']);
    return day ? [{ id, title: text, date: getPlanDate(start.value, day, weekend) }] : [];
  });
}

function save(list: ChecklistElement, dialog: HTMLElement, { getOwner, getGoAddress, getItemHash }: Toolkit): void {
  const { store } = list;
  const listId = list.listId;
  const { value: date = '' } = dialog.querySelector<HTMLInputElement>('[data-start]') ?? {};
  const what = dialog.querySelector<HTMLInputElement>('[data-what]')?.value.trim();
  const sequence = getSequence(Number(getField(store.$casebook.get(), store.getCase(), `sequence:${listId}`)) || undefined, Date.now());
  store.amend((casebook, now) =>
    setFields(
      casebook,
      store.getCase(),
      [
        [`start:${listId}`, date],
        [`sequence:${listId}`, String(sequence)],
      ],
      now,
    ),
  );
  const owner = getOwner(list);
  // The same words are the same event, so that a date that moved replaces the old one.
  const days = what ? [{ id: `${listId}-${getItemHash(what)}`, title: what, date }] : getPlan(list, dialog);
  const events = days.map(({ id, title, date: day }): CalendarEvent => {
    const url = getGoAddress(list, what ? listId : id);
    // Not every calendar shows the address of an event, so it stands in the description as well.
    return { uid: `${owner}-${id}@after-the-mistake`, title, date: day, description: `${dialog.dataset['name']}\n${url}`, url };
  });
  const text = formatCalendar(events, { sequence, stamp: new Date(), lang: dialog.dataset['language'] ?? '', name: dialog.dataset['name'] ?? '' });
  saveFile(`${listId}.ics`, text, 'text/calendar');
  showByHand(dialog.querySelector<HTMLTextAreaElement>('[data-by-hand] textarea'), text);
}
