import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanguagesElement } from '../../src/site/languages-element.ts';
import { getStorageKey } from '../../src/site/storage-key.ts';

const address = location.href;

beforeEach(() => {
  localStorage.clear();
  // The tests follow no link: what counts is where it would lead.
  document.addEventListener('click', stay);
  document.addEventListener('auxclick', stay);
});

afterEach(() => {
  vi.restoreAllMocks();
  document.removeEventListener('click', stay);
  document.removeEventListener('auxclick', stay);
  document.body.replaceChildren();
  history.replaceState(null, '', address);
});

test('takes the query and the anchor of the address along', () => {
  const link = showLinks().querySelector<HTMLAnchorElement>('[data-for=""] a')!;
  history.replaceState(null, '', '?q=%D7%A1%D7%9C%D7%99%D7%97%D7%94#results');
  link.click();
  expect([link.pathname, link.search, link.hash]).toEqual(['/it/guide/own-up/', '?q=%D7%A1%D7%9C%D7%99%D7%97%D7%94', '#results']);
});

test('leaves the link as it is where the address has neither', () => {
  const link = showLinks().querySelector<HTMLAnchorElement>('[data-for=""] a')!;
  history.replaceState(null, '', '/');
  link.click();
  expect(link.href).toBe(`${location.origin}/it/guide/own-up/`);
});

test('keeps the anchor of a link that was made for one', () => {
  const link = showLinks().querySelector<HTMLAnchorElement>('[data-for="never-deny"] a')!;
  history.replaceState(null, '', '?a=1#something-else');
  link.click();
  expect(link.search + link.hash).toBe('?a=1#never-deny');
});

test('takes the query along also when the link is opened in a new tab with the middle button', () => {
  const link = showLinks().querySelector<HTMLAnchorElement>('[data-for=""] a')!;
  history.replaceState(null, '', '?q=sorry');
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'auxclick'])
    link.dispatchEvent(new PointerEvent(type, { button: 1, bubbles: true, cancelable: true }));
  expect(link.search).toBe('?q=sorry');
});

test('follows the query as it is at the moment of the click', () => {
  const link = showLinks().querySelector<HTMLAnchorElement>('[data-for=""] a')!;
  history.replaceState(null, '', '?q=sorry');
  link.click();
  history.replaceState(null, '', '?q=blame');
  link.click();
  expect(link.search).toBe('?q=blame');
});

test('remembers the language that was picked, by a click anywhere in the link', () => {
  showLinks().querySelector<HTMLElement>('[data-for=""] a span')!.click();
  expect(localStorage.getItem(getStorageKey('locale'))).toBe('it');
});

test('S01 still changes the language where nothing can be stored', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  const link = showLinks().querySelector<HTMLAnchorElement>('[data-for=""] a')!;
  history.replaceState(null, '', '?q=sorry');
  link.click();
  expect(link.search).toBe('?q=sorry');
});

test('remembers nothing when the click is beside the links', () => {
  showLinks().querySelector<HTMLElement>('nav')!.click();
  expect(localStorage.getItem(getStorageKey('locale'))).toBeNull();
});

/** The links as the server writes them: one set for the page, one for an anchor on it. */
function showLinks(): HTMLElement {
  LanguagesElement.define();
  const set = (anchor: string) =>
    `<ul data-for="${anchor}"><li><a href="/it/guide/own-up/${anchor && `#${anchor}`}" hreflang="it" lang="it" dir="ltr" data-locale="it"><span>Italiano</span></a></li></ul>`;
  document.body.insertAdjacentHTML('beforeend', `<atm-languages><nav>${set('')}${set('never-deny')}</nav></atm-languages>`);
  return document.querySelector<HTMLElement>('atm-languages')!;
}

function stay(event: Event): void {
  event.preventDefault();
}
