import { z } from 'astro/zod';
import { description, formerIds, id, line, order, searchTerms } from '../content/fields.ts';

/** content/checklists/<id>/checklist.yaml */
export const checklistStructure = z.strictObject({
  order,
  phase: id.optional().describe('id of the phase in which the list is used'),
  items: z
    .array(
      z.strictObject({
        id: id.describe('permanent id of the item; it is the key of stored ticks'),
        steps: z.array(id).describe('ids of the steps the item refers to'),
        day: z.int().min(1).optional().describe('for a plan by days: the day, counted from the start date'),
        formerIds,
      }),
    )
    // English agrees with the total (“3 of 7 done”), so a list of one item would need other sentences.
    .min(2)
    .describe('the items in order, at least two'),
  formerIds,
});

/** content/checklists/<id>/<locale>.yaml */
export const checklistWords = z.strictObject({
  title: line.describe('name of the list; it stands alone in menus and shared links'),
  description,
  items: z.record(id, line).describe('one finished state per item id'),
  searchTerms: searchTerms.default([]),
});
