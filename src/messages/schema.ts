import { z } from 'astro/zod';
import { description, formerIds, id, ideaId, line, order, searchTerms } from '../content/fields.ts';

/** What a reader may put into a slot; the kind decides the field, the format and the isolation of the value. */
export const slotKinds = ['line', 'sentence', 'date', 'phone', 'list'] as const;

/** content/messages/<id>/message.yaml */
export const messageStructure = z.strictObject({
  order,
  slots: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be a camel-case ASCII name such as `fixDate`'),
        kind: z.enum(slotKinds),
        optional: z.boolean().default(false).describe('whether a text may leave the slot out'),
      }),
    )
    .min(1),
  wordLimit: z.int().min(10).optional().describe('how many words a sent message may have'),
  legalGate: z.boolean().describe('whether the triage questions come before this message'),
  steps: z.array(id).describe('ids of the steps whose advice the message carries out'),
  ideas: z.array(ideaId).default([]),
  formerIds,
});

/** content/messages/<id>/<locale>.yaml */
export const messageWords = z.strictObject({
  title: line,
  description,
  texts: z.record(z.string(), line).describe('a complete text per address form; slots stand in braces: {fixDate}'),
  searchTerms: searchTerms.default([]),
});
