import { z } from 'astro/zod';
import { formerIds, line, searchTerms } from '../content/fields.ts';

/** content/glossary/<id>/term.yaml */
export const termStructure = z.strictObject({ formerIds });

/** Frontmatter of content/glossary/<id>/<locale>.mdx; the body explains the term. */
export const termWords = z.strictObject({
  title: line.describe('the term, as a colleague would say it'),
  searchTerms: searchTerms.min(1),
});
