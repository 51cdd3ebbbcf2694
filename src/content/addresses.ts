import { getCollection, getEntry } from 'astro:content';
import type { Locale } from '../i18n/locales.ts';
import { paths } from '../i18n/paths.ts';

/** A link in a text names a thing by kind and id: `step:open-with-apology`. */
const REFERENCE = /^(step|phase|checklist|item|source|tension|triage|term|page):([\w-]+)$/;

/**
 * The address in `locale` of what a link in a text refers to.
 *
 * @param href `<kind>:<id>`, or an outside address, which is returned as it is
 * @throws if the thing does not exist; the validating pass reports that with file and line before pages are built
 */
export async function getAddress(locale: Locale, href: string): Promise<string> {
  const [, kind, id] = REFERENCE.exec(href) ?? [];
  if (!kind || !id) return href;
  switch (kind) {
    case 'step': {
      const step = await getEntry('steps', id);
      if (step) return paths.phase(locale, step.data.phase, id);
      break;
    }
    case 'item': {
      const list = (await getCollection('checklists')).find(({ data }) => data.items.some((item) => item.id === id));
      if (list) return paths.checklist(locale, list.id, id);
      break;
    }
    case 'phase':
      return paths.phase(locale, id);
    case 'checklist':
      return paths.checklist(locale, id);
    case 'source':
      return paths.source(locale, id);
    case 'tension':
      return paths.sources(locale, id);
    case 'triage':
      return paths.triage(locale, id);
    case 'term':
      return paths.glossary(locale, id);
    case 'page':
      return paths.route(locale, id === 'home' ? '' : `${id}/`);
  }
  throw new Error(`A text links to \`${href}\`, which does not exist. Run \`npm run check\` to see where.`);
}
