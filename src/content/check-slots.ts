import type { ContentModel, SourceFile } from './content-model.ts';
import { getFactSlots, isOptional } from './example-facts.ts';
import { getFieldPlace, getFilePlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { getNearest } from './nearest.ts';
import type { DataPath } from './yaml-source.ts';

/** [[, {clientName}]] or, with words for where it is empty, [[{contactName}|me]]; these hold no slots. */
const BRACKETS = /\[\[[^[\]|]*(?:\|[^[\]|{}]*)?\]\]/gu;

/**
 * A text has the slots of its move and no others; what must be filled is not left out, and stands outside the brackets
 * of what may be; what need not be filled stands inside them, so that nothing is left hanging without it.
 */
export function checkSlots(model: ContentModel, file: SourceFile, path: DataPath, text: string, slots: readonly string[]): Fault[] {
  const facts = getFactSlots(model);
  const parts = [...text.matchAll(BRACKETS)].map((found) => [found.index, found.index + found[0].length, found[0]] as const);
  const used = [...text.matchAll(/\{([^{}]*)\}/gu)].map(({ 1: slot = '', index }) => ({
    slot,
    index,
    isInside: parts.some(([from, to]) => index > from && index < to),
  }));
  const optional = (slot: string) => (facts.get(slot) ? isOptional(facts.get(slot)!) : undefined);
  const at = (index: number) => ({ ...getFilePlace(file, file.located?.getTextPosition(path, index)), field: path.map(String).join('.') });
  const brace = text.replace(/\{[^{}]*\}/gu, blank).search(/[{}]/u);
  const bracket = text.replace(BRACKETS, blank).search(/\[\[|\]\]/u);
  return [
    ...used.flatMap(({ slot, index, isInside }) => {
      if (!slots.includes(slot)) {
        const nearest = getNearest(slot, slots);
        return [createFault('unknown-slot', at(index), { slot, slots, ...(nearest === undefined ? {} : { nearest }) })];
      }
      return optional(slot) === undefined || optional(slot) === isInside ? [] : [createFault('slot-in-brackets', at(index), { slot, isInside })];
    }),
    ...parts.flatMap(([index, , part]) => (part.includes('{') ? [] : [createFault('brackets-without-slot', at(index), { part })])),
    ...slots
      .filter((slot) => optional(slot) !== true && used.every((one) => one.slot !== slot))
      .map((slot) => createFault('slot-left-out', getFieldPlace(file, path), { slot })),
    ...(brace === -1 ? [] : [createFault('stray-brace', at(brace), { form: '{fixDate}' })]),
    ...(bracket === -1 ? [] : [createFault('stray-brackets', at(bracket))]),
  ];
}

function blank(found: string): string {
  return ' '.repeat(found.length);
}
