import { type FactKind, factKinds, getSlotName } from '../messages/fact-kinds.ts';
import type { ChangeRow, SlotValue } from '../messages/fill-slots.ts';
import { formatValue } from '../messages/format-value.ts';
import { type ContentModel, getThings, type LocaleInfo, type Thing } from './content-model.ts';
import { isRecord, selectTexts, selectValues } from './select-values.ts';

/** The facts that texts can call, by the name of their slot. */
export function getFactSlots(model: ContentModel): ReadonlyMap<string, Thing> {
  return new Map(getThings(model, 'fact').map((fact) => [getSlotName(fact.id), fact]));
}

/** Whether a message may leave the fact out. */
export function isOptional(fact: Thing): boolean {
  return selectValues(fact.structure, ['optional']).some(({ value }) => value === true);
}

/** What the finished example has in its slots, in a language; a fact that is not there yet counts as one word. */
export function createExampleValues(model: ContentModel, { id, format }: LocaleInfo): (slot: string) => SlotValue {
  const facts = getFactSlots(model);
  return (slot) => {
    const fact = facts.get(slot);
    const words = fact?.words.get(id);
    const kind = selectTexts(fact?.structure, ['kind'])[0]?.value;
    const [entry] = [...selectTexts(fact?.structure, ['example']), ...selectTexts(words, ['example'])];
    const days = selectTexts(fact?.structure, ['since', '*']).map(({ value }) => value);
    const rows = selectValues(words, ['rows', '*']).flatMap(({ value }, index) =>
      isRow(value) ? [{ ...value, since: formatValue('date', days[index] ?? '', format) }] : [],
    );
    if (!isKind(kind) || (!entry && rows.length === 0)) return { kind: 'line', value: slot, filled: true };
    return kind === 'list' ? { kind, value: '', filled: true, rows } : { kind, value: formatValue(kind, entry?.value ?? '', format), filled: true };
  };
}

function isKind(value: string | undefined): value is FactKind {
  return (factKinds as readonly (string | undefined)[]).includes(value);
}

function isRow(value: unknown): value is Omit<ChangeRow, 'since'> {
  return isRecord(value) && ['what', 'checkedBy'].every((cell) => typeof value[cell] === 'string');
}
