import { expect, test } from 'vitest';
import { getPlaceholders } from '../../src/content/placeholders.ts';
import { expectFaults, getFaults, replace } from './fixture.ts';

const he = 'content/ui/he.json';
const ar = 'content/ui/ar.json';
const en = 'content/ui/en.json';

test('B11 names a text that a language lacks', () => {
  const faults = getFaults((tree) => replace(tree, he, '  "siteName": "אחרי הטעות",\n', ''));
  expectFaults(faults, {
    code: 'key-missing',
    file: he,
    line: 1,
    locale: 'he',
    field: 'siteName',
    says: ['The interface (he) has no text for `siteName`', '`After the mistake`'],
    hints: ['`"siteName"`', he],
  });
});

test('B11 names a key that the reference does not have, and the one that was meant', () => {
  const faults = getFaults((tree) => replace(tree, he, '"siteName"', '"sitName"'));
  expectFaults(
    faults,
    { code: 'key-missing', field: 'siteName' },
    { code: 'key-unknown', file: he, line: 2, column: 3, field: 'sitName', says: ['Did you mean `siteName`?'], hints: ['`siteName`'] },
  );
});

test('B11 names a dictionary that is missing', () => {
  expectFaults(
    getFaults((tree) => tree.delete(ar)),
    { code: 'dictionary-missing', file: ar, locale: 'ar', hints: [en] },
  );
});

test('B11 names placeholders that differ from the reference', () => {
  const faults = getFaults((tree) => replace(tree, he, '{{title}}', '{{tilte}}'));
  expectFaults(faults, { code: 'placeholders-differ', file: he, line: 6, field: 'stepTitle', says: ['missing `{{title}}`', 'only here `{{tilte}}`'] });
});

test.each([
  ['{{count}} of {{total}}', ['count', 'total']],
  ['{{- html}} {{ name, uppercase }}', ['html', 'name']],
  ['{name} and {{}}', []],
])('B11 reads the placeholders of %s', (text, names) => {
  expect(getPlaceholders(text)).toEqual(names);
});

test('B11 finds a brace that belongs to no placeholder', () => {
  const faults = getFaults((tree) => replace(tree, en, '"After the mistake"', '"After {the} mistake"'));
  expectFaults(faults, { code: 'stray-brace', file: en, line: 2, column: 22, field: 'siteName' });
});

test('B12 names a plural form that the language needs', () => {
  const faults = getFaults((tree) => replace(tree, ar, '  "done_few": "{{count}} من {{total}}",\n', ''));
  expectFaults(faults, { code: 'plural-missing', file: ar, locale: 'ar', field: 'done_few', says: ['`zero`, `one`, `two`, `few`, `many` and `other`'] });
});

test('B12 names the form that a misspelt key was meant to be', () => {
  const faults = getFaults((tree) => replace(tree, ar, '"done_few"', '"done_fwe"'));
  expectFaults(faults, { code: 'plural-missing', field: 'done_few' }, { code: 'key-unknown', file: ar, line: 6, field: 'done_fwe', hints: ['`done_few`'] });
});

test('B12 names a plural form that the language does not have', () => {
  const faults = getFaults((tree) => replace(tree, he, '"done_two"', '"done_many": "{{count}} {{total}}",\n  "done_two"'));
  expectFaults(faults, { code: 'plural-unknown', file: he, line: 4, field: 'done_many', says: ['`one`, `two` and `other`'] });
});

test('B12 asks the reference language for all of its forms', () => {
  const faults = getFaults((tree) => replace(tree, en, '  "done_one": "{{count}} of {{total}}",\n', ''));
  expectFaults(faults, { code: 'plural-missing', file: en, field: 'done_one' });
});

test('B12 takes a form for nothing in every language', () => {
  expectFaults(getFaults((tree) => replace(tree, en, '"done_one"', '"done_zero": "None of {{total}}",\n  "done_one"')));
});

test('B12 lets a form say its number in words, and nothing else', () => {
  expectFaults(getFaults((tree) => replace(tree, he, '"done_two": "{{count}} מתוך', '"done_two": "שניים מתוך')));
  const faults = getFaults((tree) => replace(tree, he, '"done_two": "{{count}} מתוך {{total}}"', '"done_two": "שניים"'));
  expectFaults(faults, { code: 'placeholders-differ', file: he, line: 4, field: 'done_two', says: ['missing `{{total}}`'] });
});

test('B12 takes a key with such an ending for a plural only if the reference has one', () => {
  const faults = getFaults((tree) => {
    for (const locale of ['he', 'ar', 'it', 'en']) replace(tree, `content/ui/${locale}.json`, '"stepTitle"', `"phase_one": "# ${locale}",\n  "stepTitle"`);
  });
  expectFaults(faults);
});
