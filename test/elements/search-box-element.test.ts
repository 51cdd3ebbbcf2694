import { afterEach, expect, test } from 'vitest';
import { SearchBoxElement } from '../../src/search/search-box-element.ts';

const address = location.href;

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.dir = '';
  history.replaceState(null, '', address);
});

test('puts the form in the place of the link to all steps', () => {
  const element = showBox();
  expect(element.querySelector('a')).toBeNull();
  expect(element.querySelectorAll('form[role="search"]')).toHaveLength(1);
});

test('leaves the link where there is no form to put in its place', () => {
  const element = showBox({ template: false });
  expect(element.querySelector('a')?.getAttribute('href')).toBe('/en/steps/');
  expect(element.querySelector('form')).toBeNull();
});

test('makes one form, though it is moved in the page', () => {
  const element = showBox();
  document.body.append(element);
  expect(element.querySelectorAll('form')).toHaveLength(1);
});

test('shows the query of the address on the search page, letter for letter', () => {
  history.replaceState(null, '', '/en/search/?q=%3Cb%3E%22sorry%22+%D7%A1%D7%9C%D7%99%D7%97%D7%94');
  expect(getField(showBox()).value).toBe('<b>"sorry" סליחה');
});

test('shows nothing on the search page without a query', () => {
  history.replaceState(null, '', '/en/search/');
  expect(getField(showBox()).value).toBe('');
});

test('shows no query on any other page', () => {
  history.replaceState(null, '', '/en/guide/?q=sorry');
  expect(getField(showBox()).value).toBe('');
});

test('takes the focus on / and on Ctrl or ⌘ K, on a Hebrew keyboard too, and keeps the key to itself', () => {
  const field = getField(showBox());
  for (const init of [{ key: '/' }, { key: 'k', ctrlKey: true }, { key: 'K', metaKey: true }, { key: 'ל', code: 'KeyK', ctrlKey: true }]) {
    field.blur();
    const event = press(document.body, init);
    expect([JSON.stringify(init), document.activeElement, event.defaultPrevented]).toEqual([JSON.stringify(init), field, true]);
  }
});

test('leaves all other keys alone', () => {
  showBox();
  for (const init of [
    { key: 'k' },
    { key: '/', ctrlKey: true },
    { key: '/', altKey: true },
    { key: 'k', ctrlKey: true, altKey: true },
    { key: 'j', code: 'KeyK', ctrlKey: true },
    { key: '/', isComposing: true },
  ]) {
    const event = press(document.body, init);
    expect([JSON.stringify(init), document.activeElement, event.defaultPrevented]).toEqual([JSON.stringify(init), document.body, false]);
  }
});

test('takes no key from somebody who types elsewhere', () => {
  showBox();
  for (const html of ['<input>', '<textarea></textarea>', '<p contenteditable="true">x</p>', '<select><option>x</option></select>']) {
    document.body.insertAdjacentHTML('beforeend', html);
    const other = document.body.lastElementChild as HTMLElement;
    other.focus();
    for (const init of [{ key: '/' }, { key: 'k', ctrlKey: true }])
      expect([html, press(other, init).defaultPrevented, document.activeElement]).toEqual([html, false, other]);
  }
});

test('leaves its keys alone behind an open dialog, and takes them inside it', () => {
  const element = showBox();
  document.body.insertAdjacentHTML('beforeend', '<dialog><button>x</button></dialog>');
  const dialog = document.querySelector('dialog')!;
  dialog.showModal();
  expect([press(document.body, { key: '/' }).defaultPrevented, document.activeElement === getField(element)]).toEqual([false, false]);
  dialog.append(element);
  expect([press(document.body, { key: '/' }).defaultPrevented, document.activeElement === getField(element)]).toEqual([true, true]);
});

test('writes from the side of the page while it is empty, then from that of its letters', () => {
  document.documentElement.dir = 'rtl';
  const field = getField(showBox());
  const directions = ['', '12', 'hello', 'שלום hello', ''].map((value) => {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return getComputedStyle(field).direction;
  });
  expect(directions).toEqual(['rtl', 'rtl', 'ltr', 'rtl', 'rtl']);
});

test('F06 sends off no more than an address can bear', () => {
  const element = showBox();
  getField(element).value = 'א'.repeat(10_000);
  element.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  element.querySelector('form')!.requestSubmit();
  expect(getField(element).value).toHaveLength(300);
});

/** The box as the server writes it. */
function showBox({ template = true } = {}): HTMLElement {
  SearchBoxElement.define();
  const form = `<template><form role="search" action="/en/search/" method="get"><input type="search" name="q" aria-label="Search the guide" required><button aria-label="Search"></button></form><div data-popup hidden><p data-note></p><p data-recent></p><div data-options></div><button data-forget></button></div><p role="status" data-said></p></template>`;
  document.body.insertAdjacentHTML(
    'beforeend',
    `<atm-search-box data-languages="[]"><a href="/en/steps/">Steps A–Z</a>${template ? form : ''}</atm-search-box>`,
  );
  return document.querySelector<HTMLElement>('atm-search-box')!;
}

function getField(element: HTMLElement): HTMLInputElement {
  return element.querySelector('input')!;
}

function press(target: Element, init: KeyboardEventInit): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}
