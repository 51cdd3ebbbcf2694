import { type ContentModel, getThings, isPublished, type SourceFile, type Thing } from './content-model.ts';
import { formatContentPath } from './content-path.ts';
import { formatThing, getFieldPlace, getThingPlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { getFieldOutline } from './field-outline.ts';
import { fieldsThatDiffer, innerIds, longestSharedText } from './kind-rules.ts';
import { selectTexts, selectValues } from './select-values.ts';

/**
 * Every thing has its structure and its words in every published language (B03); its texts by id are those of its
 * structure (B06); what one language says or leaves out, all do; and no two languages share a text.
 */
export function checkWords(model: ContentModel): Fault[] {
  return model.things
    .flatMap((thing) => [...checkFiles(model, thing), ...checkOptionalFields(model, thing), ...checkSharedTexts(thing)])
    .concat(checkInnerTexts(model));
}

function checkFiles(model: ContentModel, thing: Thing): Fault[] {
  const row = model.options.kinds[thing.kind];
  if (!row) return [];
  const missing = model.options.locales.filter(({ id, published }) => published && !thing.words.has(id));
  const fields = getFieldOutline(row.wordsSchema, [])?.required ?? [];
  const reference = thing.words.get(model.options.referenceLocale) ?? [...thing.words.values()][0];
  return [
    ...(thing.structure ? [] : [createFault('missing-structure', { ...getThingPlace(thing), file: formatContentPath(row, thing.id) })]),
    ...missing.map(({ id: locale }) =>
      createFault(
        'missing-words',
        { file: formatContentPath(row, thing.id, locale), locale, of: formatThing(thing.kind, thing.id) },
        { fields, command: `npm run new -- words ${thing.kind} ${thing.id} ${locale}`, ...(reference ? { like: reference.path } : {}) },
      ),
    ),
  ];
}

/** An optional text (`say`, `avoid`) is there in all published languages or in none: a step is the same step in each. */
function checkOptionalFields(model: ContentModel, thing: Thing): Fault[] {
  const row = model.options.kinds[thing.kind];
  const outline = row && getFieldOutline(row.wordsSchema, []);
  const optional = [...(outline?.fields ?? [])].filter(([name, field]) => field.type === 'string' && !outline?.required.includes(name)).map(([name]) => name);
  const files = [...thing.words].filter(([locale, file]) => isPublished(model, locale) && file.located);
  return optional.flatMap((field) => {
    const having = files.filter(([, file]) => selectValues(file, [field]).length > 0).map(([locale]) => locale);
    if (having.length === 0) return [];
    return files.filter(([locale]) => !having.includes(locale)).map(([, file]) => createFault('missing-in-language', getFieldPlace(file, [field]), { having }));
  });
}

function checkSharedTexts(thing: Thing): Fault[] {
  return fieldsThatDiffer.flatMap((field) => {
    const byText = new Map<string, SourceFile>();
    return [...thing.words.values()].flatMap((file) =>
      selectTexts(file, [field]).flatMap(({ path, value }) => {
        const text = value.trim();
        const other = byText.get(text);
        byText.set(text, other ?? file);
        return other && text.length > longestSharedText ? [createFault('same-text', getFieldPlace(file, path), { text, other: other.path })] : [];
      }),
    );
  });
}

function checkInnerTexts(model: ContentModel): Fault[] {
  return innerIds.flatMap(({ kind, within, list, words: field }) =>
    getThings(model, within).flatMap((thing) => {
      const inStructure = new Set(selectTexts(thing.structure, [list, '*', 'id']).map(({ value }) => value));
      if (inStructure.size === 0) return [];
      return [...thing.words.values()].flatMap((file) => {
        const hasField = selectValues(file, [field]).some(({ value }) => typeof value === 'object' && value !== null);
        if (!hasField) return [];
        const inWords = selectValues(file, [field, '*']).map(({ path }) => String(path.at(-1)));
        const missing = [...inStructure].filter((id) => !inWords.includes(id));
        const extra = inWords.filter((id) => !inStructure.has(id));
        return [
          ...missing.map((id) => createFault('item-without-text', { ...getFieldPlace(file, [field], 'key'), field: `${field}.${id}` }, { kind, id, extra })),
          ...extra.map((id) =>
            createFault('text-without-item', getFieldPlace(file, [field, id], 'key'), { kind, id, structure: thing.structure?.path ?? '', missing }),
          ),
        ];
      });
    }),
  );
}
