import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Finder } from '../../src/search/finder.ts';
import { getRecentQueries } from '../../src/search/recent-queries.ts';
import type { OpenFinder } from '../../src/search/results-asker.ts';
import { SearchResultsElement } from '../../src/search/search-results-element.ts';
import { TEXTS } from '../support/hostile-inputs.ts';
import { languages, notes, openSmall, wait } from '../support/search-page.ts';
import { waitFor } from '../support/wait-for.ts';

const address = location.href;

beforeEach(() => localStorage.clear());

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  history.replaceState(null, '', address);
});

test('asks for a word where the address has no query, and loads nothing', async () => {
  for (const query of ['', '?q=', '?q=+%20%0A']) {
    const open = vi.fn(openSmall);
    const element = showResults(query, open);
    await wait(50);
    expect([getStatus(element), isRescued(element), getRows(element).length, open.mock.calls.length]).toEqual(['Type a word or two.', true, 0, 0]);
    element.remove();
  }
});

test('F03 says that it is searching until the answer is there, and typing goes on', async () => {
  const finder = Promise.withResolvers<Finder>();
  const element = showResults('?q=sorry', () => finder.promise);
  expect(getStatus(element)).toBe('Searching…');
  type('compensation');
  expect(getField().value).toBe('compensation');
  finder.resolve(await openSmall('', 'en'));
  await waitFor(() => expect(getRows(element)[0]?.href).toBe('/en/guide/own-up/#offer-compensation'));
  await wait(600);
  // The newest query has won, though the older one was asked first.
  expect(getRows(element).map(({ title }) => title)).not.toContain('Open with the apology');
});

test('lists what was found, each with link, marked words and kind, and announces how much', async () => {
  const element = showResults('?q=apology');
  await waitFor(() => expect(getStatus(element)).toBe('1 result'));
  expect(getRows(element)).toEqual([
    {
      href: '/en/guide/own-up/#open-with-apology',
      title: 'Open with the <mark>apology</mark>',
      summary: 'Say sorry in the first sentence.',
      kind: 'Step',
      via: undefined,
    },
  ]);
  expect(element.querySelector('[data-status]')!.closest('[role="status"]')).not.toBeNull();
  expect(isRescued(element)).toBe(false);
});

test('brings a step with the items that refer to it, and none of them beside it', async () => {
  const element = showResults('?q=sorry');
  await waitFor(() => expect(getRows(element)).toHaveLength(1));
  const related = [...element.querySelectorAll('[data-related] [data-link]')].map((link) => [link.getAttribute('href'), link.innerHTML]);
  expect(related).toEqual([['/en/checklists/during-conversation/#said-we', '<span data-title=""><mark>Sorry</mark> came first</span>']]);
});

test('says by which words a step was found where none of them stands in it', async () => {
  const element = showResults('?q=refund');
  await waitFor(() => expect(getRows(element)[0]?.via).toBe('Also found as “refund”'));
});

test('F07 finds the words of another language, says so, and offers that language', async () => {
  const element = showResults('?q=risarcimento');
  await waitFor(() => expect(getRows(element)[0]?.href).toBe('/en/guide/own-up/#offer-compensation'));
  await waitFor(() => expect(getNote(element)).toBe('Words in Italian.'));
  expect(element.querySelector<HTMLAnchorElement>('[data-offer] a')!.getAttribute('href')).toMatch(/\/it\/search\/\?q=risarcimento$/);
  // In words of another language there is nothing to look for in the text of this one.
  expect(element.querySelector('[data-after] section')).toBeNull();
});

test('rescues what was typed with another keyboard, and says what it was taken for', async () => {
  const element = showResults('');
  type('שפםךםעט');
  await waitFor(() => expect(getNote(element)).toBe('Keyboard: “apology”.'));
  expect(getRows(element)[0]?.href).toBe('/en/guide/own-up/#open-with-apology');
});

test('shows the other ways where nothing is found', async () => {
  const element = showResults('?q=zzzz');
  await waitFor(() => expect(getStatus(element)).toBe('Nothing found.'));
  expect([isRescued(element), getRows(element).length]).toEqual([true, 0]);
});

test('F01 F02 says that search does not work and shows the other ways where the index cannot be had', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const element = showResults('?q=sorry', () => Promise.reject(new Error('no index')));
  await waitFor(() => expect(getStatus(element)).toBe('Search is not working.'));
  expect([isRescued(element), getRows(element).length]).toEqual([true, 0]);
});

test('F01 tries again with the next query', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  let isDown = true;
  const element = showResults('?q=sorry', (...of) => (isDown ? Promise.reject(new Error('no index')) : openSmall(...of)));
  await waitFor(() => expect(getStatus(element)).toBe('Search is not working.'));
  isDown = false;
  type('apology');
  await waitFor(() => expect(getStatus(element)).toBe('1 result'));
  expect(isRescued(element)).toBe(false);
});

test('F06 keeps a hostile query as text, in the page and in the address', async () => {
  const element = showResults('');
  for (const text of [...Object.values(TEXTS), 'sorry '.repeat(2000)]) {
    type(text);
    await wait(5);
    expect(location.href.length).toBeLessThan(4000);
  }
  await wait(600);
  expect(element.querySelector('img, script, svg, b')).toBeNull();
  expect('__pwn' in window).toBe(false);
});

test('F08 F09 makes every address from what this build knows, whatever an index holds', async () => {
  const element = showResults('?q=say');
  await waitFor(() => expect(getRows(element).length).toBeGreaterThan(1));
  for (const link of element.querySelectorAll<HTMLAnchorElement>('[data-list] [data-link]'))
    expect(link.getAttribute('href')).toMatch(
      /^\/en\/(guide\/own-up\/#(open-with-apology|name-the-mistake|offer-compensation)|checklists\/during-conversation\/#said-we)$/,
    );
});

test('answers while somebody types, keeps the address in step, and makes a place to come back to of what is sent off', async () => {
  const element = showResults('?q=apology');
  const places = history.length;
  await waitFor(() => expect(getStatus(element)).toBe('1 result'));
  type('compensat');
  await waitFor(() => expect(getRows(element)[0]?.href).toContain('#offer-compensation'));
  await waitFor(() => expect(location.search).toBe('?q=compensat'));
  expect(history.length).toBe(places);
  type('compensation');
  getField().form!.requestSubmit();
  expect([location.search, history.length]).toEqual(['?q=compensation', places + 1]);
  expect(getRecentQueries()).toEqual([]);
  history.back();
  await waitFor(() => expect(getField().value).toBe('apology'));
  await waitFor(() => expect(getRows(element)[0]?.href).toContain('#open-with-apology'));
  expect(location.search).toBe('?q=apology');
});

test('brings the address in step at once when the field is left', () => {
  showResults('');
  getField().focus();
  type('compensation');
  expect(location.search).toBe('');
  getField().blur();
  expect(location.search).toBe('?q=compensation');
});

test('announces the number once, when somebody has stopped typing', async () => {
  const element = showResults('');
  const heard: string[] = [];
  new MutationObserver(() => heard.push(getStatus(element))).observe(element.querySelector('[data-status]')!, { childList: true });
  for (const typed of ['apol', 'apolo', 'apology']) {
    type(typed);
    await wait(30);
  }
  await wait(900);
  expect(heard).toEqual(['1 result']);
});

test('shows nothing of an answer to words that have been taken back', async () => {
  const element = showResults('?q=zzzz');
  await waitFor(() => expect(isRescued(element)).toBe(true));
  type('');
  await wait(700);
  expect([getStatus(element), element.querySelector('[data-after]')!.childElementCount]).toEqual(['Type a word or two.', 0]);
});

test('remembers a query whose result was followed', async () => {
  const element = showResults('?q=apology');
  element.addEventListener('click', (event) => event.preventDefault());
  await waitFor(() => expect(getRows(element)).toHaveLength(1));
  element.querySelector<HTMLElement>('[data-link]')!.click();
  expect(getRecentQueries()).toEqual(['apology']);
});

test('F04 says that the text cannot be searched where it cannot, keeps the results, and loses no focus', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const ask = vi.spyOn(window, 'fetch').mockResolvedValue(new Response('<!doctype html>', { status: 200 }));
  const element = showResults('?q=apology');
  await waitFor(() => expect(getRows(element)).toHaveLength(1));
  // What follows the rows may come a moment after them.
  await waitFor(() => expect(element.querySelector('[data-after] button')).not.toBeNull());
  expect(ask).not.toHaveBeenCalled();
  element.querySelector<HTMLElement>('[data-after] button')!.click();
  expect(document.activeElement?.textContent).toBe('In the text');
  await waitFor(() => expect(element.querySelector('[data-text-status]')!.textContent).toBe('The text cannot be searched.'));
  expect(getRows(element)).toHaveLength(1);
});

test('breaks no join and adds no width where a word is marked', async () => {
  document.body.insertAdjacentHTML('beforeend', '<style>mark { padding: 0; box-decoration-break: clone }</style>');
  const { putMarked } = await import('../../src/search/marks.ts');
  const place = document.createElement('span');
  document.body.append(place);
  for (const [text, marks] of [
    ['ابدأ بالاعتذار', [[5, 14]]],
    ['בַּקְּשׁוּ סְלִיחָה', [[11, 20]]],
  ] as const) {
    putMarked(place, text, []);
    const plain = place.getBoundingClientRect().width;
    putMarked(place, text, marks);
    expect(place.textContent).toBe(text);
    expect(Math.abs(place.getBoundingClientRect().width - plain)).toBeLessThanOrEqual(0.5);
  }
});

/** The results as the server writes them, with the box they listen to, at an address with `search`. */
function showResults(search: string, open: OpenFinder = openSmall): SearchResultsElement {
  SearchResultsElement.define();
  history.replaceState(null, '', `/en/search/${search}`);
  // Not the element of the box: what it does is its own affair.
  document.body.innerHTML = '<atm-search-box><form action="/en/search/"><input type="search" name="q"></form></atm-search-box>';
  getField().value = new URLSearchParams(search).get('q') ?? '';
  const element = document.createElement('atm-search-results') as SearchResultsElement;
  Object.assign(element.dataset, {
    languages: JSON.stringify(languages),
    routes: '[]',
    counts: JSON.stringify(['No results', '1 result', '2 results', '3 results']),
    kinds: JSON.stringify({ step: 'Step', item: 'Checklist item' }),
    ask: 'Type a word or two.',
    searching: 'Searching…',
    none: 'Nothing found.',
    failed: 'Search is not working.',
    textNone: 'Nothing more.',
    textFailed: 'The text cannot be searched.',
  });
  element.innerHTML = `
    <div role="status"><p data-status>Search needs JavaScript.</p><p data-note></p></div>
    <div data-offer></div><ol data-list></ol><div data-after></div>
    <p data-rescue><a href="/en/steps/">Steps A–Z</a></p>
    <template data-row><li><a data-link><span data-title></span></a><p data-summary></p><p data-kind></p><p data-via data-if>Also found as “<bdi data-term></bdi>”</p><div data-if><ul data-related></ul></div><template><li><a data-link><span data-title></span></a></li></template></li></template>
    <template data-typed><h2>As typed</h2><ol data-typed-list></ol></template>
    <template data-offers><p data-in="it"><a href="/it/search/">Search in Italian</a></p></template>
    <template data-text-part><section><button type="button">More in the text</button><h2 tabindex="-1" data-heading hidden>In the text</h2><p role="status" data-text-status></p><ol></ol></section></template>
    ${notes}`;
  element.open = open;
  document.body.append(element);
  return element;
}

function type(value: string): void {
  getField().value = value;
  getField().dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function getField(): HTMLInputElement {
  return document.querySelector<HTMLInputElement>('atm-search-box input')!;
}

function getStatus(element: HTMLElement): string {
  return element.querySelector('[data-status]')!.textContent;
}

function getNote(element: HTMLElement): string {
  return element.querySelector('[data-note]')!.textContent;
}

function isRescued(element: HTMLElement): boolean {
  return !element.querySelector<HTMLElement>('[data-rescue]')!.hidden;
}

function getRows(element: HTMLElement) {
  return [...element.querySelectorAll('[data-list] > *')].map((row) => ({
    href: row.querySelector('[data-link]')!.getAttribute('href') ?? '',
    title: row.querySelector('[data-title]')!.innerHTML,
    summary: row.querySelector('[data-summary]')?.innerHTML,
    kind: row.querySelector('[data-kind]')?.textContent,
    via: row.querySelector('[data-via]')?.textContent,
  }));
}
