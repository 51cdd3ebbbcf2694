import { describe, expect, it } from 'vitest';
import { getSamplePages } from '../../src/build/sample-pages.ts';
import { getLocaleRow, locales } from '../../src/i18n/locales.ts';
import { base, builtFiles, builtPages, collectFaults, findPage, localePages, site } from '../support/built-pages.ts';
import { getContentIds, readFrontmatter, readStructure } from '../support/content-files.ts';
import { getAncestors, getAttribute, getText, hasClass } from '../support/html.ts';

/** The steps as the authors filed them: id, phase, order. */
const steps = getContentIds('steps').map((id) => ({ id, ...(readStructure('steps', id, 'step.yaml') as { phase: string; order: number }) }));
const phases = [...new Set(steps.map(({ phase }) => phase))];

/** The page at a route of a language; a test cannot go on without it. */
function getPage(locale: string, route: string) {
  const page = findPage(new URL(`${base}${locale}/${route}`, site).href);
  if (!page) throw new Error(`dist/ has no page ${locale}/${route}.`);
  return page;
}

describe('the built site', () => {
  it('has every kind of page in every language', () => {
    expect(getSamplePages().filter(({ path }) => !builtPages.some(({ address }) => address === path))).toEqual([]);
  });

  it('has the same addresses in every language', () => {
    const routes = locales.map((locale) =>
      builtPages
        .filter((page) => page.locale === locale)
        // Beside each language stand the other three.
        .map(({ route }) => route.replace(/\/with\/\w+\/$/, '/with/another/'))
        .sort(),
    );
    for (const [index, found] of routes.entries()) expect([locales[index], found]).toEqual([locales[index], routes[0]]);
  });

  it('names every address in lower-case ASCII', () => {
    expect(builtFiles.filter((file) => !/^(_headers|[a-z0-9/_.-]+|_astro\/[\w.-]+|pagefind\/[\w/.-]+)$/.test(file))).toEqual([]);
  });

  it('has a page for every phase that has steps and every checklist and source, and none for a phase without', () => {
    for (const locale of locales) {
      const below = (folder: string) =>
        localePages.filter((page) => page.locale === locale && new RegExp(`^${folder}/[^/]+/$`).test(page.route)).map(({ route }) => route.split('/')[1]);
      expect(below('guide')).toEqual([...phases].sort());
      expect(below('checklists')).toEqual(getContentIds('checklists').sort());
      expect(below('sources')).toEqual(getContentIds('sources').sort());
    }
  });
});

describe('the page of a phase', () => {
  it('has its steps in order, each under its permanent id and with its own title and action', () => {
    for (const locale of locales)
      for (const phase of phases) {
        const { elements } = getPage(locale, `guide/${phase}/`);
        const own = steps.filter((step) => step.phase === phase).sort((a, b) => a.order - b.order);
        const sections = elements.filter((element) => element.tagName === 'section' && getAttribute(element, 'data-entry') === 'step');
        expect([locale, sections.map((section) => getAttribute(section, 'id'))]).toEqual([locale, own.map(({ id }) => id)]);
        for (const [index, { id }] of own.entries()) {
          const words = readFrontmatter('steps', id, locale);
          const inside = elements.filter((element) => getAncestors(element).includes(sections[index]!)).map((element) => getText(element).trim());
          for (const field of ['title', 'action', 'say', 'avoid']) if (words[field]) expect(inside).toContain(String(words[field]));
        }
      }
  });
});

describe('the list of all steps', () => {
  it('has every written step with its action, in the alphabetical order of the language', () => {
    for (const locale of locales) {
      const { elements } = getPage(locale, 'steps/');
      const links = elements.filter((element) => element.tagName === 'a' && hasClass(element, 'title'));
      const expected = steps
        .map(({ id, phase }) => ({ title: String(readFrontmatter('steps', id, locale)['title']), href: `${base}${locale}/guide/${phase}/#${id}` }))
        .sort((a, b) => new Intl.Collator(getLocaleRow(locale).lang).compare(a.title, b.title));
      expect(links.map((link) => ({ title: getText(link).trim(), href: getAttribute(link, 'href') }))).toEqual(expected);
      const words = elements.map((element) => getText(element).trim());
      for (const { id } of steps) expect(words).toContain(String(readFrontmatter('steps', id, locale)['action']));
    }
  });

  it('is one link away from every page in every language', () => {
    const faults = collectFaults(localePages, ({ elements, locale }) =>
      elements.some((element) => element.tagName === 'a' && getAttribute(element, 'href') === `${base}${locale}/steps/`) ? [] : ['has no link to it'],
    );
    expect(faults).toEqual([]);
  });
});

describe('the page of a source', () => {
  it('has every idea that something cites, and every badge leads to one', () => {
    for (const locale of locales) {
      const ideas = localePages
        .filter((page) => page.locale === locale && /^sources\/[^/]+\/$/.test(page.route))
        .flatMap(({ elements }) => elements.filter((element) => hasClass(element, 'idea')).map((element) => getAttribute(element, 'id')));
      const cited = steps.flatMap((step) => (step as unknown as { ideas: string[] }).ideas);
      expect([locale, cited.filter((idea) => !ideas.includes(idea))]).toEqual([locale, []]);
      expect(new Set(ideas).size).toBe(ideas.length);
    }
  });
});
