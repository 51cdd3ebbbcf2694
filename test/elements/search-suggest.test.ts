import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Finder } from '../../src/search/finder.ts';
import { addRecentQuery, getRecentQueries } from '../../src/search/recent-queries.ts';
import type { OpenFinder } from '../../src/search/results-asker.ts';
import { cleanQuery, LONGEST_QUERY, TYPING_PAUSE } from '../../src/search/results-query.ts';
import { startSuggesting } from '../../src/search/suggest.ts';
import { TEXTS } from '../support/hostile-inputs.ts';
import { languages, notes, openSmall, wait } from '../support/search-page.ts';
import { waitFor } from '../support/wait-for.ts';

const address = location.href;

beforeEach(() => localStorage.clear());

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  document.documentElement.dir = '';
  history.replaceState(null, '', address);
});

test('is a combobox with a list, closed until there is something to show', async () => {
  const { field, popup } = showBox();
  const list = document.getElementById(field.getAttribute('aria-controls')!)!;
  expect([field.getAttribute('role'), field.getAttribute('aria-autocomplete'), list.getAttribute('role')]).toEqual(['combobox', 'list', 'listbox']);
  expect([field.getAttribute('aria-expanded'), popup.hidden]).toEqual(['false', true]);
  await type(field, 'sorry');
  expect([field.getAttribute('aria-expanded'), popup.hidden, list.getAttribute('aria-label')]).toEqual(['true', false, 'Suggestions']);
});

test('suggests with each letter, each with its kind and the hit marked, at an address of this site', async () => {
  const { field } = showBox();
  for (const typed of ['comp', 'compensation']) {
    await type(field, typed);
    expect(getOptions()[0]).toEqual(['/en/guide/own-up/#offer-compensation', 'Offer <mark>compensation</mark>', 'Step']);
  }
  await type(field, '');
  expect(getOptions()).toEqual([]);
});

test.for(['ltr', 'rtl'])('goes through the suggestions and the field with Up and Down, and leaves the caret its keys (%s)', async (dir) => {
  document.documentElement.dir = dir;
  const { field } = showBox();
  await type(field, 'say');
  const ids = [...document.querySelectorAll('[role="option"]')].map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(1);
  const way = [...ids.map(() => 'ArrowDown'), 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'].map((key) => {
    expect(press(field, { key }).defaultPrevented).toBe(true);
    return getChosen(field);
  });
  expect(way).toEqual([...ids, null, ids[0], null, ids.at(-1)]);
  for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
    press(field, { key: 'ArrowDown' });
    const event = press(field, { key });
    expect([key, event.defaultPrevented, getChosen(field)]).toEqual([key, false, null]);
  }
});

test('opens the chosen suggestion on Enter, and without one sends the form off', async () => {
  const { field, form, followed } = showBox();
  await type(field, 'sorry');
  expect(press(field, { key: 'Enter' }).defaultPrevented).toBe(false);
  press(field, { key: 'ArrowDown' });
  expect(press(field, { key: 'Enter' }).defaultPrevented).toBe(true);
  expect(followed).toEqual(['/en/guide/own-up/#open-with-apology']);
  expect(document.activeElement).not.toBe(field);
  form.requestSubmit();
  expect(followed.at(-1)).toBe('submit');
});

test('forgets the choice when other words are typed', async () => {
  const { field } = showBox();
  await type(field, 'sorry');
  press(field, { key: 'ArrowDown' });
  set(field, 'sorry about');
  expect([getChosen(field), press(field, { key: 'Enter' }).defaultPrevented]).toEqual([null, false]);
});

test('closes on Escape, then clears, and then leaves the key to the dialog it stands in', async () => {
  const { field, popup, box } = showBox();
  document.body.insertAdjacentHTML('beforeend', '<dialog></dialog>');
  document.querySelector('dialog')!.append(box);
  document.querySelector('dialog')!.showModal();
  await type(field, 'sorry');
  expect(popup.hidden).toBe(false);
  const steps = [1, 2, 3].map(() => [press(field, { key: 'Escape' }).defaultPrevented, popup.hidden, field.value]);
  expect(steps).toEqual([
    [true, true, 'sorry'],
    [true, true, ''],
    [false, true, ''],
  ]);
});

test('opens again on Down, and closes when the focus leaves with Tab', async () => {
  const { field, popup } = showBox();
  await type(field, 'sorry');
  press(field, { key: 'Escape' });
  press(field, { key: 'ArrowDown' });
  await waitFor(() => expect(popup.hidden).toBe(false));
  expect(press(field, { key: 'Tab' }).defaultPrevented).toBe(false);
  expect(popup.hidden).toBe(true);
});

test('announces the number of suggestions once, after the last key, in the form of its number', async () => {
  const { field, said } = showBox();
  const heard: string[] = [];
  new MutationObserver(() => heard.push(said.textContent)).observe(said, { childList: true });
  for (const typed of ['ha', 'har', 'harm']) {
    set(field, typed);
    await wait(30);
  }
  await waitFor(() => expect(said.textContent).toBe('1 result'));
  await wait(600);
  expect([getOptions().length, heard.filter(Boolean)]).toEqual([1, ['1 result']]);
});

test('waits for the end of a composition, and takes no key from it', async () => {
  const { field, popup } = showBox();
  field.focus();
  field.value = 'sorry';
  field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  await wait(100);
  expect(popup.hidden).toBe(true);
  field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  await waitFor(() => expect(popup.hidden).toBe(false));
  expect([press(field, { key: 'ArrowDown', isComposing: true }).defaultPrevented, press(field, { key: 'Enter', keyCode: 229 }).defaultPrevented]).toEqual([
    false,
    false,
  ]);
  expect(getChosen(field)).toBeNull();
});

test('F03 answers the newest query alone, however late an older one is answered, and says that it takes time', async () => {
  const finder = Promise.withResolvers<Finder>();
  const { field, said, popup } = showBox({ open: () => finder.promise });
  set(field, 'compensation');
  await wait(20);
  set(field, 'sorry');
  await waitFor(() => expect(said.textContent).toBe('Searching…'));
  expect([field.value, popup.hidden]).toEqual(['sorry', true]);
  finder.resolve(await openSmall('', 'en'));
  await waitFor(() => expect(getOptions()[0]?.[0]).toBe('/en/guide/own-up/#open-with-apology'));
  expect(getOptions().some(([href]) => href?.includes('compensation'))).toBe(false);
});

test('F01 stays a plain search field where there is no index', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { field, popup, form, followed } = showBox({ open: () => Promise.reject(new Error('404')) });
  await type(field, 'sorry', 50);
  expect([popup.hidden, field.value]).toEqual([true, 'sorry']);
  form.requestSubmit();
  expect(followed).toEqual(['submit']);
});

test('F05 F07 finds through niqqud, another keyboard and another language, and says how', async () => {
  const { field, note } = showBox();
  for (const [typed, sentence, href] of [
    ['הִתְנַצְּלוּת', 'Words in Hebrew.', '#open-with-apology'],
    ['risarcimento', 'Words in Italian.', '#offer-compensation'],
    ['דםררט', 'Keyboard: “sorry”.', '#open-with-apology'],
  ] as const) {
    set(field, typed);
    await waitFor(() => expect(note.textContent).toBe(sentence));
    expect([typed, getOptions()[0]?.[0]]).toEqual([typed, `/en/guide/own-up/${href}`]);
  }
});

test('F06 survives whatever is pasted, keeps it as text, and asks for no more than its beginning', async () => {
  const asked: string[] = [];
  const { field, box } = showBox({ open: countAsked(asked) });
  const texts = [...Object.values(TEXTS), 'sorry '.repeat(2000)];
  for (const text of texts) {
    set(field, text);
    await wait(20);
  }
  await waitFor(() => expect(asked).toContain(cleanQuery('sorry '.repeat(2000))));
  await waitFor(() => expect(getOptions()[0]?.[0]).toBe('/en/guide/own-up/#open-with-apology'));
  expect(asked.filter((query) => query.length > LONGEST_QUERY)).toEqual([]);
  // Itself, what it may be spelt like, what it is on two other keyboards, and in two other languages.
  expect(asked.length).toBeLessThanOrEqual(6 * texts.length);
  expect(box.querySelector('img, script, svg, b')).toBeNull();
  expect('__pwn' in window).toBe(false);
});

test('F06 draws the answer to 12,000 characters once, and no more of it than to one word', async () => {
  const asked: string[] = [];
  const { field, box } = showBox({ open: countAsked(asked) });
  const list = box.querySelector('[data-options]')!;
  const drawn: number[] = [];
  new MutationObserver((records) => drawn.push(...records.map(({ addedNodes }) => addedNodes.length).filter(Boolean))).observe(list, { childList: true });
  await type(field, 'sorry');
  const count = list.querySelectorAll('*').length;
  set(field, 'sorry '.repeat(2000));
  await waitFor(() => expect(drawn).toHaveLength(2));
  await wait(2 * TYPING_PAUSE);
  expect([asked, drawn, list.querySelectorAll('*').length]).toEqual([['sorry', cleanQuery('sorry '.repeat(2000))], [drawn[0], drawn[0]], count]);
});

test('shows queries of before in the empty field, newest first, and forgets them when told to', async () => {
  for (const query of ['first', 'second', 'סליחה']) addRecentQuery(query);
  const { field, popup, box, said } = showBox();
  field.focus();
  expect(getOptions().map(([href, title]) => [href, title])).toEqual([
    ['/en/search/?q=%D7%A1%D7%9C%D7%99%D7%97%D7%94', 'סליחה'],
    ['/en/search/?q=second', 'second'],
    ['/en/search/?q=first', 'first'],
  ]);
  expect(box.querySelector('[role="listbox"]')!.getAttribute('aria-label')).toBe('Recent searches');
  expect(press(field, { key: 'Tab' }).defaultPrevented).toBe(false);
  expect(popup.hidden).toBe(false);
  box.querySelector<HTMLElement>('[data-forget]')!.click();
  expect([popup.hidden, said.textContent, document.activeElement, getRecentQueries()]).toEqual([true, 'Cleared.', field, []]);
});

test('remembers what was sent off or followed, not what was only typed', async () => {
  const { field, form } = showBox();
  await type(field, 'sorry');
  expect(getRecentQueries()).toEqual([]);
  form.requestSubmit();
  expect(getRecentQueries()).toEqual(['sorry']);
  await type(field, 'refund');
  press(field, { key: 'ArrowDown' });
  press(field, { key: 'Enter' });
  expect(getRecentQueries()).toEqual(['refund', 'sorry']);
});

test('suggests on the search page only queries of before: the answers stand in the page', async () => {
  addRecentQuery('sorry');
  history.replaceState(null, '', '/en/search/');
  const open = vi.fn(openSmall);
  const { field, popup } = showBox({ open });
  field.focus();
  expect(getOptions()).toHaveLength(1);
  await type(field, 'refund', 50);
  expect([popup.hidden, open.mock.calls]).toEqual([true, []]);
});

/** The box as the server writes it and its element dresses it, with the small site behind it. */
function showBox({ open = openSmall }: { open?: OpenFinder } = {}) {
  const box = document.createElement('div');
  Object.assign(box.dataset, {
    languages: JSON.stringify(languages),
    counts: JSON.stringify(['No results', '1 result', '2 results', '3 results']),
    kinds: JSON.stringify({ step: 'Step', item: 'Checklist item' }),
    searching: 'Searching…',
    suggestions: 'Suggestions',
    forgotten: 'Cleared.',
  });
  box.innerHTML = `
    <form action="/en/search/" method="get"><input type="search" name="q" aria-label="Search"><button type="submit">Search</button></form>
    <div data-popup hidden><p data-note></p><p data-recent>Recent searches</p><div data-options></div><button type="button" data-forget>Clear</button></div>
    <p role="status" data-said></p>
    <template data-option><a role="option" tabindex="-1" data-link><span data-title></span><span data-kind></span></a></template>
    ${notes}`;
  document.body.append(box);
  const followed: string[] = [];
  box.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    event.preventDefault();
    followed.push(link.getAttribute('href') ?? '');
  });
  const form = box.querySelector('form')!;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    followed.push('submit');
  });
  const field = box.querySelector('input')!;
  startSuggesting(box, field, open);
  const get = (name: string) => box.querySelector<HTMLElement>(`[data-${name}]`)!;
  return { box, field, form, followed, popup: get('popup'), said: get('said'), note: get('note') };
}

/** The small site, with a note of everything that is looked for in it. */
function countAsked(asked: string[]): OpenFinder {
  return async (...index) => {
    const finder = await openSmall(...index);
    const find: Finder['find'] = (query, limit) => {
      asked.push(query);
      return finder.find(query, limit);
    };
    return { ...finder, find };
  };
}

/** Types and waits until it is answered. */
async function type(field: HTMLInputElement, value: string, least = 0): Promise<void> {
  set(field, value);
  await wait(least);
  if (value && least === 0) await waitFor(() => expect(field.getAttribute('aria-expanded')).toBe('true'));
  await wait(30);
}

function set(field: HTMLInputElement, value: string): void {
  field.focus();
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function press(target: Element, init: KeyboardEventInit): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

/** The suggestion that a screen reader is told of; it is also the one that is marked as chosen. */
function getChosen(field: HTMLElement): string | null {
  const id = field.getAttribute('aria-activedescendant');
  expect([...document.querySelectorAll('[role="option"][aria-selected="true"]')].map((option) => option.id)).toEqual(id ? [id] : []);
  return id;
}

/** The suggestions: address, title with its marks, kind. */
function getOptions(): (string | undefined)[][] {
  return [...document.querySelectorAll('[role="option"]')].map((option) => [
    option.getAttribute('href') ?? '',
    option.querySelector('[data-title]')?.innerHTML,
    ...(option.querySelector('[data-kind]') ? [option.querySelector('[data-kind]')!.textContent] : []),
  ]);
}
