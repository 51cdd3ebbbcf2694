import { z } from 'astro/zod';
import { description, formerIds, id, ideaId, line, order } from '../content/fields.ts';

/** What an idea is in its source; noise and gaps need not be cited anywhere. */
export const ideaKinds = ['advice', 'warning', 'claim', 'example', 'anecdote', 'quote', 'frame', 'gap', 'noise'] as const;

/** content/sources/<id>/source.yaml */
export const sourceStructure = z.strictObject({
  order: order.describe('the number on the badge'),
  lang: z.string().describe('BCP-47 tag of the language of the text'),
  publisher: line.optional().describe('publisher, as far as the text itself says'),
  date: line.optional().describe('date, as far as the text itself says: YYYY or YYYY-MM'),
  ideas: z.record(ideaId, z.enum(ideaKinds)).describe('every idea of the source and its kind, in the order of the text'),
  formerIds,
});

/** Frontmatter of content/sources/<id>/<locale>.mdx; the body says what kind of text it is. */
export const sourceWords = z.strictObject({
  title: line.describe('short name of the text, in our words'),
  description,
  ideas: z.record(ideaId, line).describe('every cited idea in one sentence of our words'),
});

/** content/tensions/<id>/tension.yaml: where the sources pull apart */
export const tensionStructure = z.strictObject({
  order,
  steps: z.array(id).describe('ids of the steps that are concerned'),
  sources: z.array(id).min(1).describe('ids of the sources that pull apart; one, if it contradicts itself'),
  formerIds,
});

/** content/tensions/<id>/<locale>.yaml */
export const tensionWords = z.strictObject({
  title: line.describe('names the question'),
  sides: line.describe('who says what, in one or two sentences'),
  advice: line.describe('what we advise and why, in two or three sentences'),
  short: line.describe('one sentence for the step: the difference and our answer'),
});
