import { expect, test } from 'vitest';
import { append, type Expected, expectFaults, getFaults, replace, type Tree } from './fixture.ts';

const record = 'content/published-ids.yaml';
const list = 'content/checklists/first-hour/checklist.yaml';
const step = 'content/steps/name-the-mistake/step.yaml';

/** Gives the tension another id, in content and record. */
function renameTension(tree: Tree, id: string): void {
  for (const [path, text] of [...tree].filter(([name]) => name.startsWith('content/tensions/'))) {
    tree.delete(path);
    tree.set(path.replace('short-or-long', id), text);
  }
  replace(tree, record, 'tension: [short-or-long]', `tension: [${JSON.stringify(id)}]`);
}

test('B05 names both places of an id that two kinds have', () => {
  const faults = getFaults((tree) => renameTension(tree, 'name-the-mistake'));
  expectFaults(faults, {
    code: 'duplicate-id',
    file: 'content/tensions/name-the-mistake/tension.yaml',
    says: ['`name-the-mistake`', 'to a tension here', `to a step in ${step}`],
    hints: ['another id'],
  });
});

test('B05 does not let an item have the id of a step', () => {
  const faults = getFaults((tree) => {
    replace(tree, list, 'id: facts-written', 'id: say-the-fix');
    replace(tree, record, 'facts-written', 'say-the-fix');
    for (const locale of ['he', 'ar', 'it', 'en']) replace(tree, `content/checklists/first-hour/${locale}.yaml`, 'facts-written', 'say-the-fix');
  });
  expectFaults(faults, { code: 'duplicate-id', file: 'content/steps/say-the-fix/step.yaml', says: ['to a step here', `to an item in ${list}:6`] });
});

test('B05 names an item that stands twice in a list', () => {
  const faults = getFaults((tree) => append(tree, list, '  - id: lawyer-called\n    steps: [say-the-fix]\n'));
  expectFaults(faults, { code: 'duplicate-id', file: list, line: 8, column: 9, says: [`${list}:4`] });
});

test('B05 does not let a former id be the id of another thing', () => {
  const faults = getFaults((tree) => append(tree, step, 'formerIds: [lawyer-called]\n'));
  expectFaults(faults, { code: 'duplicate-id', file: step, line: 4, says: ['as a former id of step `name-the-mistake`', `${list}:4`], hints: ['formerIds'] });
});

test('B05 does not let two things have the same former id', () => {
  const faults = getFaults((tree) => append(tree, step, 'formerIds: [say-it]\n'));
  expectFaults(faults, { code: 'duplicate-id', says: ['`say-it`', 'as a former id'] });
});

test('B05 lets a page have the id of another thing', () => {
  const faults = getFaults((tree) => {
    for (const [path, text] of [...tree]) if (path.startsWith('content/pages/home/')) tree.set(path.replace('home', 'own-up'), text);
  });
  expectFaults(faults);
});

test('B05 names an idea that two sources have', () => {
  const faults = getFaults((tree) => {
    for (const [path, text] of [...tree])
      if (path.startsWith('content/sources/')) tree.set(path.replace('first-article', 'second-article'), String(text).replace('order: 1', 'order: 2'));
    replace(tree, record, '[first-article]', '[first-article, second-article]');
  });
  const duplicates = faults.filter(({ code }) => code === 'duplicate-id');
  expect(duplicates.map(({ file, line, field }) => `${file}:${line} ${field}`)).toEqual(
    ['H01', 'H02', 'HN'].map((idea, index) => `content/sources/second-article/source.yaml:${index + 5} ideas.${idea}`),
  );
});

test('B07 misses an id that was published and is gone, and proposes the new one', () => {
  const faults = getFaults((tree) => renameTension(tree, 'short-or-very-long'));
  expectFaults(faults);
  const renamed = getFaults((tree) => {
    renameTension(tree, 'short-or-longer');
    replace(tree, record, 'short-or-longer', 'short-or-long');
  });
  expectFaults(
    renamed,
    {
      code: 'id-vanished',
      file: record,
      line: 8,
      field: 'tension',
      says: ['tension `short-or-long`', 'stored ticks'],
      hints: ['formerIds: [short-or-long]', '`short-or-longer`?'],
    },
    { code: 'id-not-recorded', file: 'content/tensions/short-or-longer/tension.yaml', says: ['`short-or-longer`'], hints: ['npm run record-ids'] },
  );
});

test('B07 is content with a vanished id among the former ids of its kind', () => {
  const faults = getFaults((tree) => {
    renameTension(tree, 'short-or-longer');
    replace(tree, record, '"short-or-longer"', 'short-or-long, short-or-longer');
    append(tree, 'content/tensions/short-or-longer/tension.yaml', 'formerIds: [short-or-long]\n');
  });
  expectFaults(faults);
});

test('B07 is not content with it among the former ids of another kind', () => {
  const faults = getFaults((tree) => {
    renameTension(tree, 'short-or-longer');
    replace(tree, record, '"short-or-longer"', 'short-or-long, short-or-longer');
    append(tree, step, 'formerIds: [short-or-long]\n');
  });
  expectFaults(faults, { code: 'id-vanished', says: ['tension `short-or-long`'] });
});

test('B07 records items under a kind of their own', () => {
  const faults = getFaults((tree) => replace(tree, record, 'item: [facts-written, lawyer-called]', 'item: [lawyer-called]'));
  expectFaults(faults, { code: 'id-not-recorded', file: list, line: 6, says: ['item `facts-written`'] });
});

test('B07 asks for the record where there is none', () => {
  expectFaults(
    getFaults((tree) => tree.delete(record)),
    { code: 'unpublished-record', file: record, hints: ['npm run record-ids'] },
  );
});

test('B07 names a kind that the record cannot have', () => {
  const faults = getFaults((tree) => replace(tree, record, 'term: [mistake]', 'terms: [mistake]'));
  expect(faults.find(({ code }) => code === 'record-kind')).toMatchObject({ file: record, line: 9, message: expect.stringContaining('Did you mean `term`?') });
});

test('B07 names an entry of the record that is no list of ids', () => {
  const faults = getFaults((tree) => replace(tree, record, 'term: [mistake]', 'term: [mistake, 7]'));
  expectFaults(faults, { code: 'record-entry', file: record, line: 9, says: ['`term`'] });
});

// From the collection of hostile ids: what people and programs have put where an id is due.
const hostileIds: readonly (readonly [string, string | undefined])[] = [
  ...['a', 'step-1', 'then', 'length', 'null', 'undefined'].map((id) => [id, undefined] as const),
  ...[
    '1',
    'step_1',
    '__proto__',
    'constructor',
    '0',
    '-1',
    'a'.repeat(300),
    'a'.repeat(100_000),
    '<b>',
    '"',
    "'",
    ',',
    ';',
    '.',
    '~',
    '%',
    '#',
    '?',
    '&',
    'a,b',
    'a.b',
  ].map((id) => [id, 'folder-name'] as const),
  ...[
    ' ',
    '%2C',
    'STEP-1',
    'step 1',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'NaN',
    'שלב',
    'خطوة',
    'étape',
    'e\u0301tape',
    '\n',
    '\u0000',
    '\u202E',
    '😀',
  ].map((id) => [id, 'file-name'] as const),
];

test.each(hostileIds)('takes the id %j only if it is one', (id, code) => {
  const faults = getFaults((tree) => renameTension(tree, id)).filter(
    ({ file, code: found }) => file.startsWith('content/tensions/') && found !== 'id-not-recorded',
  );
  if (code === undefined) expectFaults(faults);
  else {
    expect(faults.length).toBeGreaterThan(0);
    expect(new Set(faults.map((fault) => fault.code))).toEqual(new Set([code]));
    for (const fault of faults) expect(fault.message.length).toBeLessThan(400);
  }
});

test.each(['../x', 'a/b', ''])('does not take the path that the id %j makes for a thing', (id) => {
  const faults = getFaults((tree) => tree.set(`content/tensions/${id}/tension.yaml`, 'order: 1\n'));
  expect(faults.some(({ file }) => file === `content/tensions/${id}/tension.yaml`)).toBe(true);
});

const unknown: readonly (readonly [string, string, string, Expected])[] = [
  [
    'a phase',
    step,
    'phase: own-up|phase: own-upp',
    { field: 'phase', line: 1, says: ['names the phase `own-upp`', 'Did you mean `own-up`?'], hints: ['`own-up`'] },
  ],
  ['the phase of a list', list, 'nextStep: say-the-fix|phase: ownup', { field: 'phase', line: 2, says: ['`ownup`'] }],
  [
    'the step of an item',
    list,
    '[name-the-mistake]|[name-mistake]',
    { field: 'items.0.steps.0', line: 5, says: ['step `name-mistake`', '`name-the-mistake`'] },
  ],
  [
    'a step of a tension',
    'content/tensions/short-or-long/tension.yaml',
    '[name-the-mistake]|[own-up]',
    { field: 'steps.0', says: ['It is the id of a phase.'] },
  ],
  [
    'a source of a tension',
    'content/tensions/short-or-long/tension.yaml',
    '[first-article]|[first-artikle]',
    { field: 'sources.0', says: ['source `first-artikle`'] },
  ],
  [
    'a step of a message',
    'content/messages/first-mail/message.yaml',
    '[name-the-mistake]|[nonsense]',
    { field: 'moves.1.steps.0', hints: ['Write the id of a step'] },
  ],
  [
    'the way on of a question',
    'content/triage/is-it-serious/triage.yaml',
    'notSure: talk-now|notSure: talk-later',
    { field: 'notSure', line: 5, says: ['triage `talk-later`'] },
  ],
  ['a list of an outcome', 'content/triage/talk-now/triage.yaml', '[first-hour]|[first-hours]', { field: 'checklists.0', line: 3 }],
  ['a message of an outcome', 'content/triage/talk-now/triage.yaml', '[first-mail]|[second-mail]', { field: 'messages.0', line: 4 }],
];

test.each(unknown)('names the nearest id where a file names %s that is not there', (_, file, change, expected) => {
  const [from = '', to = ''] = change.split('|');
  const faults = getFaults((tree) => replace(tree, file, from, to)).filter(({ code }) => code === 'unknown-reference');
  expectFaults(faults, { code: 'unknown-reference', file, ...expected });
});

test('says which id to write in place of a former one', () => {
  const faults = getFaults((tree) => replace(tree, list, '[name-the-mistake]', '[say-it]'));
  expectFaults(faults, { code: 'unknown-reference', file: list, line: 5, says: ['`say-it`, a former id'], hints: ['Write `say-the-fix`'] });
});

test('names a step that stands twice in one list', () => {
  const faults = getFaults((tree) => replace(tree, list, '[name-the-mistake]', '[name-the-mistake, name-the-mistake]'));
  expectFaults(faults, { code: 'repeated-reference', file: list, line: 5, field: 'items.0.steps.1' });
});

test('asks for one beginning of the triage', () => {
  const question = 'content/triage/is-it-serious/triage.yaml';
  expectFaults(
    getFaults((tree) => replace(tree, question, 'first: true\n', '')),
    { code: 'triage-without-start', file: question, hints: ['first: true'] },
  );
  const twice = getFaults((tree) => {
    for (const [path, text] of [...tree]) if (path.startsWith('content/triage/is-it-serious/')) tree.set(path.replace('is-it-serious', 'is-it-urgent'), text);
    replace(tree, record, '[is-it-serious,', '[is-it-serious, is-it-urgent,');
  });
  expectFaults(twice, { code: 'second-triage-start', file: 'content/triage/is-it-urgent/triage.yaml', line: 2, says: [question] });
});

test('B06 names both siblings of one order', () => {
  const faults = getFaults((tree) => replace(tree, 'content/steps/say-the-fix/step.yaml', 'order: 2', 'order: 1'));
  expectFaults(faults, {
    code: 'order-taken',
    file: 'content/steps/say-the-fix/step.yaml',
    line: 2,
    field: 'order',
    says: ['order 1 in phase `own-up`', step],
  });
});

test('B06 names the number that is missing in an order', () => {
  const faults = getFaults((tree) => replace(tree, 'content/phases/listen/phase.yaml', 'order: 2', 'order: 4'));
  expectFaults(faults, { code: 'order-gap', file: 'content/phases/listen/phase.yaml', line: 1, says: ['order 4, and nothing has 2'], hints: ['1 to 2'] });
});

test('B06 numbers the steps of each phase by themselves', () => {
  const faults = getFaults((tree) => replace(tree, 'content/steps/say-the-fix/step.yaml', 'phase: own-up\norder: 2', 'phase: listen\norder: 1'));
  expect(faults.filter(({ code }) => code.startsWith('order'))).toEqual([]);
});

test('names an idea that no source has', () => {
  const faults = getFaults((tree) => replace(tree, 'content/pages/home/page.yaml', '[H01]', '[H01, H03]'));
  expectFaults(faults, {
    code: 'unknown-idea',
    file: 'content/pages/home/page.yaml',
    line: 1,
    column: 14,
    field: 'ideas.1',
    says: ['Page `home` cites the idea `H03`'],
    hints: ['content/sources/'],
  });
});

test('does not let noise be cited', () => {
  const faults = getFaults((tree) => append(tree, 'content/phases/own-up/phase.yaml', 'ideas: [HN]\n'));
  expect(faults.find(({ code }) => code === 'noise-cited')).toMatchObject({
    file: 'content/phases/own-up/phase.yaml',
    line: 2,
    message: expect.stringContaining('content/sources/first-article/source.yaml:7'),
  });
});

test('B06 misses the sentence of a source for a cited idea', () => {
  const file = 'content/sources/first-article/he.mdx';
  const faults = getFaults((tree) => replace(tree, file, '  H02: ספרו ללקוח מה יקרה עכשיו\n', ''));
  expectFaults(faults, { code: 'idea-without-text', file, line: 4, locale: 'he', field: 'ideas.H02', says: ['`H02`', step], hints: ['`H02:`'] });
});

test('B06 names a sentence for an idea that the source does not have', () => {
  const file = 'content/sources/first-article/he.mdx';
  const faults = getFaults((tree) => replace(tree, file, '  H02:', '  T05: ספרו\n  H02:'));
  expectFaults(faults, { code: 'text-of-unknown-idea', file, line: 6, locale: 'he', field: 'ideas.T05', says: ['source `first-article`'] });
});

test.each([
  ['2014-13', 'bad-date'],
  ['April 2014', 'bad-date'],
  ['2014-04-01', 'bad-date'],
  ['2026-04', 'future-date'],
  ['2027', 'future-date'],
])('B17 refuses the date %s of a source', (date, code) => {
  const file = 'content/sources/first-article/source.yaml';
  const faults = getFaults((tree) => replace(tree, file, '"2014-04"', `"${date}"`));
  expectFaults(faults, { code: code as 'bad-date', file, line: 3, field: 'date', says: [date, ...(code === 'future-date' ? ['2026-03-14'] : [])] });
});

test.each(['2014', '2026', '2026-03'])('B17 takes the date %s of a source', (date) => {
  expectFaults(getFaults((tree) => replace(tree, 'content/sources/first-article/source.yaml', '"2014-04"', `"${date}"`)));
});

test('names an idea that nothing carries, and asks nothing of noise and gaps', () => {
  const file = 'content/sources/first-article/source.yaml';
  const drop = (tree: Tree) => replace(tree, step, 'ideas: [H01, H02]', 'ideas: [H01]');
  expectFaults(getFaults(drop), { code: 'idea-not-cited', file, says: ['`H02`'], hints: ['npm run coverage'] });
  const gap = getFaults((tree) => {
    drop(tree);
    replace(tree, file, 'H02: advice', 'H02: gap');
  });
  expectFaults(gap);
});
