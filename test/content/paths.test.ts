import { expect, test } from 'vitest';
import { type Expected, expectFaults, getFaults } from './fixture.ts';

const steps = 'content/steps/name-the-mistake';

const wrong: readonly (readonly [string, string, Expected])[] = [
  ['B09', `${steps}/iw.mdx`, { code: 'unknown-locale', says: ['`iw`', 'Known: `he`, `ar`, `it` and `en`'], hints: [`${steps}/he.mdx`] }],
  ['B09', `${steps}/de.mdx`, { code: 'unknown-locale', says: ['`de`'], hints: ['src/i18n/locales.ts'] }],
  ['B09', 'content/checklists/first-hour/en-gb.yaml', { code: 'unknown-locale', hints: ['content/checklists/first-hour/en.yaml'] }],
  ['B09', 'content/ui/ar_eg.json', { code: 'unknown-locale', hints: ['content/ui/ar.json'] }],
  ['B09', `${steps}/he.yaml`, { code: 'wrong-ending', hints: [`${steps}/he.mdx`] }],
  ['B09', 'content/ui/he.yaml', { code: 'wrong-ending', hints: ['content/ui/he.json'] }],
  ['B15', 'content/step/x/step.yaml', { code: 'unknown-folder', says: ['`step`', 'Did you mean `steps`?'], hints: ['`glossary` or `ui`'] }],
  ['B15', 'content/notes.txt', { code: 'unknown-file', says: ['content/notes.txt'], hints: ['Remove it'] }],
  ['B15', `${steps}/notes.txt`, { code: 'unknown-file' }],
  ['B15', `${steps}/deeper/he.mdx`, { code: 'unknown-file' }],
  ['B15', 'content/steps/x/steps.yaml', { code: 'unknown-file', says: ['Did you mean `content/steps/x/step.yaml`?'] }],
  ['B15', 'content/steps/x/step.yml', { code: 'unknown-file', says: ['Did you mean `content/steps/x/step.yaml`?'] }],
  ['B15', `${steps}/HE2.mdx`, { code: 'file-name', says: ['upper-case'], hints: ['`he2.mdx`'] }],
];

test.each(wrong)('%s names what to make of %s', (_, path, expected) => {
  expectFaults(
    getFaults((tree) => tree.set(path, '')).filter(({ code }) => code !== 'unknown-locale' || expected.code === code),
    { file: path, ...expected },
  );
});

test.each(['content/README.md', 'content/LICENSE'])('B15 has a place for %s', (path) => {
  expectFaults(getFaults((tree) => tree.set(path, 'Text\n')));
});

test('B09 names a word file with a code as another system writes it', () => {
  const file = `${steps}/he_IL.mdx`;
  const faults = getFaults((tree) => tree.set(file, ''));
  expect(faults.map(({ code, file: found }) => `${code} ${found}`)).toEqual([`file-name ${file}`, `unknown-locale ${file}`]);
  expect(faults[1]?.hint).toContain(`${steps}/he.mdx`);
});

test('B15 names a file that differs from another only by case', () => {
  const file = `${steps}/HE.mdx`;
  const faults = getFaults((tree) => tree.set(file, ''));
  expect(faults.map(({ code }) => code).toSorted()).toEqual(['file-name', 'names-differ-by-case']);
  expect(faults.map(({ message }) => message).join(' ')).toContain(file);
  expect(faults.map(({ message }) => message).join(' ')).toContain(`${steps}/he.mdx`);
});

test.each([
  ['with separate accents', 'cafe\u0301', 'NFD', '`cafe`'],
  ['of other letters', 'café', 'plain ASCII', '`cafe`'],
  ['with upper-case letters', 'Cafe', 'upper-case', '`cafe`'],
  ['with a space', 'the cafe', 'plain ASCII', '`the-cafe`'],
])('B15 names the name to use for a folder %s', (_, id, says, hint) => {
  const file = `content/glossary/${id}/term.yaml`;
  const fault = getFaults((tree) => tree.set(file, 'formerIds: []\n')).find(({ code }) => code === 'file-name');
  expect(fault).toMatchObject({ file, message: expect.stringContaining(says), hint: expect.stringContaining(hint) });
});
