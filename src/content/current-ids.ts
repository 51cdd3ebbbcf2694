import type { ContentModel, SourceFile, Thing } from './content-model.ts';
import { formatThing, getFieldPlace, getThingPlace } from './fault-place.ts';
import type { Place } from './fault-wording.ts';
import { innerIds, permanentKinds } from './kind-rules.ts';
import { type Selected, selectTexts } from './select-values.ts';

/** A place at which a permanent id is given to a thing, now or formerly. */
export interface IdUse {
  readonly kind: string;
  readonly id: string;
  /** The id of the thing today, if `id` is one that it had before. */
  readonly now?: string;
  readonly at: Place;
}

/** Every permanent id of the content with the place that gives it, former ones included. */
export function getIdUses(model: ContentModel): IdUse[] {
  return model.things.flatMap((thing) => [...getThingUses(thing), ...getInnerUses(thing)]).filter(({ kind }) => permanentKinds.includes(kind));
}

function getThingUses(thing: Thing): IdUse[] {
  const { kind, id, structure } = thing;
  return [
    { kind, id, at: getThingPlace(thing) },
    ...selectTexts(structure, ['formerIds', '*']).flatMap((former) => createFormerUse(structure, kind, id, former)),
  ];
}

function getInnerUses({ kind: within, structure }: Thing): IdUse[] {
  return innerIds
    .filter((inner) => inner.within === within)
    .flatMap(({ kind, list }) => {
      const former = selectTexts(structure, [list, '*', 'formerIds', '*']);
      return selectTexts(structure, [list, '*', 'id']).flatMap(({ path, value: id }) => {
        const own: IdUse[] = structure ? [{ kind, id, at: { ...getFieldPlace(structure, path), of: formatThing(kind, id) } }] : [];
        return [...own, ...former.filter((entry) => entry.path[1] === path[1]).flatMap((entry) => createFormerUse(structure, kind, id, entry))];
      });
    });
}

function createFormerUse(file: SourceFile | undefined, kind: string, now: string, { path, value: id }: Selected<string>): IdUse[] {
  return file ? [{ kind, id, now, at: { ...getFieldPlace(file, path), of: formatThing(kind, now) } }] : [];
}
