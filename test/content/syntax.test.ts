import { expect, test } from 'vitest';
import { parseJson } from '../../src/content/json-source.ts';
import { expectFaults, getFaults, replace } from './fixture.ts';

const step = 'content/steps/name-the-mistake/he.mdx';
const list = 'content/checklists/first-hour/ar.yaml';
const ui = 'content/ui/he.json';

test('B01 names the line on which an unclosed quotation mark opens', () => {
  const faults = getFaults((tree) => replace(tree, step, 'action: ספרו', 'action: "ספרו'));
  expectFaults(faults, {
    code: 'yaml-syntax',
    file: step,
    line: 3,
    column: 9,
    locale: 'he',
    says: ['quotation mark', 'never closed', 'action: "ספרו'],
    hints: ['Close it'],
  });
});

test('B01 names the line of a tab that indents', () => {
  const faults = getFaults((tree) => replace(tree, list, '  lawyer-called', '\tlawyer-called'));
  expect(faults[0]).toMatchObject({ code: 'yaml-syntax', file: list, line: 4, locale: 'ar' });
  expect(faults[0]?.message).toContain('a tab stands');
  expect(faults[0]?.hint).toContain('two spaces');
});

test('B01 names a byte-order mark and reads the file all the same', () => {
  const faults = getFaults((tree) => tree.set(step, `\uFEFF${String(tree.get(step))}`));
  expectFaults(faults, { code: 'byte-order-mark', file: step, line: 1, column: 1, says: ['U+FEFF'], hints: ['UTF-8 with BOM'] });
});

test('B01 says what the first line reads where --- is missing', () => {
  const faults = getFaults((tree) => replace(tree, step, '---\n', ''));
  expectFaults(faults, { code: 'frontmatter-missing', file: step, line: 1, locale: 'he', says: ['must be ---', 'title: ספרו'], hints: ['Put a line ---'] });
});

test('B01 misses the second line of dashes', () => {
  const faults = getFaults((tree) => tree.set(step, String(tree.get(step)).replace(/\n---\n/u, '\n')));
  expectFaults(faults, { code: 'frontmatter-unclosed', file: step, says: ['no second line ---'] });
});

test('B01 refuses a line that only begins with dashes as the end of the fields', () => {
  const faults = getFaults((tree) => tree.set(step, String(tree.get(step)).replace(/\n---\n/u, '\n---- \n')));
  expectFaults(faults, { code: 'frontmatter-end', file: step, line: 14, says: ['`----`'] });
});

test('B01 says how to write a value that contains a colon', () => {
  const faults = getFaults((tree) => replace(tree, step, 'title: ספרו', 'title: ספרו: ספרו'));
  expectFaults(faults, { code: 'yaml-syntax', file: step, line: 2, says: ['second colon'], hints: ["in single quotes: title: '"] });
});

test('B01 names both places of a field that stands twice', () => {
  const faults = getFaults((tree) => replace(tree, step, 'say: ', 'title: שוב\nsay: '));
  expectFaults(faults, { code: 'yaml-syntax', file: step, line: 4, column: 1, says: ['`title`', 'after line 2'], hints: ['Remove one'] });
});

test('B01 refuses references within YAML, which could make it endless', () => {
  const faults = getFaults((tree) => replace(tree, 'content/pages/home/page.yaml', 'ideas: [H01]', 'ideas: &x [*x]'));
  expectFaults(faults, { code: 'yaml-syntax', file: 'content/pages/home/page.yaml', line: 1, says: ['`*x`'] });
});

test('B01 says that a file is not UTF-8', () => {
  const faults = getFaults((tree) => tree.set('content/glossary/mistake/term.yaml', new Uint8Array([0x23, 0xe9, 0x0a])));
  expectFaults(faults, { code: 'not-utf8', file: 'content/glossary/mistake/term.yaml', hints: ['Save the file as UTF-8'] });
});

test('B01 reads lines that end as on Windows', () => {
  expectFaults(getFaults((tree) => tree.set(step, String(tree.get(step)).replaceAll('\n', '\r\n'))));
});

test('B20 names line and column of broken JSON', () => {
  const faults = getFaults((tree) => replace(tree, ui, '"siteName": "אחרי הטעות",', '"siteName": "אחרי הטעות"'));
  expectFaults(faults, { code: 'json-syntax', file: ui, line: 3, column: 3, locale: 'he', says: ['JSON cannot be read', '"done_one"'], hints: ['comma'] });
});

test.each([
  ['a word without quotes', '{\n  "a": "x",\n  "key": nope\n}', 3, 11],
  ['a comma after the last line', '{\n  "a": "x",\n}', 3, 1],
  ['single quotes', "{\n  'a': 1\n}", 2, 3],
  ['an end too early', '{\n  "a": "x"\n', 3, 1],
])('B20 finds %s', (_, text, line, column) => {
  expect(parseJson(text)).toMatchObject({ problems: [{ position: { line, column } }] });
});

test('B20 names a key that stands twice', () => {
  const faults = getFaults((tree) => replace(tree, ui, '  "done_one"', '  "siteName": "שוב",\n  "done_one"'));
  expectFaults(faults, { code: 'json-syntax', file: ui, line: 3, column: 3, says: ['`siteName` twice', 'line 2'] });
});

test('B20 names the key whose value is no text', () => {
  const faults = getFaults((tree) => replace(tree, ui, '"{{title}}"', '{ "long": "x" }'));
  expectFaults(faults, { code: 'text-expected', file: ui, line: 6, field: 'stepTitle', says: ['must be text'] });
});

test('B20 names an empty text', () => {
  const faults = getFaults((tree) => replace(tree, ui, '"אחרי הטעות"', '" "'));
  expectFaults(faults, { code: 'text-empty', file: ui, line: 2, field: 'siteName' });
});

test('B20 refuses a dictionary that is a list', () => {
  const faults = getFaults((tree) => tree.set(ui, '[]'));
  expect(faults.map(({ code }) => code)).toContain('dictionary-no-object');
});
