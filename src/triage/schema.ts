import { z } from 'astro/zod';
import { formerIds, id, line } from '../content/fields.ts';

/** content/triage/<id>/triage.yaml: a question with its three ways on, or an outcome with what it leads to */
export const triageStructure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('question'),
    first: z.boolean().default(false).describe('whether the triage begins here; true for exactly one question'),
    yes: id.describe('id of the question or outcome that follows “yes”'),
    no: id.describe('id of the question or outcome that follows “no”'),
    notSure: id.describe('id of the question or outcome that follows “not sure”'),
    lawyerIfNotSure: z.boolean().default(false).describe('whether “not sure” adds the advice to ask a lawyer anyway'),
    formerIds,
  }),
  z.strictObject({
    kind: z.literal('outcome'),
    steps: z.array(id).min(1).describe('ids of the steps of the path, in order'),
    checklists: z.array(id).default([]),
    messages: z.array(id).default([]),
    formerIds,
  }),
]);

/** content/triage/<id>/<locale>.yaml */
export const triageWords = z.strictObject({
  title: line.describe('the question, or the name of the outcome'),
  text: line.describe('why we ask and what counts as yes, or what the outcome means and what to do'),
  say: line.optional().describe('outcomes: words that can be said at once, in quotation marks of the language'),
  tools: line.optional().describe('outcomes: names the checklists and messages that help'),
});
