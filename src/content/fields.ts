import { z } from 'astro/zod';

/**
 * A permanent id: lower-case ASCII words joined by hyphens. It is an anchor, a storage key and a search unit at once.
 * At most 60 characters, so that a share link holds many; never `constructor`, the one word of this form that every
 * JavaScript object already has as a key.
 */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case ASCII words joined by hyphens, for example `open-with-apology`')
  .max(60, 'must have at most 60 characters')
  .refine((value) => value !== 'constructor', 'must not be `constructor`, a key that every JavaScript object has');

/** The id of an idea in one of the three sources: H, T or A and a number. */
export const ideaId = z.string().regex(/^[HTA](\d{2}|N)$/, 'must be the number of an idea such as `H21`');

/** One line of words that a reader sees. */
export const line = z.string().trim().min(1);

/** Ids this thing had before; ticks, links and anchors that still use them keep working. */
export const formerIds = z.array(id).default([]).describe('ids this thing had before; they keep working in stored ticks and shared links');

/** Position among its siblings, from 1, without gaps or doubles. */
export const order = z.int().min(1).describe('position among its siblings, from 1, without gaps or doubles');

/** What people type when they look for this, beyond the words of the text itself. */
export const searchTerms = z.array(line).describe('what people type when they look for this: everyday words, synonyms, misspellings, questions');

/** A sentence for search engines and link previews. */
export const description = line.max(200).describe('one sentence for search engines and link previews, at most 200 characters');
