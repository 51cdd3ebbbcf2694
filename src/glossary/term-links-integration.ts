import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { getBuiltPages } from '../build/built-pages.ts';
import { getStrings, readWordFiles } from '../content/read-word-files.ts';
import { isLocale } from '../i18n/locales.ts';
import { createPaths } from '../i18n/paths.ts';
import { type LinkedTerm, linkTerms } from './term-links.ts';

const none: readonly LinkedTerm[] = [];
const GLOSSARY = 'content/glossary';

/** After the build: the first use of each glossary term on a page leads to its explanation. */
export function termLinks(): AstroIntegration {
  let paths = createPaths('/');
  return {
    name: 'term-links',
    hooks: {
      'astro:config:done': ({ config }) => {
        paths = createPaths(config.base);
      },
      'astro:build:done': async ({ dir }) => {
        if (!existsSync(GLOSSARY)) return;
        const terms = new Map<string, LinkedTerm[]>();
        for (const [key, fields] of await readWordFiles(GLOSSARY)) {
          const [locale = '', id = ''] = key.split('/');
          if (!isLocale(locale)) continue;
          terms.set(locale, [...(terms.get(locale) ?? []), { href: paths.glossary(locale, id), forms: getStrings(fields, 'forms') }]);
        }
        for (const { file, route } of await getBuiltPages(dir)) {
          const [locale = '', section] = route.split('/');
          if (section === 'glossary') continue;
          const html = await readFile(file, 'utf8');
          const linked = linkTerms(html, terms.get(locale) ?? none);
          if (linked !== html) await writeFile(file, linked);
        }
      },
    },
  };
}
