import { expect, test } from 'vitest';
import { localeTable } from '../../src/i18n/locales.ts';
import { append, expectFaults, getFaults, replace } from './fixture.ts';

const withFrench = { locales: [...localeTable, { id: 'fr', lang: 'fr', format: 'fr', script: 'latin', published: false, forms: ['plain'] } as const] };
const frenchUi =
  '{\n  "siteName": "Après l’erreur",\n  "done_one": "{{count}} sur {{total}}",\n  "done_many": "{{count}} sur {{total}}",\n  "done_other": "{{count}} sur {{total}}",\n  "stepTitle": "{{title}}"\n}\n';

test('B03 names the file to create, its fields and the command that makes it', () => {
  const file = 'content/steps/name-the-mistake/he.mdx';
  const faults = getFaults((tree) => tree.delete(file));
  expectFaults(faults, {
    code: 'missing-words',
    file,
    locale: 'he',
    says: ['Step `name-the-mistake`', '`he`', '`title`, `action` and `searchTerms`'],
    hints: ['npm run new -- words step name-the-mistake he', 'content/steps/name-the-mistake/en.mdx shows'],
  });
});

test('B03 points to another language where the reference is missing', () => {
  const faults = getFaults((tree) => tree.delete('content/tensions/short-or-long/en.yaml'));
  expectFaults(faults, { code: 'missing-words', locale: 'en', hints: ['content/tensions/short-or-long/ar.yaml shows'] });
});

test('B03 names the structure file that words lack', () => {
  const file = 'content/glossary/mistake/term.yaml';
  expectFaults(
    getFaults((tree) => tree.delete(file)),
    { code: 'missing-structure', file, says: ['Term `mistake`'], hints: [file] },
  );
});

test('B03 lets an unpublished language lack words, and no dictionary', () => {
  const faults = getFaults(() => undefined, withFrench);
  expectFaults(faults, { code: 'dictionary-missing', file: 'content/ui/fr.json', locale: 'fr', hints: ['content/ui/en.json'] });
});

test('B03 checks what an unpublished language has', () => {
  const file = 'content/steps/say-the-fix/fr.mdx';
  const faults = getFaults((tree) => tree.set('content/ui/fr.json', frenchUi).set(file, '---\ntitle: Dites la suite\n---\nTexte.\n'), withFrench);
  expectFaults(faults, { code: 'missing-field', file, locale: 'fr', field: 'action' }, { code: 'missing-field', file, field: 'searchTerms' });
});

test('B06 misses in one language a text that the others have', () => {
  const file = 'content/steps/name-the-mistake/ar.mdx';
  const faults = getFaults((tree) => replace(tree, file, 'say: «أخطأنا في حقّكم.»\n', ''));
  expectFaults(faults, { code: 'missing-in-language', file, locale: 'ar', field: 'say', says: ['`en`, `he` and `it` have one'], hints: ['`say:`'] });
});

test('B06 names the three that lack what one language has', () => {
  const faults = getFaults((tree) => replace(tree, 'content/steps/say-the-fix/it.mdx', 'searchTerms:', 'avoid: «Forse»\nsearchTerms:'));
  expect(faults.map(({ code, locale, field }) => `${code} ${locale} ${field}`)).toEqual(
    ['ar', 'en', 'he'].map((locale) => `missing-in-language ${locale} avoid`),
  );
});

test('finds a text that was copied from another language', () => {
  const faults = getFaults((tree) =>
    replace(tree, 'content/steps/say-the-fix/it.mdx', 'title: Spiega che cosa succede adesso', 'title: Tell them what comes next'),
  );
  expectFaults(faults, {
    code: 'same-text',
    file: 'content/steps/say-the-fix/it.mdx',
    line: 2,
    field: 'title',
    locale: 'it',
    says: ['content/steps/say-the-fix/en.mdx', '`Tell them what comes next`'],
  });
});

test('lets two languages share a short word', () => {
  const faults = getFaults((tree) => {
    for (const locale of ['it', 'en']) replace(tree, `content/glossary/mistake/${locale}.mdx`, 'title: ', 'title: Checklist # ');
  });
  expectFaults(faults);
});

test('B06 names the items on each side that have no counterpart', () => {
  const file = 'content/checklists/first-hour/ar.yaml';
  const faults = getFaults((tree) => replace(tree, file, 'lawyer-called:', 'lawyer-phoned:'));
  expectFaults(
    faults,
    {
      code: 'item-without-text',
      file,
      line: 3,
      locale: 'ar',
      field: 'items.lawyer-called',
      says: ['Checklist `first-hour` (ar) has no text for item `lawyer-called`.', '`lawyer-phoned`'],
      hints: [`Add \`lawyer-called:\` to ${file}.`],
    },
    {
      code: 'text-without-item',
      file,
      line: 4,
      column: 3,
      field: 'items.lawyer-phoned',
      says: ['checklist.yaml has no such item', '`lawyer-called`'],
      hints: ['Rename it to `lawyer-called`'],
    },
  );
});

test('B06 says nothing about the items of a list whose structure does not parse', () => {
  const faults = getFaults((tree) => replace(tree, 'content/checklists/first-hour/checklist.yaml', 'order: 1', 'order: [1'));
  expect(faults.filter(({ file }) => file.endsWith('he.yaml'))).toEqual([]);
  expect(faults.map(({ code }) => code)).toContain('yaml-syntax');
});

test('names every fault of a run together, sorted by file and line', () => {
  const faults = getFaults((tree) => {
    append(tree, 'content/steps/say-the-fix/step.yaml', 'colour: red\n');
    replace(tree, 'content/steps/say-the-fix/step.yaml', 'order: 2', 'order: two');
    tree.delete('content/glossary/mistake/he.mdx');
    replace(tree, 'content/ui/it.json', '"{{title}}"', '"{{name}}"');
  });
  expectFaults(
    faults,
    { code: 'missing-words', file: 'content/glossary/mistake/he.mdx' },
    { code: 'wrong-type', file: 'content/steps/say-the-fix/step.yaml', line: 2 },
    { code: 'unknown-field', file: 'content/steps/say-the-fix/step.yaml', line: 5 },
    { code: 'placeholders-differ', file: 'content/ui/it.json' },
  );
});
