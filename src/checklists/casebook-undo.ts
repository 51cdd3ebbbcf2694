import { type Case, type Casebook, getField, getItemField, setCurrent, setFields } from './casebook.ts';
import { isSame } from './casebook-merge.ts';
import { keepUnread, mergeRests } from './casebook-rest.ts';

/** The ids that an item had before, the newest first. */
export type GetFormerIds = (itemId: string) => readonly string[];

/**
 * Takes back what led from `before` to `after`, and nothing else: a field that was set anew since then stays, here or
 * in another tab. A case that was made in between is put among the deleted ones. An item that was never touched goes
 * back to what it had under a former id.
 */
export function revertChange(casebook: Casebook, before: Casebook, after: Casebook, now: number, getFormerIds: GetFormerIds = () => []): Casebook {
  let reverted = casebook;
  for (const [id, made] of after.cases) {
    const old = before.cases.get(id);
    if (old === made) continue;
    const present = casebook.cases.get(id);
    const isMade = !old && made.fields.has('place');
    // An erased case has lost its fields, so those of before count as changed too.
    const names = isMade ? ['place'] : [...new Set([...(old?.fields.keys() ?? []), ...made.fields.keys()])];
    const changed = names.filter((name) => !isSame(old?.fields.get(name), made.fields.get(name)) && isSame(present?.fields.get(name), made.fields.get(name)));
    const values = changed.map((name) => [name, isMade ? 'deleted' : getValue(before, id, name, getFormerIds)] as const);
    reverted = setFields(reverted, id, values, now);
    if (old?.rest && old.rest !== made.rest) reverted = giveBackRest(reverted, id, old);
  }
  const hasShownAnother = !isSame(before.current, after.current) && isSame(casebook.current, after.current);
  return hasShownAnother ? setCurrent(reverted, before.current[0], now) : reverted;
}

/**
 * A casebook from before or after an earlier action, with the new times of what a later one was reverted to: taking
 * the later one back must not look as if somebody had set its fields anew.
 *
 * @param before what the later action began with  @param casebook, reverted before and after it was taken back
 */
export function followRevert(earlier: Casebook, before: Casebook, casebook: Casebook, reverted: Casebook): Casebook {
  const cases = new Map(earlier.cases);
  for (const [id, { fields }] of reverted.cases) {
    const followed = cases.get(id);
    const present = casebook.cases.get(id)?.fields;
    if (!followed || present === fields) continue;
    const restored = [...fields].filter(([name, stamped]) => {
      // A place where there was none would look like a case being made.
      if (name === 'place' && !followed.fields.has(name)) return false;
      return !isSame(present?.get(name), stamped) && isSame(followed.fields.get(name), before.cases.get(id)?.fields.get(name));
    });
    if (restored.length > 0) cases.set(id, { ...followed, fields: new Map([...followed.fields, ...restored]) });
  }
  const isShownAgain = isSame(earlier.current, before.current) && !isSame(casebook.current, reverted.current);
  return { ...earlier, cases, current: isShownAgain ? reverted.current : earlier.current };
}

function getValue(casebook: Casebook, caseId: string, name: string, getFormerIds: GetFormerIds): string {
  const [, kind, itemId] = /^(state|note):(.*)$/s.exec(name) ?? [];
  if (itemId === undefined) return getField(casebook, caseId, name as 'name');
  return getItemField(casebook, caseId, kind as 'state' | 'note', itemId, getFormerIds(itemId));
}

function giveBackRest(casebook: Casebook, id: string, { rest }: Case): Casebook {
  const present = casebook.cases.get(id);
  if (!present) return casebook;
  return { ...casebook, cases: new Map(casebook.cases).set(id, { ...present, ...keepUnread(mergeRests(rest, present.rest), present.fields) }) };
}
