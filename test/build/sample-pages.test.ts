import { expect, test } from 'vitest';
import { getSamplePages, pageKinds } from '../../src/build/sample-pages.ts';
import { getLocaleRow, isLocale, locales } from '../../src/i18n/locales.ts';

test('every kind of page is looked at once in every language', () => {
  const pages = getSamplePages();
  expect(pages.map(({ kind, locale }) => `${kind} ${locale}`)).toEqual(pageKinds.flatMap((kind) => locales.map((locale) => `${kind} ${locale}`)));
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  for (const { locale, path } of pages) expect(path.startsWith(`${locale}/`), path).toBe(true);
});

test('two languages side by side are never the same, each is the second once, and directions meet in every order', () => {
  const pairs = getSamplePages()
    .filter(({ kind }) => kind === 'parallel')
    .map(({ locale, path }) => [locale, /\/with\/(\w+)\/$/.exec(path)?.[1] ?? ''].map((id) => (isLocale(id) ? getLocaleRow(id) : undefined)));
  expect(new Set(pairs.map(([, second]) => second?.id))).toEqual(new Set(locales));
  expect(pairs.filter(([first, second]) => first === second)).toEqual([]);
  expect(new Set(pairs.map(([first, second]) => `${first?.dir} ${second?.dir}`)).size).toBe(4);
});
