import { expect, test } from 'vitest';
import { formatFaults } from '../../src/content/faults.ts';
import { validateContent } from '../../src/content/validate.ts';
import { createTree, getFaults, smallOptions as options, replace } from './fixture.ts';

/** A random number below `limit`, the same in every run (mulberry32). */
function createRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

const telling = [...'-:{}[]<>"\'#&*!|%@`\\,\n\t \u0000'].map((character) => character.charCodeAt(0));

/** Changes, adds or removes a few bytes of a file; half of the bytes are ones that mean something to YAML, JSON or MDX. */
function damage(text: string, random: (limit: number) => number): Uint8Array {
  const bytes = [...new TextEncoder().encode(text)];
  for (let change = 0; change <= random(4); change++) {
    const byte = random(2) ? (telling[random(telling.length)] ?? 0) : random(256);
    bytes.splice(random(bytes.length + 1), random(3), ...(random(2) ? [byte] : []));
  }
  return Uint8Array.from(bytes);
}

/** A file of each sort: structure, words in MDX and YAML, dictionary, record. */
const oneOfEach = [
  'content/steps/say-the-fix/step.yaml',
  'content/steps/say-the-fix/en.mdx',
  'content/checklists/first-hour/he.yaml',
  'content/ui/en.json',
  'content/published-ids.yaml',
];

const runs = process.env['FULL'] ? 600 : 30;

test('never throws, whatever bytes its files hold', () => {
  const random = createRandom(20_260_314);
  const whole = createTree();
  const paths = [...whole.keys()];
  let damaged = 0;
  for (let run = 0; run < runs; run++) {
    const tree = createTree();
    for (let file = 0; file < 6; file++) {
      const path = paths[random(paths.length)] ?? '';
      tree.set(path, damage(String(whole.get(path)), random));
    }
    const faults = validateContent(tree, options);
    if (faults.length > 0) damaged++;
    // A check that ends by an exception has met something it did not foresee.
    expect(faults.filter(({ code }) => code === 'check-failed')).toEqual([]);
  }
  expect(damaged).toBeGreaterThan(runs / 2);
}, 120_000);

test.each([
  ['nothing at all', ''],
  ['a number', '7'],
  ['a list', '- a\n- b\n'],
  ['null', 'null'],
  ['fields without end', `---\n${'a: '.repeat(2000)}`],
  ['lists within lists', `a: ${'['.repeat(20_000)}`],
  ['half a surrogate pair', '---\ntitle: \uD83D\n---\n\uDE00 {x'],
  ['bytes of a picture', '\u0089PNG\r\n\u001A\n\u0000\u0000'],
])(
  'never throws where files hold %s',
  (_, text) => {
    const tree = createTree();
    for (const path of oneOfEach) tree.set(path, text);
    const faults = validateContent(tree, options);
    expect(faults.filter(({ code }) => code === 'check-failed')).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  },
  120_000,
);

test('finds no thing in a tree without files', () => {
  expect(new Set(validateContent(new Map(), options).map(({ code }) => code))).toEqual(new Set(['dictionary-missing', 'unpublished-record']));
});

test('B21 finds the same whatever the order of the files', () => {
  const tree = createTree();
  replace(tree, 'content/steps/say-the-fix/step.yaml', 'order: 2', 'order: 1');
  replace(tree, 'content/steps/say-the-fix/it.mdx', 'Spiega che cosa succede adesso', 'Tell them what comes next');
  replace(tree, 'content/checklists/first-hour/checklist.yaml', 'facts-written', 'say-the-fix');
  tree.set('content/Steps/x.md', 'x').set('content/steps/X.md', 'x').set('content/steps/x.md', 'x');
  tree.delete('content/ui/he.json');
  const report = formatFaults(validateContent(tree, options));
  const random = createRandom(7);
  for (let run = 0; run < 5; run++) {
    const shuffled = [...tree].map((entry) => ({ entry, key: random(1_000_000) })).toSorted((a, b) => a.key - b.key);
    expect(formatFaults(validateContent(new Map(shuffled.map(({ entry }) => entry)), options))).toBe(report);
  }
  expect(report.length).toBeGreaterThan(500);
});

test('B21 does not change what it reads', () => {
  const tree = createTree();
  validateContent(tree, options);
  expect(tree).toEqual(createTree());
});

test('shows hostile words in messages as text', () => {
  const report = formatFaults(getFaults((tree) => replace(tree, 'content/steps/say-the-fix/step.yaml', 'own-up', '"\u001B[31m\u202E\\u0007own"')));
  expect(report).toContain('<U+001B>[31m<U+202E><U+0007>own');
  expect(report).not.toMatch(/[\u001B\u202E\u0007]/u);
});
