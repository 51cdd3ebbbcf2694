import { afterEach, expect, test, vi } from 'vitest';
import type { Found } from '../../src/search/full-text.ts';
import { SearchResultsElement } from '../../src/search/search-results-element.ts';

const address = location.href;
const apology: Found = {
  href: '/en/guide/own-up/#open-with-apology',
  title: 'Open with the apology',
  summary: 'Say sorry in the first sentence.',
  kind: 'step',
};

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  history.replaceState(null, '', address);
});

test('asks for a word where the address has no query', async () => {
  for (const query of ['', '?q=', '?q=+%20%0A']) {
    const find = vi.fn(async () => [apology]);
    const element = showResults(query, find);
    await settle();
    expect([getStatus(element), isRescued(element), getRows(element).length, find.mock.calls.length]).toEqual(['Type a word or two.', true, 0, 0]);
    element.remove();
  }
});

test('says that it is searching until the answer is there', async () => {
  const answer = Promise.withResolvers<Found[]>();
  const element = showResults('?q=sorry', () => answer.promise);
  expect([getStatus(element), isRescued(element)]).toEqual(['Searching…', false]);
  answer.resolve([apology]);
  await vi.waitFor(() => expect(getStatus(element)).toBe('1 result'));
});

test('lists what was found in its order, each with link, summary and kind, and announces how much', async () => {
  const item: Found = { href: '/en/checklists/during-conversation/#said-we', title: 'We said “we”', summary: 'During the conversation', kind: 'item' };
  const element = showResults('?q=sorry', async () => [apology, item]);
  await vi.waitFor(() => expect(getStatus(element)).toBe('2 results'));
  expect(getRows(element)).toEqual([
    [apology.href, apology.title, apology.summary, 'Step'],
    [item.href, item.title, item.summary, 'Checklist item'],
  ]);
  expect(element.querySelector('[data-status]')!.getAttribute('role')).toBe('status');
  expect(isRescued(element)).toBe(false);
});

test('asks for exactly the query of the address', async () => {
  const find = vi.fn(async () => []);
  showResults('?q=%D7%A1%D7%9C%D7%99%D7%97%D7%94+%3Cb%3E&other=1', find);
  await settle();
  expect(find.mock.calls).toEqual([['סליחה <b>']]);
});

test('says that nothing was found and leads to the list of all steps', async () => {
  const element = showResults('?q=zzz', async () => []);
  await vi.waitFor(() => expect(getStatus(element)).toBe('Nothing found.'));
  expect([isRescued(element), getRows(element).length]).toEqual([true, 0]);
});

test('F01 says that search does not work and leads to the list of all steps where the index cannot be had', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const element = showResults('?q=sorry', () => Promise.reject(new Error('no index')));
  await vi.waitFor(() => expect(getStatus(element)).toBe('Search is not working.'));
  expect([isRescued(element), getRows(element).length]).toEqual([true, 0]);
});

test('takes the results of an earlier query away when the next finds nothing', async () => {
  const element = showResults('?q=sorry', async (query) => (query === 'sorry' ? [apology] : []));
  await vi.waitFor(() => expect(getRows(element)).toHaveLength(1));
  await element.answer('zzz');
  expect(getRows(element)).toEqual([]);
});

test('F06 keeps a hostile query and hostile results as text', async () => {
  const hostile = '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>';
  const element = showResults(`?q=${encodeURIComponent(hostile)}`, async (query) => [{ ...apology, title: query, summary: hostile }]);
  await vi.waitFor(() => expect(getStatus(element)).toBe('1 result'));
  await settle();
  expect(getRows(element)[0]?.slice(0, 3)).toEqual([apology.href, hostile, hostile]);
  expect(element.querySelector('img, script')).toBeNull();
  expect('hacked' in window).toBe(false);
});

test('shows no kind where it does not know it', async () => {
  const element = showResults('?q=sorry', async () => [
    { ...apology, kind: 'recipe' },
    { ...apology, kind: '' },
  ]);
  await vi.waitFor(() => expect(getStatus(element)).toBe('2 results'));
  expect(getRows(element).map((row) => row[3])).toEqual(['', '']);
});

/** The results as the server writes them, at an address with `search`, answered by `find`. */
function showResults(search: string, find: (query: string) => Promise<Found[]>): SearchResultsElement {
  SearchResultsElement.define();
  history.replaceState(null, '', `/en/search/${search}`);
  const element = document.createElement('atm-search-results') as SearchResultsElement;
  Object.assign(element.dataset, {
    counts: JSON.stringify(['No results', '1 result', '2 results', '3 results']),
    kinds: JSON.stringify({ step: 'Step', item: 'Checklist item' }),
    ask: 'Type a word or two.',
    searching: 'Searching…',
    none: 'Nothing found.',
    failed: 'Search is not working.',
  });
  element.innerHTML = `
    <p role="status" data-status>Search needs JavaScript.</p>
    <p data-rescue><a href="/en/steps/">Steps A–Z</a></p>
    <ol data-list></ol>
    <template><li><a data-link></a><p data-summary></p><p data-kind></p></li></template>`;
  element.find = find;
  document.body.append(element);
  return element;
}

/** Lets every answer that is already there arrive. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function getStatus(element: HTMLElement): string {
  return element.querySelector('[data-status]')!.textContent;
}

function isRescued(element: HTMLElement): boolean {
  return !element.querySelector<HTMLElement>('[data-rescue]')!.hidden;
}

/** The rows of the list: address, title, summary, kind. */
function getRows(element: HTMLElement): string[][] {
  return [...element.querySelectorAll('[data-list] > *')].map((row) => [
    row.querySelector('[data-link]')!.getAttribute('href') ?? '',
    ...['link', 'summary', 'kind'].map((name) => row.querySelector(`[data-${name}]`)!.textContent),
  ]);
}
