import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../src/build/run-astro.ts';
import { type Locale, locales } from '../../src/i18n/locales.ts';

/** One text that a reader sees, as its author wrote it, without markup. */
export interface AuthoredText {
  readonly file: string;
  /** Kind and id of the thing: `steps/never-deny`. */
  readonly thing: string;
  readonly locale: Locale;
  /** The field it stands in; `body` for what follows the frontmatter. */
  readonly field: string;
  readonly text: string;
}

/** Fields that readers do not read as prose. */
const NOT_PROSE = new Set(['searchTerms', 'forms']);

/** Every authored text of content/, interface strings left out. */
export function getAuthoredTexts(): AuthoredText[] {
  const files = readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' }).sort();
  return files.flatMap((file) => {
    const [, thing, name, ending] = /^(.+?[\\/][^\\/]+)[\\/](\w+)\.(mdx|yaml)$/.exec(file) ?? [];
    const locale = locales.find((candidate) => candidate === name);
    if (!thing || !locale) return [];
    const source = readFileSync(join(root, 'content', file), 'utf8');
    const [, fields = '', body = ''] = ending === 'mdx' ? (/^---\n(.*?)\n---\n?(.*)$/s.exec(source) ?? []) : ['', source, ''];
    const texts = [...flatten(parse(fields) as unknown, ''), { field: 'body', text: removeMarkup(body) }];
    return texts.filter(({ text }) => text.trim() !== '').map(({ field, text }) => ({ file, thing, locale, field, text }));
  });
}

function flatten(value: unknown, field: string): { field: string; text: string }[] {
  if (typeof value === 'string') return [{ field, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (NOT_PROSE.has(key) ? [] : flatten(inner, field ? `${field}.${key}` : key)));
}

function removeMarkup(body: string): string {
  return body
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/^#+ |\{#[\w-]+\}/gm, '');
}
