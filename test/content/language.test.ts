import { expect, test } from 'vitest';
import { append, expectFaults, getFaults, replace } from './fixture.ts';

type Language = 'en' | 'it' | 'he' | 'ar';

/** Faults of a sentence as a paragraph of its own, on line 19 of a step. */
function getFaultsOf(language: Language, sentence: string) {
  return getFaults((tree) => append(tree, `content/steps/name-the-mistake/${language}.mdx`, `\n${sentence}\n`));
}

const refused: readonly (readonly [Language, string, number, string, string])[] = [
  ['en', 'Go → there.', 4, '`→`', 'Say it in words'],
  ['it', 'Fatto ✓ bene.', 7, '`✓`', 'Say it in words'],
  ['he', 'טוב ✗ מאוד.', 5, '`✗`', 'Say it in words'],
  ['en', 'Well done 🎉 then.', 11, '`🎉`', 'Say it in words'],
  ['en', 'Two  spaces.', 4, 'more than one space', 'one space'],
  ['en', 'A space , before.', 8, 'space before', 'Remove the space'],
  ['ar', 'العميل ، غاضب.', 7, 'space before', 'Remove the space'],
  ['ar', 'بعد ٣ أيام.', 5, '`٣`', '0–9'],
  ['en', 'A "word" here.', 3, 'straight quotation mark', '“…”'],
  ['en', "It's so.", 3, 'straight apostrophe', '’'],
  ['it', "L'errore.", 2, 'straight apostrophe', '’'],
  ['it', 'E’ vero.', 1, 'accent', 'È'],
  ['it', 'Dice « così».', 6, 'space inside', '«…»'],
  ['it', 'E perchè no.', 3, '`perchè`', 'perché'],
  ['it', 'Hai il formaggio.', 8, '`formaggio`', 'Italian speaker'],
  ['it', 'Disse :Ciao a tutti: e poi.', 7, 'quotes with colons', '«…»'],
  ['he', 'אמרו “טעינו” עכשיו.', 6, '`“`', 'U+05F4'],
  ['he', 'צה"ל כאן.', 3, '`"`', 'U+05F4'],
  ['he', "ג'ירפה כאן.", 2, 'geresh', 'U+05F3'],
  ['he', 'שעה 9:00-17:30 בערב.', 8, 'reverses', 'בין'],
  ['he', 'בעוד 3–5 ימים.', 6, 'reverses', 'בין'],
  ['he', 'עד ב14 במרץ.', 4, 'maqaf', 'ב־14'],
  ['he', 'עד ב-14 במרץ.', 4, 'maqaf', 'ב־14'],
  ['he', 'צריך לקחת בעלות על זה.', 6, 'calque', 'Hebrew speaker'],
  ['ar', 'قال “أخطأنا” ثم سكت.', 5, '`“`', '«…»'],
  ['ar', 'أولًا, ثم.', 6, 'Latin mark', '،'],
  ['ar', 'هل تسمع?', 8, 'Latin mark', '؟'],
  ['ar', 'من 9-17 مساءً.', 4, 'reverses', 'من'],
  ['ar', 'نحو 42% منهم.', 6, 'sign typed by hand', 'words'],
  ['ar', 'قام بالاعتذار.', 1, '`قام ب`', 'verb itself'],
  ['ar', 'قُمْ بالاتصال.', 1, 'calque', 'verb itself'],
  ['en', 'Reach out to them.', 1, '`Reach out`', 'tell, write'],
];

test.each(refused)('B16 refuses in %s: %s', (language, sentence, column, says, hint) => {
  const faults = getFaultsOf(language, sentence);
  const fault = faults.find(({ message, column: found }) => found === column && message.includes(says));
  expect(fault, JSON.stringify(faults, null, 1)).toMatchObject({ code: 'language-rule', line: 19, locale: language, severity: 'error' });
  expect(fault?.hint).toContain(hint);
});

const warned: readonly (readonly [Language, string, string])[] = [
  ['ar', 'من قبل العميل.', 'من قبل'],
  ['ar', 'الخطأ – مثلًا.', '–'],
  ['he', 'בית-ספר.', '-'],
  ['en', 'Phone and/or write.', 'and/or'],
];

test.each(warned)('B16 only warns in %s: %s', (language, sentence, found) => {
  expectFaults(getFaultsOf(language, sentence), { code: 'language-rule', locale: language, severity: 'warning', says: [`\`${found}\``] });
});

const accepted: readonly (readonly [Language, string])[] = [
  ['en', 'It’s “so”, he said (at 9–17), and they’d agree: 42%.'],
  ['it', 'La spalla, l’errore e «così» dalle 12–15: perché no?'],
  ['he', 'ב־14 במרץ, צה״ל וג׳ירפה: ״כן״, בין 9:00 ל־17:00.'],
  ['he', 'פתוח <bdi dir="ltr">9:00-17:30</bdi>, ו־<bdi dir="ltr">WCAG 2.2</bdi>.'],
  ['ar', 'قال: «أخطأنا»، ثم سكت؛ فهل سمعت؟ بعد 3 أيام.'],
  ['ar', 'هذا مشروع <bdi dir="ltr">50%</bdi> جديد، قاموا بعده.'],
  ['he', 'דברו <mark>עכשיו</mark>, ו[כאן](page:about).'],
];

test.each(accepted)('B16 accepts in %s: %s', (language, sentence) => {
  const faults = getFaultsOf(language, sentence).filter(({ code }) => code !== 'second-mark');
  expectFaults(faults);
});

test('B16 reads a paragraph across its links and marks', () => {
  const faults = getFaultsOf('ar', 'انظر [هنا](page:about), ثم.');
  expectFaults(faults, { code: 'language-rule', line: 19, column: 23, says: ['Latin mark'] });
});

test('B16 reads fields and names line, column and field', () => {
  const faults = getFaults((tree) => replace(tree, 'content/checklists/first-hour/he.yaml', 'facts-written: ספרו', 'facts-written: ספרו  נא'));
  expectFaults(faults, {
    code: 'language-rule',
    file: 'content/checklists/first-hour/he.yaml',
    line: 5,
    column: 22,
    locale: 'he',
    field: 'items.facts-written',
  });
});

test('B16 reads dictionaries', () => {
  const faults = getFaults((tree) => replace(tree, 'content/ui/en.json', 'After the mistake', 'After → mistake'));
  expectFaults(faults, { code: 'language-rule', file: 'content/ui/en.json', line: 2, column: 22, field: 'siteName' });
});

test('B16 leaves search terms as people type them', () => {
  expectFaults(getFaults((tree) => replace(tree, 'content/steps/name-the-mistake/en.mdx', '  - mistake', "  - I can't reach out")));
});

test('B16 lets the pages of the sources name what the translation garbled', () => {
  expectFaults(getFaults((tree) => append(tree, 'content/sources/first-article/en.mdx', '\nIt says “dropped the ball”.\n')));
});

test.each([
  ['he', 'he.json', 'ל־{{title}}', 'prefix'],
  ['it', 'it.json', 'del {{title}}', 'article'],
  ['ar', 'ar.json', 'إلى لـ{{title}}', 'particle'],
])('B16 glues nothing to a slot in %s', (locale, file, text, says) => {
  const faults = getFaults((tree) => replace(tree, `content/ui/${file}`, '"{{title}}"', `"${text}"`)).filter(({ severity }) => severity === 'error');
  expectFaults(faults, { code: 'language-rule', locale, field: 'stepTitle', says: [says] });
});

test('B16 glues nothing to a slot of a message', () => {
  const faults = getFaults((tree) => replace(tree, 'content/messages/first-mail/he.yaml', ': {fixDate}', ' ב{fixDate}'));
  expectFaults(faults, { code: 'language-rule', file: 'content/messages/first-mail/he.yaml', field: 'texts.plural.fix', says: ['prefix'] });
});
