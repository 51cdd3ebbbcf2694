import { z } from 'astro/zod';
import { description, ideaId, line } from '../content/fields.ts';

/** content/pages/<id>/page.yaml: a page that is none of the other kinds */
export const pageStructure = z.strictObject({
  ideas: z.array(ideaId).default([]).describe('ideas of the sources that the page carries'),
});

/** Frontmatter of content/pages/<id>/<locale>.mdx; the body is the text of the page. */
export const pageWords = z.strictObject({
  title: line.describe('the heading of the page'),
  description,
});
