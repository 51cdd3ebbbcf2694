import { z } from 'astro/zod';
import { description, formerIds, id, ideaId, line, order, searchTerms } from '../content/fields.ts';

/** content/phases/<id>/phase.yaml */
export const phaseStructure = z.strictObject({
  order,
  ideas: z.array(ideaId).default([]).describe('ideas of the sources that the opening of the phase carries'),
  formerIds,
});

/** Frontmatter of content/phases/<id>/<locale>.mdx; the body is how the phase begins. */
export const phaseWords = z.strictObject({
  title: line.describe('name of the phase; it stands alone in menus and search results'),
  description: description.describe('what the phase is for, in one sentence'),
  doneWhen: line.describe('one sentence: when the reader is done with the phase'),
  takes: line.describe('how long the phase tends to take'),
  searchTerms: searchTerms.default([]),
});

/** content/steps/<id>/step.yaml */
export const stepStructure = z.strictObject({
  phase: id.describe('id of the phase the step belongs to'),
  order,
  ideas: z.array(ideaId).describe('ideas of the sources that this step carries; empty if the step is our own addition'),
  formerIds,
});

/** Frontmatter of content/steps/<id>/<locale>.mdx; the body is the guidance. */
export const stepWords = z.strictObject({
  title: line.describe('title of the step; it stands alone in search results and shared links'),
  action: line.describe('what to do, in one imperative sentence'),
  say: line.optional().describe('words to say to the client, in quotation marks of the language'),
  avoid: line.optional().describe('words not to say, in quotation marks of the language'),
  searchTerms: searchTerms.min(8),
});
