import { type ContentModel, getThings } from './content-model.ts';
import { getFieldPlace, getFilePlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { getNearest } from './nearest.ts';
import { selectTexts, selectValues } from './select-values.ts';

/** Every `{slot}` in the texts of a message is one of its slots, and no slot that must be filled is left out. */
export function checkMessages(model: ContentModel): Fault[] {
  return getThings(model, 'message').flatMap((message) => {
    const slots = selectTexts(message.structure, ['slots', '*', 'id']).map(({ value }) => value);
    if (slots.length === 0) return [];
    const optional = new Set(
      selectValues(message.structure, ['slots', '*', 'optional'])
        .filter(({ value }) => value === true)
        .map(({ path }) => Number(path[1])),
    );
    const required = selectTexts(message.structure, ['slots', '*', 'id']).filter(({ path }) => !optional.has(Number(path[1])));
    return [...message.words.values()].flatMap((file) =>
      selectTexts(file, ['texts', '*']).flatMap(({ path, value: text }) => {
        const used = [...text.matchAll(/\{([^{}]*)\}/gu)].map((found) => ({ slot: found[1] ?? '', index: found.index }));
        const unknown = used.filter(({ slot }) => !slots.includes(slot));
        const missing = required.filter(({ value }) => used.every(({ slot }) => slot !== value));
        const strayBrace = text.replace(/\{[^{}]*\}/gu, (found) => ' '.repeat(found.length)).search(/[{}]/u);
        return [
          ...unknown.map(({ slot, index }) => {
            const nearest = getNearest(slot, slots);
            return createFault(
              'unknown-slot',
              { ...getFieldPlace(file, path), ...file.located?.getTextPosition(path, index) },
              { slot, slots, ...(nearest === undefined ? {} : { nearest }) },
            );
          }),
          ...missing.map(({ value }) => createFault('slot-left-out', getFieldPlace(file, path), { slot: value })),
          ...(strayBrace === -1
            ? []
            : [
                createFault(
                  'stray-brace',
                  { ...getFilePlace(file, file.located?.getTextPosition(path, strayBrace)), field: path.map(String).join('.') },
                  { form: '{fixDate}' },
                ),
              ]),
        ];
      }),
    );
  });
}
