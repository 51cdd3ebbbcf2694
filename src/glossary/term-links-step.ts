import { existsSync } from 'node:fs';
import type { PageStep } from '../build/finish-pages.ts';
import { getStrings, readWordFiles } from '../content/read-word-files.ts';
import { isLocale } from '../i18n/locales.ts';
import { createPaths } from '../i18n/paths.ts';
import { type LinkedTerm, linkTerms } from './term-links.ts';

const none: readonly LinkedTerm[] = [];
const GLOSSARY = 'content/glossary';

/** The first use of each glossary term on a page leads to its explanation. */
export function termLinks(): PageStep {
  const terms = new Map<string, LinkedTerm[]>();
  return {
    name: 'term-links',
    async start({ base }) {
      if (!existsSync(GLOSSARY)) return;
      const paths = createPaths(base);
      for (const [key, fields] of await readWordFiles(GLOSSARY)) {
        const [locale = '', id = ''] = key.split('/');
        if (!isLocale(locale)) continue;
        terms.set(locale, [...(terms.get(locale) ?? []), { href: paths.glossary(locale, id), forms: getStrings(fields, 'forms') }]);
      }
    },
    finishPage(html, { route }) {
      const [locale = '', section] = route.split('/');
      return section === 'glossary' ? html : linkTerms(html, terms.get(locale) ?? none);
    },
  };
}
