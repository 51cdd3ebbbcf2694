import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkContent, createValidateOptions } from '../../src/build/check-content.ts';
import { createWords } from '../../src/build/new-words.ts';
import { formatPublishedIds, recordIds } from '../../src/build/record-ids.ts';
import { readContentTree } from '../../src/content/read-tree.ts';
import { validateContent } from '../../src/content/validate.ts';
import { createTree } from './fixture.ts';

let root = '';
const record = () => join(root, 'content/published-ids.yaml');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
  const tree = createTree();
  // One after the other, without promises, which for so many small files take longer than the files.
  for (const folder of new Set([...tree.keys()].map(dirname))) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, text] of tree) writeFileSync(join(root, path), text);
});

afterEach(() => rmSync(root, { recursive: true }));

test('reads the tree with forward slashes and without dot files', async () => {
  await writeFile(join(root, 'content/.DS_Store'), 'x');
  expect([...(await readContentTree(pathToFileURL(`${root}/`))).keys()].toSorted()).toEqual([...createTree().keys()].toSorted());
});

test('checkContent is silent where there is no fault', async () => {
  await expect(checkContent(root)).resolves.toBeUndefined();
});

test('checkContent throws all faults as one text', async () => {
  await rm(join(root, 'content/ui/he.json'));
  await rm(join(root, 'content/glossary/mistake/it.mdx'));
  await expect(checkContent(root)).rejects.toThrow(/content\/glossary\/mistake\/it\.mdx[\s\S]*content\/ui\/he\.json[\s\S]*2 faults in content\/\.$/u);
});

test('checkContent only prints warnings', async () => {
  const print = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const file = join(root, 'content/phases/own-up/en.mdx');
  await writeFile(file, `${await readFile(file, 'utf8')}\nPhone and/or write.\n`);
  await checkContent(root);
  expect(print).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/and\/or[\s\S]*1 warning in content\/\.$/u));
  print.mockRestore();
});

test('record-ids adds what is new, removes nothing, and keeps the comment at the head', async () => {
  await writeFile(record(), '# Ours.\n# Kept.\nstep: [gone-long-ago, name-the-mistake]\nitem: [facts-written]\n');
  const added = await recordIds(root);
  expect(added).toContain('step say-the-fix');
  expect(added).toContain('item lawyer-called');
  expect(added).not.toContain('step name-the-mistake');
  const text = await readFile(record(), 'utf8');
  expect(text).toContain('# Ours.\n# Kept.\nphase:\n  - listen\n  - own-up\nstep:\n  - gone-long-ago\n  - name-the-mistake\n  - say-the-fix\n');
  expect(text).not.toContain('home');
  expect(await recordIds(root)).toEqual([]);
  expect(await readFile(record(), 'utf8')).toBe(text);
});

test('record-ids makes the check content with a new id', async () => {
  await rm(record());
  await recordIds(root);
  const faults = validateContent(await readContentTree(root), createValidateOptions());
  expect(faults).toEqual([]);
  expect(await readFile(record(), 'utf8')).toMatch(/^# Every permanent id/u);
});

test('record-ids does not write over a record that it cannot read', async () => {
  await writeFile(record(), 'step: [a\n');
  await expect(recordIds(root)).rejects.toThrow(/published-ids\.yaml/u);
  expect(await readFile(record(), 'utf8')).toBe('step: [a\n');
});

test('a kind without ids is an empty list in the record', () => {
  expect(formatPublishedIds(new Map([['term', new Set<string>()]]), new Map(), '# x\n')).toBe('# x\nterm: []\n');
});

test('B03 the command makes a file whose empty fields the check then names', async () => {
  await rm(join(root, 'content/checklists/first-hour/he.yaml'));
  const path = await createWords(root, ['words', 'checklist', 'first-hour', 'he']);
  expect(path).toBe('content/checklists/first-hour/he.yaml');
  expect(await readFile(join(root, path), 'utf8')).toContain("# one finished state per item id\nitems:\n  lawyer-called: ''\n  facts-written: ''\n");
  const faults = validateContent(await readContentTree(root), createValidateOptions());
  expect(faults.map(({ code, field }) => `${code} ${field}`)).toEqual([
    'empty-field title',
    'empty-field description',
    'empty-field items.lawyer-called',
    'empty-field items.facts-written',
  ]);
});

test('B03 the command makes MDX for a step, with what may be left out as a comment', async () => {
  await rm(join(root, 'content/steps/say-the-fix/ar.mdx'));
  const path = await createWords(root, ['words', 'step', 'say-the-fix', 'ar']);
  const text = await readFile(join(root, path), 'utf8');
  expect(text).toMatch(/^---\n# title of the step.*\ntitle: ''\n[\s\S]*\n# say: ''\n[\s\S]*searchTerms: \[\]\n---\n$/u);
  const faults = validateContent(await readContentTree(root), createValidateOptions());
  expect(new Set(faults.map(({ file }) => file))).toEqual(new Set([path]));
  expect(faults.map(({ code }) => code).toSorted()).toEqual(['empty-body', 'empty-field', 'empty-field', 'too-few']);
});

test.each([
  [[], 'Usage: npm run new'],
  [['words', 'step', 'say-the-fix'], 'Usage: npm run new'],
  [['words', 'stpe', 'say-the-fix', 'he'], 'no kind `stpe`'],
  [['words', 'step', 'say-the-fxi', 'he'], 'Did you mean `say-the-fix`?'],
  [['words', 'step', 'say-the-fix', 'de'], 'no language `de`'],
  [['words', 'step', 'say-the-fix', 'he'], 'exists already'],
  [['words', 'constructor', 'x', 'he'], 'no kind `constructor`'],
])('the command given %j says what is wrong', async (parts, message) => {
  const before = await readContentTree(root);
  await expect(createWords(root, parts)).rejects.toThrow(message);
  expect(await readContentTree(root)).toEqual(before);
});

test('the commands run as programs', async () => {
  const script = (name: string) => fileURLToPath(new URL(`../../src/build/${name}.ts`, import.meta.url));
  const run = (name: string, ...args: string[]) =>
    promisify(execFile)(process.execPath, ['--experimental-strip-types', '--no-warnings', script(name), ...args]);
  await expect(run('new-words', 'words', 'step', 'nothing-of-this-name', 'he')).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('There is no step `nothing-of-this-name`'),
  });
});
