import type { ContentModel, SourceFile } from './content-model.ts';
import { publishedIdsPath } from './content-path.ts';
import { getIdUses } from './current-ids.ts';
import { getFieldPlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { permanentKinds } from './kind-rules.ts';
import { getNearest } from './nearest.ts';
import { selectTexts, selectValues } from './select-values.ts';

/** Ids by kind. */
export type IdRecord = ReadonlyMap<string, ReadonlySet<string>>;

/** An id once published is there for ever, as an id or a former id of its kind; a new one is recorded (B07). */
export function checkPublishedIds(model: ContentModel): Fault[] {
  const file = model.publishedIds;
  if (!file) return [createFault('unpublished-record', { file: publishedIdsPath, of: 'The record of published ids' })];
  if (!file.located) return [];
  const uses = getIdUses(model);
  const recorded = getRecordedIds(file);
  const current = getCurrentIds(model);
  const known = Map.groupBy(uses, ({ kind }) => kind);
  const vanished = selectTexts(file, ['*', '*']).flatMap(({ path, value: id }) => {
    const kind = String(path[0]);
    const ids = (known.get(kind) ?? []).map((use) => use.id);
    if (ids.includes(id) || !permanentKinds.includes(kind)) return [];
    const nearest = getNearest(
      id,
      [...(current.get(kind) ?? [])].filter((candidate) => !recorded.get(kind)?.has(candidate)),
    );
    return [createFault('id-vanished', { ...getFieldPlace(file, path), field: kind }, { kind, id, ...(nearest === undefined ? {} : { nearest }) })];
  });
  const added = uses.filter(({ kind, id, now }) => now === undefined && !recorded.get(kind)?.has(id));
  return [...checkRecord(file), ...vanished, ...added.map(({ kind, id, at }) => createFault('id-not-recorded', at, { kind, id }))];
}

/** The ids that things have now, by kind; kinds in the order of kind-rules.ts, ids sorted. */
export function getCurrentIds(model: ContentModel): IdRecord {
  const uses = getIdUses(model).filter(({ now }) => now === undefined);
  return new Map(
    permanentKinds.map((kind) => [
      kind,
      new Set(
        uses
          .filter((use) => use.kind === kind)
          .map(({ id }) => id)
          .toSorted(),
      ),
    ]),
  );
}

/** The ids recorded in content/published-ids.yaml. */
export function getRecordedIds(file: SourceFile | undefined): IdRecord {
  const recorded = new Map<string, Set<string>>();
  for (const { path, value } of selectTexts(file, ['*', '*'])) {
    const kind = String(path[0]);
    recorded.set(kind, (recorded.get(kind) ?? new Set()).add(value));
  }
  return recorded;
}

function checkRecord(file: SourceFile): Fault[] {
  return selectValues(file, ['*']).flatMap(({ path, value }) => {
    const kind = String(path[0]);
    const nearest = getNearest(kind, permanentKinds);
    if (!permanentKinds.includes(kind))
      return [createFault('record-kind', getFieldPlace(file, path, 'key'), { kind, known: permanentKinds, ...(nearest === undefined ? {} : { nearest }) })];
    const isList = Array.isArray(value) && value.every((entry) => typeof entry === 'string');
    return isList ? [] : [createFault('record-entry', getFieldPlace(file, path, 'key'), { kind })];
  });
}
