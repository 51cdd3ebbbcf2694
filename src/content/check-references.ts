import type { ContentModel } from './content-model.ts';
import { getThings } from './content-model.ts';
import { getFieldPlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { createIdIndex } from './id-index.ts';
import { references } from './kind-rules.ts';
import { selectTexts, selectValues } from './select-values.ts';

/** Every id that a structure file refers to exists under the kind it asks for, and is the present one. */
export function checkReferences(model: ContentModel): Fault[] {
  const resolve = createIdIndex(model);
  const faults: Fault[] = [];
  for (const { from, field, to } of references) {
    for (const { structure } of getThings(model, from)) {
      const seen = new Set<string>();
      for (const { path, value } of selectTexts(structure, field)) {
        const resolved = resolve(to, value);
        const at = structure && getFieldPlace(structure, path);
        if (!at) continue;
        if (!resolved.found) faults.push(createFault('unknown-reference', at, { id: value, kind: to, ...resolved }));
        const inList = JSON.stringify([...path.slice(0, -1).map(String), value]);
        if (field.at(-1) === '*' && seen.has(inList)) faults.push(createFault('repeated-reference', at, { id: value }));
        seen.add(inList);
      }
    }
  }
  return [...faults, ...checkTriageStart(model)];
}

/** The triage begins at exactly one question. */
function checkTriageStart(model: ContentModel): Fault[] {
  const all = getThings(model, 'triage');
  const starts = all.filter(({ structure }) => selectValues(structure, ['first']).some(({ value }) => value === true));
  const [first, ...others] = starts.flatMap(({ structure }) => structure ?? []);
  // While a file cannot be read, the start may be in it.
  if (!first && all.every(({ structure }) => structure?.located))
    return all.slice(0, 1).flatMap(({ structure }) => (structure ? [createFault('triage-without-start', getFieldPlace(structure, []))] : []));
  return first ? others.map((other) => createFault('second-triage-start', getFieldPlace(other, ['first']), { first: first.path })) : [];
}
