import { expect, test } from 'vitest';
import { append, type Expected, expectFaults, getFaults, replace } from './fixture.ts';

const it = 'content/steps/name-the-mistake/it.mdx';
const he = 'content/steps/name-the-mistake/he.mdx';

test.each([
  ['U+200E', '\u200E', 'direction mark'],
  ['U+200F', '\u200F', 'direction mark'],
  ['U+061C', '\u061C', 'direction mark'],
  ['U+202E', '\u202E', 'direction mark'],
  ['U+2067', '\u2067', 'direction mark'],
  ['U+FFFD', '\uFFFD', 'letter that was lost'],
  ['U+0007', '\u0007', 'control'],
  ['U+200B', '\u200B', 'invisible'],
  ['U+FEFF', '\uFEFF', 'invisible'],
  ['U+E000', '\uE000', 'private use'],
])('B14 names place and code point of %s', (codePoint, character, says) => {
  const faults = getFaults((tree) => append(tree, it, `\nabc ${character}def\n`));
  expectFaults(
    faults.filter(({ code }) => code === 'forbidden-character'),
    { file: it, line: 19, column: 5, locale: 'it', says: [codePoint, says] },
  );
  for (const { message, hint } of faults) expect(message + hint).not.toContain(character);
});

test('B14 finds them in structure files and behind their numbers', () => {
  const escaped = getFaults((tree) => replace(tree, 'content/ui/it.json', 'Dopo', 'Do\\u202Epo'));
  expectFaults(escaped, { code: 'forbidden-character', file: 'content/ui/it.json', line: 2, field: 'siteName', says: ['U+202E'] });
  expectFaults(
    getFaults((tree) => append(tree, it, '\nabc &#x202E;def\n')),
    { code: 'forbidden-character', file: it, line: 19, says: ['U+202E'] },
  );
  expectFaults(
    getFaults((tree) => append(tree, 'content/phases/listen/phase.yaml', '# \u202E\n')),
    { code: 'forbidden-character', file: 'content/phases/listen/phase.yaml', line: 2, column: 3 },
  );
});

test('B14 names letters that are not in normal form C', () => {
  const faults = getFaults((tree) => append(tree, it, '\nIl caffe\u0300.\n'));
  expectFaults(faults, { code: 'not-normal-form', file: it, line: 19, column: 8, says: ['U+0065 U+0300', 'U+00E8'], hints: ['NFC'] });
});

test('B14 names the foreign letter in a word', () => {
  const faults = getFaults((tree) => append(tree, it, '\nUna p\u0430rola.\n'));
  expectFaults(faults, { code: 'mixed-scripts', file: it, line: 19, column: 6, says: ['Latin and Cyrillic', 'U+0430'] });
});

const mixed: readonly (readonly [string, string, Expected])[] = [
  ['Hebrew and Latin', 'הCRM שלנו.', { code: 'mixed-scripts', column: 2, says: ['Latin and Hebrew', 'U+0043'] }],
  ['Hebrew and Arabic', 'שלוםسلام.', { code: 'mixed-scripts', column: 5 }],
];

test.each(mixed)('B14 refuses a word of %s letters', (_, text, expected) => {
  const faults = getFaults((tree) => append(tree, he, `\n${text}\n`)).filter(({ code }) => code === 'mixed-scripts');
  expectFaults(faults, { file: he, line: 19, ...expected });
});

test('B14 lets a search term join a prefix to a foreign word, as people type it', () => {
  expectFaults(getFaults((tree) => replace(tree, he, '  - טעות', '  - הCRM נפל')));
  expectFaults(
    getFaults((tree) => replace(tree, he, '  - טעות', '  - ה\u0441')),
    { code: 'mixed-scripts', file: he, line: 6 },
  );
});
