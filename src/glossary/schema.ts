import { z } from 'astro/zod';
import { formerIds, line, searchTerms } from '../content/fields.ts';

/** content/glossary/<id>/term.yaml */
export const termStructure = z.strictObject({ formerIds });

/** Frontmatter of content/glossary/<id>/<locale>.mdx; the body explains the term. */
export const termWords = z.strictObject({
  title: line.describe('the term, as a colleague would say it'),
  forms: z.array(line).min(1).describe('exact forms of the term in running text that unmistakably mean it; the first on a page becomes a link'),
  searchTerms: searchTerms.min(1),
});
