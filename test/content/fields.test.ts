import { expect, test } from 'vitest';
import { getNearest } from '../../src/content/nearest.ts';
import { append, expectFaults, getFaults, replace } from './fixture.ts';

const words = 'content/steps/name-the-mistake/he.mdx';
const structure = 'content/steps/name-the-mistake/step.yaml';

test('B02 names the nearest field when one is misspelt, and not also the missing one', () => {
  const faults = getFaults((tree) => replace(tree, words, 'action:', 'acton:'));
  expectFaults(faults, {
    code: 'unknown-field',
    file: words,
    line: 3,
    column: 1,
    locale: 'he',
    field: 'acton',
    says: ['Step `name-the-mistake` (he)', '`acton`', 'Did you mean `action`?'],
    hints: ['`action:`'],
  });
});

test('B02 lists the fields there are when none is near', () => {
  const faults = getFaults((tree) => append(tree, structure, 'colour: red\n'));
  expectFaults(faults, { code: 'unknown-field', line: 4, field: 'colour', says: ['`colour`'], hints: ['`phase`, `order`, `ideas` and `formerIds`'] });
});

test('B02 says what a missing field is for', () => {
  const faults = getFaults((tree) => replace(tree, structure, 'ideas: [H01, H02]\n', ''));
  // An idea that is no longer cited is a fault of its own, in the file of its source.
  const here = faults.filter(({ file }) => file === structure);
  expectFaults(here, {
    code: 'missing-field',
    file: structure,
    line: 1,
    field: 'ideas',
    says: ['no field `ideas`', 'ideas of the sources that this step carries'],
    hints: ['`ideas:`', structure],
  });
});

test('B02 names every missing field of an empty file', () => {
  const faults = getFaults((tree) => tree.set(structure, ''));
  expect(faults.filter(({ file }) => file === structure).map(({ field }) => field)).toEqual(['ideas', 'order', 'phase']);
});

test('B02 names the place of a field of an item', () => {
  const faults = getFaults((tree) =>
    replace(tree, 'content/checklists/first-hour/checklist.yaml', '  - id: facts-written\n    steps: [', '  - id: facts-written\n    stesp: ['),
  );
  expectFaults(faults, { code: 'unknown-field', line: 7, column: 5, field: 'items.1.stesp', says: ['Did you mean `steps`?'] });
});

test('B02 lists the allowed values and the nearest', () => {
  const faults = getFaults((tree) => replace(tree, 'content/sources/first-article/source.yaml', 'H02: advice', 'H02: advise'));
  expectFaults(faults, {
    code: 'value-not-allowed',
    line: 6,
    field: 'ideas.H02',
    says: ['`advise`', 'Did you mean `advice`?'],
    hints: ['`warning`', 'or `noise`'],
  });
});

test('B02 lists the kinds of a triage file', () => {
  const faults = getFaults((tree) => replace(tree, 'content/triage/talk-now/triage.yaml', 'kind: outcome', 'kind: outcom'));
  expectFaults(faults, { code: 'value-not-allowed', line: 1, field: 'kind', says: ['Did you mean `outcome`?'], hints: ['`question` or `outcome`'] });
});

test.each([
  [
    'a number where text is due',
    'content/sources/first-article/source.yaml',
    'date: "2014-04"',
    'date: 2014',
    'date',
    'must be text and is a number',
    'date: "2014"',
  ],
  [
    'a date where text is due',
    'content/sources/first-article/source.yaml',
    'date: "2014-04"',
    'date: 2014-04-01',
    'date',
    'must be text and is a date',
    'date: "2014-04-01"',
  ],
  ['text where a number is due', structure, 'order: 1', 'order: "1"', 'order', 'must be a number and is text', 'without quotes'],
  ['a fraction where a whole number is due', structure, 'order: 1', 'order: 1.5', 'order', 'must be a whole number', 'Correct'],
  ['text where a list is due', structure, 'ideas: [H01, H02]', 'ideas: H01', 'ideas', 'must be a list and is text', '“- ”'],
  ['nothing where text is due', words, 'action: ספרו ללקוח מה יקרה עכשיו', 'action:', 'action', 'must be text and is empty', 'after its colon'],
  ['a list where text is due', words, 'action: ספרו ללקוח מה יקרה עכשיו', 'action: [א]', 'action', 'must be text and is a list', 'as one text'],
  [
    'text where true or false is due',
    'content/messages/first-mail/message.yaml',
    'legalGate: true',
    'legalGate: "yes"',
    'legalGate',
    'must be true or false and is text',
    'true or false',
  ],
])('B02 says that there is %s, and how to write it', (_, file, from, to, field, says, hint) => {
  const fault = getFaults((tree) => replace(tree, file, from, to)).find(({ code }) => code === 'wrong-type');
  expect(fault).toMatchObject({ file, field });
  expect(fault?.message).toContain(says);
  expect(fault?.hint).toContain(hint);
});

test('B02 finds an empty text', () => {
  const faults = getFaults((tree) => replace(tree, words, 'ספרו ללקוח מה יקרה עכשיו', "' '"));
  expectFaults(faults, { code: 'empty-field', line: 3, field: 'action', locale: 'he', says: ['is empty', 'one imperative sentence'] });
});

test('B02 says by how much a description is too long', () => {
  const faults = getFaults((tree) => replace(tree, 'content/pages/home/en.mdx', 'description: Say', `description: ${'Say '.repeat(50)}Say`));
  expectFaults(faults, { code: 'too-long', line: 3, field: 'description', says: ['too many'], hints: ['at most 200'] });
});

test('B02 says how many search terms are lacking', () => {
  const faults = getFaults((tree) => replace(tree, words, '  - טעות\n  - טעות\n', ''));
  expectFaults(faults, { code: 'too-few', line: 6, field: 'searchTerms', says: ['6 entries', 'at least 8'], hints: ['Add 2 more'] });
});

test('B02 refuses an order below 1', () => {
  const faults = getFaults((tree) => replace(tree, 'content/tensions/short-or-long/tension.yaml', 'order: 1', 'order: 0'));
  expectFaults(faults, { code: 'out-of-range', field: 'order', says: ['at least 1'] });
});

test('B02 says how the number of an idea is written', () => {
  const faults = getFaults((tree) => replace(tree, structure, '[H01, H02]', '[H01, H2]'));
  expect(faults.find(({ code }) => code === 'bad-format')).toMatchObject({
    file: structure,
    line: 3,
    field: 'ideas.1',
    message: expect.stringContaining('such as `H21`'),
  });
});

test('B02 names a key that is no id', () => {
  const faults = getFaults((tree) => replace(tree, 'content/checklists/first-hour/it.yaml', 'facts-written:', 'Facts written:'));
  expect(faults.find(({ code }) => code === 'bad-key')).toMatchObject({
    line: 5,
    column: 3,
    locale: 'it',
    message: expect.stringContaining('`Facts written` in `items` must be lower-case ASCII'),
  });
});

test('B02 refuses a key that every object has', () => {
  const faults = getFaults((tree) => replace(tree, 'content/checklists/first-hour/it.yaml', 'facts-written:', '__proto__:'));
  expectFaults(faults, { code: 'yaml-syntax', line: 5, says: ['`__proto__` cannot be'] });
});

test.each([
  ['acton', 'action'],
  ['Action', 'action'],
  ['search_terms', 'search-terms'],
  ['titel', 'title'],
  ['colour', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('the nearest name to %s is found only if it is near', (value, nearest) => {
  expect(getNearest(value, ['action', 'title', 'search-terms', 'say'])).toBe(nearest);
});
