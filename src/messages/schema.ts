import { z } from 'astro/zod';
import { description, formerIds, id, ideaId, line, order, searchTerms } from '../content/fields.ts';
import { factKinds } from './fact-kinds.ts';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'must be a day such as "2026-03-12", in quotes');
const slot = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be the id of a fact in camel case, such as `fixDate` for fix-date');

/** content/facts/<id>/fact.yaml: something a reader is asked once for all messages */
export const factStructure = z.strictObject({
  order,
  kind: z.enum(factKinds).describe('what may be filled in: it decides the field, the format and the isolation of the value'),
  optional: z
    .boolean()
    .default(false)
    .describe(
      'whether a message reads well without it; its slot then stands in [[double square brackets]], in which words for where it is empty may follow after a bar: [[{contactName}|me]]',
    ),
  past: z.boolean().default(false).describe('for dates: whether the day lies in the past, so that it belongs into no calendar'),
  example: line
    .optional()
    .describe('for dates ("2026-03-06"), moments ("2026-03-05T10:00") and minutes ("40"): the value in the finished example, the same in every language'),
  since: z.array(day).min(2).optional().describe('for a list: the dates of its rows in the finished example'),
  formerIds,
});

/** content/facts/<id>/<locale>.yaml */
export const factWords = z.strictObject({
  title: line.describe('what the field is called'),
  help: line.describe('what to write, in one line'),
  good: line.describe('an entry that serves the message'),
  bad: line.describe('an entry that spoils it, with the reason'),
  example: line.optional().describe('the value in the finished example, where the structure does not hold it'),
  rows: z
    .array(z.strictObject({ what: line, checkedBy: line }))
    .min(2)
    .optional()
    .describe('for a list: its rows in the finished example, one for each date in the structure'),
  columns: z.strictObject({ what: line, since: line, checkedBy: line }).optional().describe('for a list: the heads of its columns'),
});

/** content/messages/<id>/message.yaml */
export const messageStructure = z.strictObject({
  order,
  phase: id.describe('id of the phase in which the message is used'),
  channel: z.enum(['spoken', 'written']).describe('whether it is said or sent'),
  wordLimit: z.int().min(10).optional().describe('how many words it may have, counted with the example facts'),
  legalGate: z.boolean().describe('whether the triage questions about the law come before this message'),
  subject: z.array(slot).optional().describe('slots in the subject line; only what is written has one'),
  moves: z
    .array(
      z.strictObject({
        id: id.describe('what this part of the text does'),
        slots: z.array(slot).describe('the facts that it holds'),
        paragraph: z.boolean().default(false).describe('whether a new paragraph begins here'),
        steps: z.array(id).default([]).describe('ids of the steps that say why'),
      }),
    )
    .min(2)
    .describe('the parts of the text, in order'),
  steps: z.array(id).default([]).describe('ids of further steps whose advice the message as a whole carries out'),
  ideas: z.array(ideaId).default([]),
  formerIds,
});

/** content/messages/<id>/<locale>.yaml */
export const messageWords = z.strictObject({
  title: line,
  description,
  use: line.describe('when to use it'),
  not: line.describe('when not to use it'),
  subject: z.record(z.string(), line).optional().describe('the subject line of a written message, one for each address form'),
  texts: z
    .record(z.string(), z.record(id, line))
    .describe('for each address form its own text, move by move; slots stand in braces: {fixDate}; a line break is one of the message'),
  moves: z.record(id, line).describe('for each move, why it stands here'),
  searchTerms: searchTerms.default([]),
});
