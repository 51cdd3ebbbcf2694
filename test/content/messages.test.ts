import { expect, test } from 'vitest';
import { expectFaults, getFaults, replace } from './fixture.ts';

const structure = 'content/messages/first-mail/message.yaml';
const english = 'content/messages/first-mail/en.yaml';
const greeting = "greet: 'mistake[[ {clientName}]].'";
const fix = "fix: 'Tell them what comes next: {fixDate}'";

test('finds nothing to say about a message with all its texts', () => {
  expect(getFaults(() => undefined)).toEqual([]);
});

test('names a slot in a text that its move does not have, and the nearest that it has', () => {
  const faults = getFaults((tree) => replace(tree, english, '{fixDate}', '{fixDate} {fixDat}'));
  expectFaults(faults, {
    code: 'unknown-slot',
    line: 8,
    column: 48,
    locale: 'en',
    field: 'texts.plain.fix',
    says: ['`{fixDat}`', 'Did you mean `fixDate`?'],
    hints: ['`{fixDate}`'],
  });
});

test('names a slot of another move', () => {
  const faults = getFaults((tree) => replace(tree, english, fix, "fix: 'Hello {matter}: {fixDate}'"));
  expectFaults(faults, { code: 'unknown-slot', field: 'texts.plain.fix', says: ['`{matter}`'] });
});

test('names a slot that a text leaves out, unless the fact is optional', () => {
  expectFaults(
    getFaults((tree) => replace(tree, english, fix, "fix: 'Tell them on Monday'")),
    { code: 'slot-left-out', locale: 'en', field: 'texts.plain.fix', says: ['`{fixDate}`'], hints: ['optional: true'] },
  );
  expect(getFaults((tree) => replace(tree, english, greeting, "greet: 'Hello.'"))).toEqual([]);
});

test('asks for brackets around what may stay empty, and none around what must be filled', () => {
  expectFaults(
    getFaults((tree) => replace(tree, english, '[[ {clientName}]]', ' {clientName}')),
    { code: 'slot-in-brackets', says: ['may be left empty'], hints: ['[[, {clientName}]]'] },
  );
  expectFaults(
    getFaults((tree) => replace(tree, english, ': {fixDate}', '[[: {fixDate}]]')),
    { code: 'slot-in-brackets', says: ['must be filled'] },
  );
});

test('finds brackets that close nothing, and brackets around nothing', () => {
  expectFaults(
    getFaults((tree) => replace(tree, english, greeting, "greet: 'Hello [[you.'")),
    { code: 'stray-brackets', field: 'texts.plain.greet' },
  );
  expectFaults(
    getFaults((tree) => replace(tree, english, greeting, "greet: 'Hello[[ you]].'")),
    { code: 'brackets-without-slot' },
  );
});

test('takes other words after a bar, but no slot and no second bar', () => {
  const put = (part: string) => getFaults((tree) => replace(tree, english, '[[ {clientName}]]', part));
  expect(put('[[ {clientName}| to all]]')).toEqual([]);
  expectFaults(put('[[ {clientName}| or| to all]]'), { code: 'stray-brackets', hints: ['[[{contactName}|me]]'] }, { code: 'slot-in-brackets' });
  expectFaults(put('[[ {clientName}| {clientName}]]'), { code: 'stray-brackets' }, { code: 'slot-in-brackets' }, { code: 'slot-in-brackets' });
});

test('finds a brace that belongs to no slot', () => {
  expectFaults(
    getFaults((tree) => replace(tree, english, '{fixDate}', '{fixDate} {')),
    { code: 'stray-brace', field: 'texts.plain.fix' },
  );
});

test('names a slot that no fact has', () => {
  const faults = getFaults((tree) => replace(tree, structure, 'slots: [clientName]', 'slots: [clientNam]'));
  expect(faults).toContainEqual(expect.objectContaining({ code: 'slot-without-fact', field: 'moves.0.slots.0' }));
});

test('W08 asks for a text in every address form of the language, and for no other', () => {
  const faults = getFaults((tree) => replace(tree, 'content/messages/first-mail/it.yaml', '  tu:\n', '  noi:\n'));
  expectFaults(
    faults,
    { code: 'text-left-out', locale: 'it', field: 'texts', says: ['address form `tu`'] },
    { code: 'text-too-many', locale: 'it', field: 'texts.noi' },
  );
});

test('asks for every move in every text, and for why each stands there', () => {
  expectFaults(
    getFaults((tree) => replace(tree, english, `    ${fix}\n`, '')),
    { code: 'text-left-out', field: 'texts.plain', says: ['move `fix`'] },
  );
  expectFaults(
    getFaults((tree) => replace(tree, english, '  greet: Say what went wrong and when it happened\n', '')),
    { code: 'text-left-out', field: 'moves', says: ['move `greet`'] },
  );
});

test('wants a subject line of what is sent and none of what is said', () => {
  expect(getFaults((tree) => replace(tree, structure, 'channel: written', 'channel: spoken'))).toContainEqual(
    expect.objectContaining({ code: 'subject-of-channel', message: expect.stringContaining('is spoken') as string }),
  );
  expect(getFaults((tree) => replace(tree, structure, 'subject: [matter]\n', ''))).toContainEqual(
    expect.objectContaining({ code: 'subject-of-channel', message: expect.stringContaining('is written') as string }),
  );
});

test.for([
  ['en', 'plain', 'mistake: {matter}', 'Sorry: {matter}'],
  ['it', 'tu', 'errore: {matter}', 'scuse: {matter}'],
  ['he', 'feminine', 'טעות: {matter}', 'התנצלות: {matter}'],
  ['ar', 'plural', 'خطأ: {matter}', 'اعتذار: {matter}'],
] as const)('keeps the apology out of the subject line in %s', ([locale, form, from, to]) => {
  const faults = getFaults((tree) => replace(tree, `content/messages/first-mail/${locale}.yaml`, `${form}: '${from}'`, `${form}: '${to}'`));
  expectFaults(faults, { code: 'subject-apologises', locale, field: `subject.${form}` });
});

test.for([
  ['en', 'This will never happen again: {fixDate}'],
  ['it', 'Non succederà mai più: {fixDate}'],
  ['he', 'זה לעולם לא יקרה שוב: {fixDate}'],
  ['ar', 'لن يتكرّر هذا أبدًا: {fixDate}'],
] as const)('refuses a promise that nobody can keep in %s', ([locale, text]) => {
  const faults = getFaults((tree) => {
    const path = `content/messages/first-mail/${locale}.yaml`;
    tree.set(path, String(tree.get(path)).replace(/fix: '[^']*'/, `fix: '${text}'`));
  });
  expectFaults(faults, { code: 'absolute-promise', locale });
});

test.for([
  ['il', 'Entro il {fixDate}'],
  ['l’', 'Dopo l’{fixDate}'],
  ['dal', 'Dal {fixDate}'],
  ['nei', 'Nei {fixDate}'],
  ['un', 'Un {fixDate}'],
])('lets no slot stand after the Italian word %s', ([, text]) => {
  const faults = getFaults((tree) => {
    const path = 'content/messages/first-mail/it.yaml';
    tree.set(path, String(tree.get(path)).replace(/fix: '[^']*'/, `fix: '${text}'`));
  });
  expectFaults(faults, { code: 'language-rule', locale: 'it', says: ['before a slot'] });
});

test.for([
  ['he', 'נתקן ב{fixDate}'],
  ['he', 'נתקן ל־{fixDate}'],
  ['he', 'ומ{fixDate}'],
  ['ar', 'سنصلحه بـ{fixDate}'],
  ['ar', 'سنصلحه ل{fixDate}'],
  ['ar', 'سنصلحه فـ{fixDate}'],
  ['ar', 'وال{fixDate}'],
] as const)('lets no slot be glued to a particle: %s “%s”', ([locale, text]) => {
  const faults = getFaults((tree) => {
    const path = `content/messages/first-mail/${locale}.yaml`;
    tree.set(path, String(tree.get(path)).replace(/fix: '[^']*'/, `fix: '${text}'`));
  }).filter(({ severity }) => severity === 'error');
  expectFaults(faults, { code: 'language-rule', locale });
});

test('lets no slot stand after an English article', () => {
  expectFaults(
    getFaults((tree) => replace(tree, english, fix, "fix: 'That is a {fixDate}'")),
    { code: 'language-rule', locale: 'en', says: ['article'] },
  );
});

test('counts the words with the example facts', () => {
  const faults = getFaults((tree) => replace(tree, structure, 'wordLimit: 50', 'wordLimit: 10'));
  const found = faults.filter(({ locale }) => locale === 'en');
  // “mistake mistake. Tell them what comes next: 6 March 2026”
  expect(found).toEqual([]);
  const longer = getFaults((tree) => {
    replace(tree, structure, 'wordLimit: 50', 'wordLimit: 10');
    replace(tree, english, 'mistake[[ {clientName}]].', 'mistake[[ {clientName}]]. One more.');
  }).filter(({ locale }) => locale === 'en');
  expectFaults(longer, { code: 'message-too-long', field: 'texts.plain', says: ['12 words', 'at most 10'] });
});

test('asks for the example of a fact where its kind has it', () => {
  expectFaults(
    getFaults((tree) => replace(tree, 'content/facts/fix-date/fact.yaml', 'example: "2026-03-06"\n', '')),
    { code: 'example-of-fact', file: 'content/facts/fix-date/fact.yaml', field: 'example' },
  );
  expectFaults(
    getFaults((tree) => replace(tree, 'content/facts/matter/en.yaml', 'example: mistake\n', '')),
    { code: 'example-of-fact', locale: 'en', says: ['`example`'] },
    { code: 'missing-in-language', locale: 'en' },
  );
});
