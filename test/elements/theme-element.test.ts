import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { getStorageKey } from '../../src/site/storage-key.ts';
import { ThemeElement } from '../../src/site/theme-element.ts';

const key = getStorageKey('theme');

beforeEach(() => {
  localStorage.clear();
  document.head.insertAdjacentHTML(
    'beforeend',
    '<meta name="theme-color" content="#f3f6f2" media="(prefers-color-scheme: light)"><meta name="theme-color" content="#111814" media="(prefers-color-scheme: dark)">',
  );
});

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  for (const meta of getMetas()) meta.remove();
  delete document.documentElement.dataset['theme'];
});

test('unfolds the choice from its template, with the system’s colours chosen', () => {
  const element = showChoice();
  expect([...element.querySelectorAll('option')].map((option) => option.value)).toEqual(['', 'light', 'dark']);
  expect([getSelect(element).value, getTheme()]).toEqual(['', undefined]);
});

test('unfolds the choice once, though it is moved in the page', () => {
  const element = showChoice();
  document.body.append(element);
  expect(element.querySelectorAll('select')).toHaveLength(1);
});

test('applies a choice and remembers it for the next page', () => {
  choose(showChoice(), 'dark');
  expect([getTheme(), localStorage.getItem(key)]).toEqual(['dark', 'dark']);
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
  const next = showChoice();
  expect([getTheme(), getSelect(next).value]).toEqual(['dark', 'dark']);
});

test('forgets the choice when it goes back to the system’s', () => {
  const element = showChoice();
  choose(element, 'dark');
  choose(element, '');
  expect([getTheme(), localStorage.getItem(key)]).toEqual([undefined, null]);
});

test('follows a choice made in another tab, there and back', () => {
  const element = showChoice();
  localStorage.setItem(key, 'light');
  dispatchEvent(new StorageEvent('storage', { key }));
  expect([getTheme(), getSelect(element).value]).toEqual(['light', 'light']);
  localStorage.removeItem(key);
  dispatchEvent(new StorageEvent('storage', { key }));
  expect([getTheme(), getSelect(element).value]).toEqual([undefined, '']);
});

test('E18 takes up the newest choice when the page comes back from the back/forward cache', () => {
  const element = showChoice();
  localStorage.setItem(key, 'dark');
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect([getTheme(), getSelect(element).value]).toEqual(['dark', 'dark']);
});

test('does not follow storage events that are about something else', () => {
  const element = showChoice();
  localStorage.setItem(key, 'dark');
  for (const other of ['somebody-else', `${key}x`]) dispatchEvent(new StorageEvent('storage', { key: other }));
  expect([getTheme(), getSelect(element).value]).toEqual([undefined, '']);
});

test('takes a stored value that is no theme for the system’s choice', () => {
  localStorage.setItem(key, '"><script>');
  const element = showChoice();
  expect([getTheme(), getSelect(element).value]).toEqual([undefined, '']);
});

test('S01 applies a choice where nothing can be stored, and keeps it when the page comes back', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  const element = showChoice();
  choose(element, 'dark');
  expect([getTheme(), getSelect(element).value]).toEqual(['dark', 'dark']);
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect([getTheme(), getSelect(element).value]).toEqual(['dark', 'dark']);
});

test('shows the browser the colour of the chosen theme, and the system’s again afterwards', () => {
  const element = showChoice();
  const before = getMetas().map((meta) => meta.media);
  choose(element, 'dark');
  expect(getMetas().map((meta) => meta.media)).toEqual(['not all', 'all']);
  choose(element, 'light');
  expect(getMetas().map((meta) => meta.media)).toEqual(['all', 'not all']);
  choose(element, '');
  expect(getMetas().map((meta) => meta.media)).toEqual(before);
});

/** The choice as the server writes it. */
function showChoice(): HTMLElement {
  ThemeElement.define();
  document.body.insertAdjacentHTML(
    'beforeend',
    `<atm-theme>
      <template>
        <label><span>Colours</span>
          <select autocomplete="off"><option value="">Same as this device</option><option value="light">Light</option><option value="dark">Dark</option></select>
        </label>
      </template>
    </atm-theme>`,
  );
  return document.querySelector<HTMLElement>('atm-theme')!;
}

function getSelect(element: HTMLElement): HTMLSelectElement {
  return element.querySelector('select')!;
}

function choose(element: HTMLElement, theme: string): void {
  getSelect(element).value = theme;
  getSelect(element).dispatchEvent(new Event('change', { bubbles: true }));
}

function getTheme(): string | undefined {
  return document.documentElement.dataset['theme'];
}

function getMetas(): HTMLMetaElement[] {
  return [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
}
