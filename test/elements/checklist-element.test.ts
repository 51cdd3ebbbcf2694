import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Casebook, emptyCasebook, FIRST_CASE, type Stamped } from '../../src/checklists/casebook.ts';
import { formatCasebook, parseCasebook } from '../../src/checklists/casebook-format.ts';
import { ChecklistElement } from '../../src/checklists/checklist-element.ts';
import { getStorageKey } from '../../src/site/storage-key.ts';

const key = getStorageKey('casebook');
const notices = {
  server: 'Ticks need script.',
  kept: 'Your ticks stay in this browser.',
  blocked: 'Your ticks last until you close this page.',
  full: 'There is no room left.',
  newer: 'Stored by a newer version.',
};

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

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

test('changes letters and attributes with each further tick, but no node: for a new one the browser asks every `:has()` of the page again', async () => {
  const list = showList();
  click(list, 'said-we');
  const changed: string[] = [];
  const observer = new MutationObserver((changes) => changed.push(...changes.map(({ target }) => target.nodeName)));
  observer.observe(document.body, { childList: true, subtree: true });
  click(list, 'mistake-named');
  expect(getSentence(list)).toBe('2 of 3 done');
  await Promise.resolve();
  expect(changed).toEqual([]);
});

test('draws one unbroken line and says so when everything is done, and takes it back', () => {
  const list = showList();
  for (const id of ['apology-came-first', 'mistake-named', 'said-we']) click(list, id);
  expect(getSentence(list)).toBe('3 of 3 done. All done.');
  expect(list.hasAttribute('data-finished')).toBe(true);
  click(list, 'said-we');
  expect(getSentence(list)).toBe('2 of 3 done');
  expect(list.hasAttribute('data-finished')).toBe(false);
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
  expect([getNotice(list), getTicked(list), getSentence(list)]).toEqual([notices.full, ['said-we'], '1 of 3 done']);
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
  const before = localStorage.getItem(key)!;
  store({ 'mistake-named': [1, Date.now() + 5] });
  const newValue = localStorage.getItem(key);
  localStorage.setItem(key, before);
  dispatchEvent(new StorageEvent('storage', { key, newValue }));
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
  localStorage.setItem(key, '{"v":2,"cases":');
  announceChange(key);
  expect(getTicked(list)).toEqual(['said-we']);
  expect(localStorage.getItem(`${key}:damaged`)).toBe('{"v":2,"cases":');
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
    for (const box of list.querySelectorAll<HTMLInputElement>('label input[value]')) box.value = `second-${box.value}`;
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

test('an item that does not apply is neither done nor open, and the sentence says how many', () => {
  const list = showList();
  dismiss(list, 'said-we');
  expect([getSentence(list), getItem(list, 'said-we').dataset['state']]).toEqual(['None of the 3 done yet. Not applicable: 1.', 'not-applicable']);
  click(list, 'mistake-named');
  expect(getSentence(list)).toBe('1 of 3 done. Not applicable: 1.');
  click(list, 'said-we');
  expect([getSentence(list), getTicked(list)]).toEqual(['2 of 3 done', ['mistake-named', 'said-we']]);
});

test('a list on which nothing applies is finished, in words and as one line', () => {
  const list = showList();
  for (const id of ['apology-came-first', 'mistake-named', 'said-we']) dismiss(list, id);
  expect(getSentence(list)).toBe('Not applicable: 3. Nothing is left open.');
  expect(list.hasAttribute('data-finished')).toBe(true);
});

test('S11 a note is stored with every letter, printed, and comes back after a reload', () => {
  const list = showList();
  note(list, 'said-we', 'Dan asked twice');
  expect(readFields()['note:said-we']?.[0]).toBe('Dan asked twice');
  list.remove();
  const again = showList();
  expect(getItem(again, 'said-we').querySelector('textarea')!.value).toBe('Dan asked twice');
  expect(getItem(again, 'said-we').querySelector('[data-note-printed]')!.textContent).toBe('Dan asked twice');
});

test('the field of a note runs as the page does until it holds a word, then as its words do (rule 13)', () => {
  document.documentElement.dir = 'rtl';
  const list = showList();
  const field = getItem(list, 'said-we').querySelector('textarea')!;
  const directions = ['', '12-3', 'hello', 'שלום hello', ''].map((text) => {
    note(list, 'said-we', text);
    return getComputedStyle(field).direction;
  });
  document.documentElement.removeAttribute('dir');
  expect(directions).toEqual(['rtl', 'rtl', 'ltr', 'rtl', 'rtl']);
});

test('what is being typed into a note is not taken away by another tab', () => {
  const list = showList();
  note(list, 'said-we', 'first words');
  store({ 'mistake-named': [1, Date.now() + 5] });
  announceChange(key);
  expect(getItem(list, 'said-we').querySelector('textarea')!.value).toBe('first words');
  expect(readFields()['note:said-we']?.[0]).toBe('first words');
});

test('S18 undo takes back tick, mark and note one after the other, and says what it would take back', () => {
  const list = showList();
  const undo = list.querySelector<HTMLElement>('[data-undo]')!;
  expect(undo.hidden).toBe(true);
  click(list, 'mistake-named');
  dismiss(list, 'said-we');
  note(list, 'mistake-named', 'a');
  note(list, 'mistake-named', 'ab');
  expect([undo.hidden, undo.querySelector('[data-said]')!.textContent, undo.querySelector('bdi')!.textContent]).toEqual([
    false,
    'Note changed:',
    'mistake-named',
  ]);
  const button = undo.querySelector('button')!;
  button.focus();
  button.click();
  expect(getItem(list, 'mistake-named').querySelector('textarea')!.value).toBe('');
  button.click();
  expect(getSentence(list)).toBe('1 of 3 done');
  button.click();
  expect([getSentence(list), undo.hidden]).toEqual(['None of the 3 done yet', true]);
  expect(document.activeElement).toBe(getBox(list, 'mistake-named'));
});

test('the filter hides what is not open, keeps what is ticked meanwhile, and is remembered', () => {
  const list = showList();
  click(list, 'mistake-named');
  list.querySelector<HTMLInputElement>('[data-only-open]')!.click();
  const getHidden = (root: HTMLElement) => [...root.querySelectorAll('[data-filtered]')].map((item) => item.id);
  expect(getHidden(list)).toEqual(['mistake-named']);
  click(list, 'said-we');
  expect(getHidden(list)).toEqual(['mistake-named']);
  list.remove();
  const again = showList();
  expect([again.querySelector<HTMLInputElement>('[data-only-open]')!.checked, getHidden(again)]).toEqual([true, ['mistake-named', 'said-we']]);
});

test('nobody who has one client sees a word of several, and who has two chooses between them', () => {
  const list = showList();
  expect(list.querySelector<HTMLElement>('[data-case]')!.hidden).toBe(true);
  click(list, 'said-we');
  const other: Casebook = {
    ...emptyCasebook,
    cases: new Map([
      [FIRST_CASE, { fields: new Map([['state:said-we', ['done', 1]]]), erased: 0 }],
      [
        'other',
        {
          fields: new Map([
            ['place', ['here', 1]],
            ['name', ['Shams', 1]],
          ]),
          erased: 0,
        },
      ],
    ]),
  };
  localStorage.setItem(key, formatCasebook(other));
  announceChange(key);
  const select = list.querySelector('select')!;
  expect([list.querySelector<HTMLElement>('[data-case]')!.hidden, [...select.options].map((option) => option.text)]).toEqual([false, ['Unnamed', 'Shams']]);
  select.value = 'other';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  expect(getTicked(list)).toEqual([]);
  click(list, 'mistake-named');
  select.value = FIRST_CASE;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  expect(getTicked(list)).toEqual(['said-we']);
});

/** A checklist as the server writes it; `prepare` changes it before it comes alive. */
function showList(prepare: (list: HTMLElement) => void = () => {}): HTMLElement {
  const items = ['apology-came-first', 'mistake-named', 'said-we'];
  const frame = document.createElement('template');
  const attributes = Object.entries(notices).map(([name, text]) => `data-${name}="${text}"`);
  frame.innerHTML = `
    <atm-checklist data-list="during-conversation" data-go="/go/" data-all-done="All done." data-nothing-open="Nothing is left open."
      data-not-applicable="Not applicable: #"
      data-sentences='["None of the 3 done yet","1 of 3 done","2 of 3 done","3 of 3 done"]'>
      <div>
        <div aria-hidden="true" data-stitches>${items.map(() => '<span></span>').join('')}</div>
        <p role="status" data-progress>None of the 3 done yet</p>
      </div>
      <p data-notice ${attributes.join(' ')}><span>${notices.server}</span></p>
      <div data-bar></div>
      <template data-part="bar"><div><label data-case hidden><select data-unnamed="Unnamed"></select></label><input type="checkbox" data-only-open></div></template>
      <ol>${items.map(createItem).join('')}</ol>
      <template data-part="tag"><span data-not-applicable>Not applicable</span></template>
      <template data-part="more">
        <details data-own><summary>More <span data-item-text></span></summary>
          <input type="checkbox" data-applies-not><textarea data-note></textarea><button data-tool="copy-link">Link</button>
        </details>
      </template>
      <template data-part="tools"><section data-tools><p role="status" data-said data-undone="Undone." data-failed="It could not be loaded."></p></section></template>
      <template data-part="undo">
        <div data-undo hidden><span data-said data-did-tick="Ticked:" data-did-untick="Tick removed:" data-did-note="Note changed:" data-did-not-applicable="Not applicable:"></span>
        <bdi></bdi><button data-take-back data-tool="undo">Undo</button></div>
      </template>
    </atm-checklist>`;
  const list = frame.content.querySelector<HTMLElement>('atm-checklist')!;
  prepare(list);
  ChecklistElement.define();
  document.body.append(list);
  return list;
}

function createItem(id: string): string {
  return `<li id="${id}" data-item>
    <label><input type="checkbox" value="${id}"><span data-words><span data-entry-title>${id}</span></span></label>
    <div data-more></div><p data-note-printed></p>
  </li>`;
}

function getBox(list: HTMLElement, id: string): HTMLInputElement {
  return list.querySelector<HTMLInputElement>(`label input[value="${id}"]`)!;
}

function getItem(list: HTMLElement, id: string): HTMLElement {
  return list.querySelector<HTMLElement>(`[id="${id}"]`)!;
}

function click(list: HTMLElement, id: string): void {
  getBox(list, id).click();
}

function dismiss(list: HTMLElement, id: string): void {
  getItem(list, id).querySelector<HTMLInputElement>('[data-applies-not]')!.click();
}

function note(list: HTMLElement, id: string, text: string): void {
  const field = getItem(list, id).querySelector('textarea')!;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function getTicked(list: HTMLElement): string[] {
  return [...list.querySelectorAll<HTMLInputElement>('label input[value]')].filter((box) => box.checked).map((box) => box.value);
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
  const fields = Object.entries(items).map(([id, [state, at]]): [string, Stamped] => [`state:${id}`, [state === 1 ? 'done' : 'open', at]]);
  const casebook: Casebook = { ...emptyCasebook, cases: new Map([[FIRST_CASE, { fields: new Map(fields), erased: 0 }]]) };
  localStorage.setItem(key, formatCasebook(casebook));
}

function readFields(): Record<string, Stamped> {
  const reading = parseCasebook(localStorage.getItem(key));
  return reading.kind === 'damaged' ? {} : Object.fromEntries(reading.casebook.cases.get(FIRST_CASE)?.fields ?? []);
}

function readItems(): Items {
  return Object.fromEntries(
    Object.entries(readFields()).flatMap(([name, [state, at]]) => (name.startsWith('state:') ? [[name.slice(6), [state === 'done' ? 1 : 0, at]]] : [])),
  );
}

/** The event by which a browser tells of a change in another tab. */
function announceChange(changed: string | null): void {
  dispatchEvent(new StorageEvent('storage', { key: changed, newValue: changed && localStorage.getItem(changed) }));
}

type Items = Record<string, [state: number, at: number]>;
