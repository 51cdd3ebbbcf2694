import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ChecklistElement } from '../../src/checklists/checklist-element.ts';
import { getStorageKey } from '../../src/site/storage-key.ts';

const key = getStorageKey('progress');
const notices = { server: 'Ticks need script.', kept: 'Your ticks stay in this browser.', blocked: 'Your ticks last until you close this page.' };

beforeEach(() => localStorage.clear());

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

test('restores the ticks that are stored, by id and in no other box', () => {
  store({ 'mistake-named': [1, 5], 'said-we': [0, 5], 'of-another-list': [1, 5] });
  const list = showList();
  expect(getTicked(list)).toEqual(['mistake-named']);
});

test('shows the count in the sentence for it and in as many stitches, from the first on', () => {
  store({ 'mistake-named': [1, 5] });
  const list = showList();
  expect(getSentence(list)).toBe('1 of 3 done');
  expect(getStitches(list)).toEqual([true, false, false]);
  click(list, 'said-we');
  expect(getSentence(list)).toBe('2 of 3 done');
  expect(getStitches(list)).toEqual([true, true, false]);
});

test('writes the sentence once for each change of the count, and not at all where the count stays', async () => {
  const list = showList();
  const written: string[] = [];
  new MutationObserver((changes) => written.push(...changes.map(() => getSentence(list)))).observe(list.querySelector('[data-progress]')!, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  click(list, 'said-we');
  await Promise.resolve();
  dispatchEvent(new PageTransitionEvent('pageshow'));
  announceChange(key);
  await Promise.resolve();
  expect(written).toEqual(['1 of 3 done']);
});

test('draws one unbroken line and says so when everything is done, and takes it back', () => {
  const list = showList();
  for (const id of ['apology-came-first', 'mistake-named', 'said-we']) click(list, id);
  expect(getSentence(list)).toBe('3 of 3 done. All done.');
  expect(list.querySelector('[data-stitches]')!.hasAttribute('data-all')).toBe(true);
  click(list, 'said-we');
  expect(getSentence(list)).toBe('2 of 3 done');
  expect(list.querySelector('[data-stitches]')!.hasAttribute('data-all')).toBe(false);
});

test('stores a tick in the same moment, under the id of the item', () => {
  const list = showList();
  click(list, 'said-we');
  expect(readItems()).toEqual({ 'said-we': [1, expect.any(Number)] });
});

test('says that ticks are kept where the browser keeps them', () => {
  expect(getNotice(showList())).toBe(notices.kept);
});

test('S01 goes on ticking and says that ticks will not last where storage throws', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  const list = showList();
  expect(getNotice(list)).toBe(notices.blocked);
  click(list, 'said-we');
  click(list, 'mistake-named');
  dispatchEvent(new PageTransitionEvent('pageshow'));
  expect(getTicked(list)).toEqual(['mistake-named', 'said-we']);
  expect(getSentence(list)).toBe('2 of 3 done');
});

test('S02 goes on ticking where there is no storage at all', () => {
  vi.spyOn(window, 'localStorage', 'get').mockReturnValue(null as unknown as Storage);
  const list = showList();
  click(list, 'said-we');
  expect([getNotice(list), getTicked(list)]).toEqual([notices.blocked, ['said-we']]);
});

test('S03 keeps the tick on the screen and says so where the storage is full', () => {
  const list = showList();
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Full.', 'QuotaExceededError');
  });
  click(list, 'said-we');
  expect([getNotice(list), getTicked(list), getSentence(list)]).toEqual([notices.blocked, ['said-we'], '1 of 3 done']);
});

test('S09 shows what another tab has ticked, and keeps both', () => {
  const list = showList();
  click(list, 'said-we');
  store({ ...readItems(), 'mistake-named': [1, Date.now() + 5] });
  announceChange(key);
  expect(getTicked(list)).toEqual(['mistake-named', 'said-we']);
  expect(getSentence(list)).toBe('2 of 3 done');
});

test('S09 keeps what another tab stored a moment ago, though its event has not come yet', () => {
  const list = showList();
  store({ 'mistake-named': [1, 5] });
  click(list, 'said-we');
  expect(Object.keys(readItems()).sort()).toEqual(['mistake-named', 'said-we']);
});

test('S09 stores both again where another tab wrote over what had been ticked here a moment before', () => {
  const list = showList();
  click(list, 'said-we');
  store({ 'mistake-named': [1, Date.now() + 5] });
  announceChange(key);
  expect(Object.keys(readItems()).sort()).toEqual(['mistake-named', 'said-we']);
});

test('S09 takes what another tab stored from the event, where the storage itself still shows the older value', () => {
  const list = showList();
  click(list, 'said-we');
  dispatchEvent(new StorageEvent('storage', { key, newValue: JSON.stringify({ v: 1, items: { 'mistake-named': [1, Date.now() + 5] } }) }));
  expect(getTicked(list)).toEqual(['mistake-named', 'said-we']);
  expect(Object.keys(readItems()).sort()).toEqual(['mistake-named', 'said-we']);
});

test('S10 follows the last action where two tabs set the same item', () => {
  const list = showList();
  click(list, 'said-we');
  store({ 'said-we': [0, Date.now() + 1000] });
  announceChange(key);
  expect(getTicked(list)).toEqual([]);
});

test('S12 writes everything again with the next tick after the site data were cleared', () => {
  const list = showList();
  click(list, 'said-we');
  localStorage.clear();
  announceChange(null);
  expect(getTicked(list)).toEqual(['said-we']);
  click(list, 'mistake-named');
  expect(Object.keys(readItems()).sort()).toEqual(['mistake-named', 'said-we']);
});

test('S13 leaves its ticks alone when a storage event is junk', () => {
  const list = showList();
  click(list, 'said-we');
  const before = localStorage.getItem(key);
  for (const init of [{ key: null }, { key: '' }, { key: 'somebody-else', newValue: '{}' }, { key: `${key}:damaged`, newValue: 'x' }, {}])
    dispatchEvent(new StorageEvent('storage', init));
  dispatchEvent(new Event('storage'));
  expect(getTicked(list)).toEqual(['said-we']);
  expect(localStorage.getItem(key)).toBe(before);
});

test('S13 survives a value that another script has spoilt, and sets it aside', () => {
  const list = showList();
  click(list, 'said-we');
  localStorage.setItem(key, '{"v":1,"items":');
  announceChange(key);
  expect(getTicked(list)).toEqual(['said-we']);
  expect(localStorage.getItem(`${key}:damaged`)).toBe('{"v":1,"items":');
});

test('S17 overrides boxes that the browser has ticked by itself, before and after it starts', () => {
  store({ 'mistake-named': [1, 5] });
  const list = showList((list) => getBox(list, 'said-we').toggleAttribute('checked', true));
  expect(getTicked(list)).toEqual(['mistake-named']);
  getBox(list, 'apology-came-first').checked = true;
  getBox(list, 'mistake-named').checked = false;
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(getTicked(list)).toEqual(['mistake-named']);
  expect(getSentence(list)).toBe('1 of 3 done');
});

test('S14 knows a tick that was stored under an id the item had before, until the item is set anew', () => {
  store({ 'we-said': [1, 5] });
  const list = showList((list) => (getBox(list, 'said-we').dataset['former'] = 'said-us we-said'));
  expect(getTicked(list)).toEqual(['said-we']);
  click(list, 'said-we');
  expect(getTicked(list)).toEqual([]);
  expect(readItems()['said-we']?.[0]).toBe(0);
  expect(readItems()['we-said']).toEqual([1, 5]);
});

test('keeps the ticks of two lists on one page, each with its own count', () => {
  const first = showList();
  const second = showList((list) => {
    for (const box of list.querySelectorAll('input')) box.value = `second-${box.value}`;
  });
  click(first, 'said-we');
  click(second, 'second-mistake-named');
  click(first, 'mistake-named');
  expect([getTicked(first), getTicked(second)]).toEqual([['mistake-named', 'said-we'], ['second-mistake-named']]);
  expect([getSentence(first), getSentence(second)]).toEqual(['2 of 3 done', '1 of 3 done']);
  expect(Object.keys(readItems()).sort()).toEqual(['mistake-named', 'said-we', 'second-mistake-named']);
});

test('stops listening when it leaves the page and takes up the newest state when it comes back', () => {
  const list = showList();
  list.remove();
  store({ 'said-we': [1, 5] });
  announceChange(key);
  expect(getTicked(list)).toEqual([]);
  document.body.append(list);
  expect(getTicked(list)).toEqual(['said-we']);
});

/** A checklist as the server writes it; `prepare` changes it before it comes alive. */
function showList(prepare: (list: HTMLElement) => void = () => {}): HTMLElement {
  const items = ['apology-came-first', 'mistake-named', 'said-we'];
  const frame = document.createElement('template');
  frame.innerHTML = `
    <atm-checklist data-sentences='["None of the 3 done yet","1 of 3 done","2 of 3 done","3 of 3 done. All done."]'>
      <div>
        <div aria-hidden="true" data-stitches>${items.map(() => '<span></span>').join('')}</div>
        <p role="status" data-progress>None of the 3 done yet</p>
      </div>
      <p data-notice data-blocked="${notices.blocked}" data-kept="${notices.kept}">${notices.server}</p>
      <ol>${items.map((id) => `<li id="${id}"><label><input type="checkbox" autocomplete="off" value="${id}"><span>${id}</span></label></li>`).join('')}</ol>
    </atm-checklist>`;
  const list = frame.content.querySelector<HTMLElement>('atm-checklist')!;
  prepare(list);
  ChecklistElement.define();
  document.body.append(list);
  return list;
}

function getBox(list: HTMLElement, id: string): HTMLInputElement {
  return list.querySelector<HTMLInputElement>(`input[value="${id}"]`)!;
}

function click(list: HTMLElement, id: string): void {
  getBox(list, id).click();
}

function getTicked(list: HTMLElement): string[] {
  return [...list.querySelectorAll('input')].filter((box) => box.checked).map((box) => box.value);
}

function getSentence(list: HTMLElement): string {
  return list.querySelector('[data-progress]')!.textContent;
}

function getNotice(list: HTMLElement): string {
  return list.querySelector('[data-notice]')!.textContent;
}

function getStitches(list: HTMLElement): boolean[] {
  return [...list.querySelector('[data-stitches]')!.children].map((stitch) => stitch.hasAttribute('data-done'));
}

/** Puts marks into the storage as another tab would. */
function store(items: Items): void {
  localStorage.setItem(key, JSON.stringify({ v: 1, items }));
}

function readItems(): Items {
  return (JSON.parse(localStorage.getItem(key) ?? '{"items":{}}') as { items: Items }).items;
}

/** The event by which a browser tells of a change in another tab. */
function announceChange(changed: string | null): void {
  dispatchEvent(new StorageEvent('storage', { key: changed, newValue: changed && localStorage.getItem(changed) }));
}

type Items = Record<string, [state: number, at: number]>;
