import { z } from 'astro/zod';
import { description, formerIds, id, line, order, searchTerms } from '../content/fields.ts';

/** content/checklists/<id>/checklist.yaml */
export const checklistStructure = z
  .strictObject({
    order,
    phase: id.optional().describe('id of the phase in which the list is used'),
    nextList: id.optional().describe('id of the checklist that comes after this one; give this or `nextStep`'),
    nextStep: id.optional().describe('id of the step that comes after this list; give this or `nextList`'),
    items: z
      .array(
        z.strictObject({
          id: id.describe('permanent id of the item; it is the key of stored ticks'),
          steps: z.array(id).min(1).describe('ids of the steps the item refers to, at least one'),
          day: z.int().min(1).optional().describe('for a plan by days: the day, counted from the start date'),
          essential: z.boolean().default(false).describe('whether the item is one of the few that matter most'),
          formerIds,
        }),
      )
      // English agrees with the total (“3 of 7 done”), so a list of one item would need other sentences.
      .min(2)
      .describe('the items in order, at least two'),
    formerIds,
  })
  .refine(({ nextList, nextStep }) => (nextList === undefined) !== (nextStep === undefined), {
    message: 'must have exactly one of `nextList` and `nextStep`: what a reader does when the list is finished',
  });

/** content/checklists/<id>/<locale>.yaml */
export const checklistWords = z.strictObject({
  title: line.describe('name of the list; it stands alone in menus and shared links'),
  description,
  items: z.record(id, line).describe('one finished state per item id'),
  searchTerms: searchTerms.default([]),
});
