import { type ContentModel, getThings } from './content-model.ts';
import { getFieldPlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { selectTexts } from './select-values.ts';

/** The date of a source is a year, or year and month, not after today (B17). */
export function checkDates(model: ContentModel): Fault[] {
  const { today } = model.options;
  return getThings(model, 'source').flatMap(({ structure }) =>
    selectTexts(structure, ['date']).flatMap(({ path, value }) => {
      if (!structure) return [];
      const at = getFieldPlace(structure, path);
      if (!/^[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?$/u.test(value)) return [createFault('bad-date', at, { value })];
      // As text, 2014 and 2014-04 compare with the beginning of today as dates do.
      return value > today.slice(0, value.length) ? [createFault('future-date', at, { value, today })] : [];
    }),
  );
}
