import { expect, test } from 'vitest';
import { parseMdx } from '../../src/content/mdx-body.ts';
import { append, type Expected, expectFaults, getFaults, replace } from './fixture.ts';

const step = 'content/steps/name-the-mistake/en.mdx';
const about = 'content/pages/about/en.mdx';

/** Faults after a paragraph is added on line 19 of the step. */
function getFaultsOf(body: string) {
  return getFaults((tree) => append(tree, step, `\n${body}\n`));
}

const deadLinks: readonly (readonly [string, Expected])[] = [
  [
    'step:name-the-mistak',
    { code: 'dead-link', says: ['step `name-the-mistak`', 'Did you mean `step:name-the-mistake`?'], hints: ['`step:name-the-mistake`'] },
  ],
  ['step:own-up', { code: 'dead-link', says: ['It is the id of a phase.'], hints: ['`phase:own-up`'] }],
  ['step:say-it', { code: 'dead-link', says: ['former id of a step'], hints: ['`step:say-the-fix`'] }],
  ['page:contact', { code: 'dead-link', says: ['page `contact`'], hints: ['Write the id of a page'] }],
  ['stpe:name-the-mistake', { code: 'link-scheme', says: ['`stpe:`', 'Did you mean `step:name-the-mistake`?'], hints: ['`https:`'] }],
  ['/en/guide/own-up/#name-the-mistake', { code: 'relative-link', says: ['within a site'], hints: ['`step:name-the-mistake`'] }],
  ['../about/', { code: 'relative-link', hints: ['`page:about`'] }],
  ['#nowhere', { code: 'relative-link', hints: ['kind and id'] }],
  ['//example.org/x', { code: 'relative-link' }],
  ['http://example.org', { code: 'link-scheme', hints: ['https:'] }],
  ['javascript:alert(1)', { code: 'link-scheme', says: ['`javascript:`'] }],
  ['JavaScript:alert', { code: 'link-scheme' }],
  ['data:text/html,x', { code: 'link-scheme' }],
  ['https://', { code: 'bad-address' }],
  ['mailto:nobody', { code: 'bad-address' }],
];

test.each(deadLinks)('B08 refuses the link %s and says what to write', (address, expected) => {
  expectFaults(getFaultsOf(`A [link](${address}).`), { file: step, line: 19, column: 3, locale: 'en', ...expected });
});

test.each([
  ...[
    'step:say-the-fix',
    'phase:listen',
    'checklist:first-hour',
    'item:lawyer-called',
    'source:first-article',
    'tension:short-or-long',
    'term:mistake',
    'message:first-mail',
  ],
  ...['triage:talk-now', 'page:about', 'https://example.org/x?y=1#z', 'mailto:someone@example.org'],
])('B08 takes the link %s', (address) => {
  expectFaults(getFaultsOf(`A [link](${address}).`));
});

test('B08 refuses a link without words', () => {
  expectFaults(getFaultsOf('A [](page:about).'), { code: 'link-without-words', line: 19, says: ['`page:about`'] });
});

test('B08 finds what looks like a link and is none', () => {
  expectFaults(
    getFaultsOf('A [link] (page:about) and [another](page:about us).'),
    { code: 'language-rule', line: 19, column: 8, says: ['looks like a link'] },
    { code: 'language-rule', line: 19, column: 35 },
  );
});

const syntax: readonly (readonly [string, string, Expected])[] = [
  ['an unclosed tag', 'A <mark>word.', { code: 'mdx-syntax', column: 3, says: ['closing tag for `<mark>`'] }],
  ['a brace', 'A {word}.', { code: 'mdx-code', column: 3, says: ['`{` begins code'], hints: ['## Title {#id}'] }],
  ['a brace that is never closed', 'A { word.', { code: 'mdx-code', column: 3 }],
  ['an import', "import Box from './box.astro'", { code: 'mdx-code', column: 1, says: ['`import` begins code'] }],
  ['an export', 'export const a = 1', { code: 'mdx-code', column: 1, says: ['`export` begins code'] }],
  ['an unknown component', 'A <Callout>word</Callout>.', { code: 'unknown-component', column: 3, says: ['`<Callout>`', '`<mark>` and `<bdi>`'] }],
  ['a misspelt element', 'A <mrak>word</mrak>.', { code: 'unknown-component', says: ['Did you mean `mark`?'], hints: ['`<mark>`'] }],
  ['an element of HTML', 'A <b>word</b>.', { code: 'html-not-allowed', column: 3, says: ['`<b>`'] }],
  ['a comment', 'A <!-- word -->.', { code: 'mdx-syntax', column: 3 }],
  ['an attribute of mark', 'A [x](page:about) <bdi>word</bdi>.', { code: 'element-attributes', column: 19, hints: ['<bdi dir="ltr">'] }],
  ['a table', 'a | b\n--|--\nc | d', { code: 'mark-not-allowed', column: 1, says: ['a table'] }],
  ['a line of dashes', '***', { code: 'mark-not-allowed', says: ['a line of dashes'] }],
  ['a footnote', 'A word[^1].\n\n[^1]: Note.', { code: 'mark-not-allowed', says: ['a footnote'] }],
];

test.each(syntax)('B10 names line and column of %s', (_, body, expected) => {
  const [first, ...others] = getFaultsOf(body);
  expectFaults(first ? [first] : [], { file: step, line: 19, locale: 'en', ...expected });
  expect(new Set(others.map(({ code }) => code))).toEqual(new Set(expected.says?.includes('a footnote') ? ['mark-not-allowed'] : []));
});

test('B10 lets words such as import begin a line within a paragraph', () => {
  expectFaults(getFaultsOf('Tell them about the\nimport duties.'));
});

test('B10 takes <bdi> with its direction, and finds a space within', () => {
  expectFaults(getFaultsOf('A <bdi dir="rtl">שלום</bdi> word.'));
  expectFaults(getFaultsOf('A <bdi dir="rtl">שלום </bdi>word.'), { code: 'space-in-isolation', line: 19, column: 3 });
});

test.each([
  ['brackets in braces', `{${'('.repeat(20_000)}`],
  ['brackets in an export', `export const a = ${'('.repeat(20_000)}`],
  ['brackets after a backslash', `\\\\{${'('.repeat(20_000)}`],
  ['brackets in an attribute', `<a b={${'('.repeat(20_000)}}/>`],
  ['brackets after a byte-order mark', `\uFEFFexport const a = ${'('.repeat(20_000)}`],
  ['brackets after a lone carriage return', `a\r\rexport const a = ${'('.repeat(20_000)}`],
  ['quotations', `${'>'.repeat(5000)} a`],
])('B10 survives 20,000 nested %s, which would end the process', (_, body) => {
  expect(() => parseMdx(body)).not.toThrow();
});

test('B10 does not read a body of absurd length', () => {
  expect(getFaultsOf('word '.repeat(20_000))[0]).toMatchObject({ code: 'mdx-syntax', file: step });
});

const images: readonly (readonly [string, string, Expected])[] = [
  ['whose file is missing', '![A hand](hand.png)', { code: 'image-missing', says: ['`content/steps/name-the-mistake/hand.png`'] }],
  ['without words', '![](there.png)', { code: 'image-without-alt', hints: ['between the brackets'] }],
  ['of another site', '![A hand](https://example.org/hand.png)', { code: 'foreign-address', says: ['`https://example.org/hand.png`'] }],
  ['that is too large', '![A hand](large.png)', { code: 'image-too-large', says: ['301 kB', '300'] }],
];

test.each(images)('B13 refuses an image %s', (_, body, expected) => {
  const folder = step.replace('en.mdx', '');
  const faults = getFaults((tree) => {
    tree.set(`${folder}there.png`, new Uint8Array(10)).set(`${folder}large.png`, new Uint8Array(300_001));
    append(tree, step, `\n${body}\n`);
    append(tree, step.replace('en.mdx', 'it.mdx'), '\n![Una mano](there.png) ![Una mano](large.png)\n');
  });
  expectFaults(
    faults.filter(({ locale }) => locale === 'en'),
    { file: step, line: 19, column: 1, ...expected },
  );
});

test('B13 names an image that no text shows', () => {
  const file = 'content/pages/about/hand.png';
  expectFaults(
    getFaults((tree) => tree.set(file, new Uint8Array(1))),
    { code: 'unused-image', file },
  );
});

const foreign: readonly (readonly [string, string, Expected])[] = [
  ['script', 'A <script src="https://example.org/x.js"></script>.', { code: 'foreign-element', says: ['`<script>`'] }],
  ['iframe', 'A <iframe src="https://example.org/"/>.', { code: 'foreign-element', says: ['`<iframe>`'] }],
  ['inline handler', 'A <mark onclick="alert(1)">word</mark>.', { code: 'inline-handler', says: ['`onclick`'] }],
  ['address of another site', 'A <img src="https://example.org/x.png" alt="x"/>.', { code: 'foreign-address', says: ['`src`', '`<img>`'] }],
  ['address without a scheme', 'A <img src="//example.org/x.png" alt="x"/>.', { code: 'foreign-address' }],
];

test.each(foreign)('B18 refuses an %s', (_, body, expected) => {
  expectFaults(getFaultsOf(body).slice(0, 1), { file: step, line: 19, column: 3, ...expected });
});

test('B19 misses the text of a step', () => {
  const file = 'content/steps/say-the-fix/en.mdx';
  expectFaults(
    getFaults((tree) => tree.set(file, `${String(tree.get(file)).split('\n---\n')[0]}\n---\n\n`)),
    { code: 'empty-body', file, locale: 'en', hints: [file] },
  );
});

test('B19 misses the text of a phase only if it has steps', () => {
  const file = 'content/phases/own-up/en.mdx';
  // The phase `listen` has neither steps nor a text, and is without fault.
  const faults = getFaults((tree) => replace(tree, file, '---\nSay what went wrong and when it happened.\n', '---\n'));
  expectFaults(faults, { code: 'empty-body', file, says: ['has steps'] });
});

test('B19 misses the text of a page that is nothing without one', () => {
  const faults = getFaults((tree) => replace(tree, 'content/pages/home/en.mdx', '---\nSay what went wrong and when it happened.\n', '---\n'));
  expectFaults(faults, { code: 'empty-body', file: 'content/pages/home/en.mdx' });
});

test('B19 misses the title of a page', () => {
  expectFaults(
    getFaults((tree) => replace(tree, about, 'title: After the mistake\n', '')),
    { code: 'missing-field', file: about, field: 'title', says: ['the heading of the page'] },
  );
});

test('B19 names the line of a heading that skips a level', () => {
  const faults = getFaults((tree) => replace(tree, about, '### After', '#### After'));
  expectFaults(faults, { code: 'heading-jump', file: about, line: 9, says: ['level 4 follows one of level 2'], hints: ['###.'] });
});

test('B19 leaves the first level to the title', () => {
  expectFaults(
    getFaults((tree) => replace(tree, about, '## mistake', '# mistake')),
    { code: 'heading-of-first-level', line: 5 },
    { code: 'heading-jump', line: 9 },
  );
});

test('B19 lets only pages have headings', () => {
  expectFaults(getFaultsOf('## Why {#why}'), { code: 'heading-not-allowed', file: step, line: 19 });
});

test('B19 refuses a heading without words', () => {
  expectFaults(
    getFaults((tree) => replace(tree, about, '## mistake {#privacy}', '## {#privacy}')),
    { code: 'heading-empty', line: 5 },
  );
});

test('B05 names both lines of a heading id', () => {
  const faults = getFaults((tree) => replace(tree, about, '{#ticks}', '{#privacy}'));
  expect(faults.find(({ code }) => code === 'heading-id-twice')).toMatchObject({ file: about, line: 9, message: expect.stringContaining('after line 5') });
});

test('B06 names the headings that a language lacks', () => {
  const file = 'content/pages/about/he.mdx';
  const faults = getFaults((tree) => replace(tree, file, '{#ticks}', '{#tiks}'));
  expectFaults(faults, { code: 'headings-differ', file, locale: 'he', says: [about, 'missing `ticks`', 'only here `tiks`'], hints: ['`privacy` and `ticks`'] });
});

test('B06 misses the permanent id of a heading', () => {
  const faults = getFaults((tree) => replace(tree, about, ' {#ticks}', ''));
  expect(faults.find(({ code }) => code === 'heading-without-id')).toMatchObject({ file: about, line: 9 });
});

test('marks at most one clause of a step', () => {
  expectFaults(getFaultsOf('A <mark>second</mark> one.'), { code: 'second-mark', file: step, line: 19, column: 3 });
});
