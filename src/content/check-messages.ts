import { apologyWords, findWords } from '../messages/check-rules.ts';
import { countWords } from '../messages/count-words.ts';
import { fillMessage } from '../messages/message-text.ts';
import { parseTemplate } from '../messages/template.ts';
import { checkSlots } from './check-slots.ts';
import { type ContentModel, getThings, type LocaleInfo, type SourceFile, type Thing } from './content-model.ts';
import { createExampleValues, getFactSlots } from './example-facts.ts';
import { getFieldPlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { getNearest } from './nearest.ts';
import { isRecord, selectTexts, selectValues } from './select-values.ts';

/**
 * Every message has a text for each address form of its language, every text all moves, every move its slots; with the
 * example facts it keeps to its limit; it promises nothing absolute, and its subject line does not apologise.
 */
export function checkMessages(model: ContentModel): Fault[] {
  return [...getThings(model, 'message').flatMap((message) => checkMessage(model, message)), ...checkFacts(model)];
}

function checkMessage(model: ContentModel, message: Thing): Fault[] {
  const { structure } = message;
  if (!structure?.located) return [];
  const facts = getFactSlots(model);
  const uses = [...selectTexts(structure, ['moves', '*', 'slots', '*']), ...selectTexts(structure, ['subject', '*'])];
  const unknown = uses.filter(({ value }) => !facts.has(value));
  const isWritten = selectTexts(structure, ['channel']).some(({ value }) => value === 'written');
  const hasSubject = selectValues(structure, ['subject']).length > 0;
  return [
    ...unknown.map(({ path, value }) => {
      const nearest = getNearest(value, facts.keys());
      return createFault('slot-without-fact', getFieldPlace(structure, path), { slot: value, ...(nearest === undefined ? {} : { nearest }) });
    }),
    ...(selectTexts(structure, ['channel']).length > 0 && isWritten !== hasSubject
      ? [createFault('subject-of-channel', getFieldPlace(structure, ['channel']), { isWritten })]
      : []),
    ...[...message.words].flatMap(([locale, file]) => {
      const row = model.options.locales.find(({ id }) => id === locale);
      return row && file.located ? checkWords(model, structure, file, row) : [];
    }),
  ];
}

function checkWords(model: ContentModel, structure: SourceFile, file: SourceFile, row: LocaleInfo): Fault[] {
  const moves = selectTexts(structure, ['moves', '*', 'id']).map(({ value }) => value);
  const subject = selectTexts(structure, ['subject', '*']).map(({ value }) => value);
  const hasSubject = selectValues(structure, ['subject']).length > 0;
  const [lang = ''] = row.lang.split('-');
  const texts = [...selectTexts(file, ['texts', '*', '*']), ...selectTexts(file, ['subject', '*'])];
  return [
    ...checkKeys(file, 'texts', row.forms, 'address form'),
    ...(hasSubject || selectValues(file, ['subject']).length > 0 ? checkKeys(file, 'subject', hasSubject ? row.forms : [], 'address form') : []),
    ...checkKeys(file, 'moves', moves, 'move'),
    ...selectValues(file, ['texts', '*']).flatMap(({ path, value }) => (isRecord(value) ? checkKeys(file, path, moves, 'move') : [])),
    ...selectTexts(file, ['texts', '*', '*']).flatMap(({ path, value }) => {
      const move = String(path.at(-1));
      return moves.includes(move) ? checkSlots(model, file, path, value, getSlotsOf(structure, move)) : [];
    }),
    ...selectTexts(file, ['subject', '*']).flatMap(({ path, value }) => [
      ...checkSlots(model, file, path, value, subject),
      ...(apologyWords[lang]?.test(value) ? [createFault('subject-apologises', getFieldPlace(file, path))] : []),
    ]),
    ...texts.flatMap(({ path, value }) => {
      const found = findWords('absolute', value, row.lang);
      return found === undefined ? [] : [createFault('absolute-promise', getFieldPlace(file, path), { found })];
    }),
    ...checkLength(model, structure, file, row),
  ];
}

function getSlotsOf(structure: SourceFile, move: string): string[] {
  const [own] = selectTexts(structure, ['moves', '*', 'id']).filter(({ value }) => value === move);
  return selectTexts(structure, ['moves', '*', 'slots', '*']).flatMap(({ path, value }) => (path[1] === own?.path[1] ? [value] : []));
}

/** The names below a field are exactly those expected. */
function checkKeys(file: SourceFile, field: string | readonly PropertyKey[], expected: readonly string[], what: string): Fault[] {
  const path = typeof field === 'string' ? [field] : field;
  const found = selectValues(file, [...path.map(String), '*']).map(({ path: way }) => String(way.at(-1)));
  if (selectValues(file, path.map(String)).length === 0) return [];
  const missing = expected.filter((name) => !found.includes(name));
  const extra = found.filter((name) => !expected.includes(name));
  return [
    ...missing.map((name) => createFault('text-left-out', getFieldPlace(file, path, 'key'), { name, what })),
    ...extra.map((name) => createFault('text-too-many', getFieldPlace(file, [...path, name], 'key'), { name, what, expected })),
  ];
}

/** With the example facts no text has more words than its limit. */
function checkLength(model: ContentModel, structure: SourceFile, file: SourceFile, row: LocaleInfo): Fault[] {
  const [limit] = selectValues(structure, ['wordLimit']).map(({ value }) => value);
  if (typeof limit !== 'number') return [];
  const getValue = createExampleValues(model, row);
  return row.forms.flatMap((form) => {
    const texts = selectTexts(file, ['texts', form, '*']);
    const moves = texts.map(({ path, value }) => ({ id: String(path.at(-1)), template: parseTemplate(value), paragraph: false }));
    const count = countWords(fillMessage({ subject: null, moves }, getValue), row.lang);
    return count > limit ? [createFault('message-too-long', getFieldPlace(file, ['texts', form], 'key'), { count, limit })] : [];
  });
}

/**
 * A fact has its example where its kind asks for it: days and numbers once for all languages, words in each; a list has
 * heads, and as many rows in words as there are dates for them.
 */
function checkFacts(model: ContentModel): Fault[] {
  return getThings(model, 'fact').flatMap((fact) => {
    const { structure, words } = fact;
    const [kind] = selectTexts(structure, ['kind']).map(({ value }) => value);
    if (kind === undefined || !structure) return [];
    const isNeutral = kind === 'date' || kind === 'moment' || kind === 'minutes';
    const rows = selectValues(structure, ['since', '*']).length;
    const expect = (file: SourceFile, field: string, isDue: boolean) =>
      !file.located || selectValues(file, [field]).length > 0 === isDue
        ? []
        : [createFault('example-of-fact', getFieldPlace(file, [field]), { kind, isDue, field })];
    return [
      ...expect(structure, 'example', isNeutral),
      ...expect(structure, 'since', kind === 'list'),
      ...[...words.values()].flatMap((file) => [
        ...expect(file, 'example', kind !== 'list' && !isNeutral),
        ...expect(file, 'rows', kind === 'list'),
        ...expect(file, 'columns', kind === 'list'),
        ...(kind === 'list' && file.located && selectValues(file, ['rows', '*']).length !== rows
          ? [createFault('rows-of-fact', getFieldPlace(file, ['rows']), { rows, structure: structure.path })]
          : []),
      ]),
    ];
  });
}
