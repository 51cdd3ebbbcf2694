import type { ContentModel, Thing } from './content-model.ts';
import { getThings } from './content-model.ts';
import { getFieldPlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { orderedKinds } from './kind-rules.ts';
import { selectTexts, selectValues } from './select-values.ts';

/** Siblings are numbered from 1 without gaps or doubles (B06). */
export function checkOrder(model: ContentModel): Fault[] {
  return orderedKinds.flatMap(({ kind, within }) => {
    const groups = new Map<string, Thing[]>();
    for (const thing of getThings(model, kind)) {
      const parent = within === undefined ? '' : selectTexts(thing.structure, [within])[0]?.value;
      if (parent !== undefined) groups.set(parent, [...(groups.get(parent) ?? []), thing]);
    }
    return [...groups].flatMap(([parent, things]) => checkGroup(things, within === undefined ? {} : { within, parent }));
  });
}

function checkGroup(things: readonly Thing[], group: { within?: string; parent?: string }): Fault[] {
  const numbered = things
    .flatMap((thing) => selectValues(thing.structure, ['order']).map(({ value }) => ({ thing, order: value })))
    .filter((entry): entry is { thing: Thing; order: number } => Number.isSafeInteger(entry.order))
    .toSorted((a, b) => a.order - b.order);
  // Without a number for each, a gap may be only what another fault has taken away.
  const isComplete = numbered.length === things.length;
  return numbered.flatMap(({ thing, order }, index) => {
    const file = thing.structure;
    const previous = numbered[index - 1];
    if (!file) return [];
    const at = getFieldPlace(file, ['order']);
    if (previous?.order === order) return [createFault('order-taken', at, { ...group, order, other: previous.thing.structure?.path ?? '' })];
    const expected = (previous?.order ?? 0) + 1;
    return isComplete && order > expected ? [createFault('order-gap', at, { ...group, order, expected, count: things.length })] : [];
  });
}
