import { describe, expect, it } from 'vitest';
import { localeTable, referenceLocale } from '../../src/i18n/locales.ts';
import { formatHeadTitle } from '../../src/layout/head-title.ts';
import { type BuiltPage, base, builtFiles, builtPages, collectFaults, findPage, readBuilt, site } from '../support/built-pages.ts';
import { getContentIds, readDictionary, readStructure } from '../support/content-files.ts';
import { type Element, getAncestors, getAttribute, getInherited, getText, hasClass } from '../support/html.ts';

interface Thing {
  id: string;
  formerIds?: string[];
}

const published = localeTable.filter((row) => row.published);
const pages = builtPages.filter((page) => page.address.startsWith('go/'));
const getChoices = (page: BuiltPage) => page.elements.filter(({ tagName }) => tagName === 'a');
const getPart = (link: Element, page: BuiltPage, name: string) =>
  page.elements.filter((element) => hasClass(element, name) && getAncestors(element).includes(link)).map((element) => getText(element));

/** The things as the authors filed them. */
const read = (folder: string, file: string) => getContentIds(folder).map((id) => ({ id, ...readStructure(folder, id, file) }) as Thing & { phase?: string });
const steps = read('steps', 'step.yaml');
const phases = read('phases', 'phase.yaml').filter(({ id }) => steps.some((step) => step.phase === id));
const checklists = read('checklists', 'checklist.yaml') as (Thing & { items: Thing[] })[];
const messages = read('messages', 'message.yaml');

describe('the language-neutral addresses', () => {
  it('are there for every phase, step, checklist, item and message, under its id and every id it had before, and for nothing else', () => {
    const things: Thing[] = [...phases, ...steps, ...checklists, ...checklists.flatMap(({ items }) => items), ...messages];
    const expected = things.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]).map((id) => `go/${id}/`);
    expect(pages.map(({ address }) => address).sort()).toEqual(expected.sort());
  });

  it('offer one link for every published language, in that language and direction, by what the thing is called there', () => {
    const faults = collectFaults(pages, (page) => {
      const found = getChoices(page).map((link) => [
        getAttribute(link, 'data-locale'),
        getAttribute(link, 'hreflang'),
        getInherited(link, 'lang'),
        getInherited(link, 'dir'),
      ]);
      const expected = published.map(({ id, lang, dir }) => [id, lang, lang, dir]);
      const names = getChoices(page).flatMap((link) => getPart(link, page, 'language'));
      return [
        ...(JSON.stringify(found) === JSON.stringify(expected) ? [] : [JSON.stringify(found)]),
        ...(JSON.stringify(names) === JSON.stringify(published.map(({ name }) => name)) ? [] : [`names ${names}`]),
        ...getChoices(page).flatMap((link) => {
          const [title, called] = [getPart(link, page, 'title')[0], getTitleAt(getAttribute(link, 'href') ?? '')];
          return title && title === called ? [] : [`“${title}” is called “${called}” at ${getAttribute(link, 'href')}`];
        }),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('lead to the same place in every language, and from the id of a step or an item to its own anchor', () => {
    const faults = collectFaults(pages, (page) => {
      const routes = getChoices(page).map((link) => (getAttribute(link, 'href') ?? '').replace(`${base}${getAttribute(link, 'data-locale')}/`, ''));
      const [id] = page.address.split('/').slice(1);
      const isPart = [...steps, ...checklists.flatMap(({ items }) => items)].some((thing) => thing.id === id);
      return [
        ...(new Set(routes).size === 1 ? [] : [routes.join(' ')]),
        ...(isPart && !routes[0]?.endsWith(`/#${id}`) ? [`${routes[0]} has another anchor`] : []),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('are called by their title in the page’s own language, and in previews by all of them, that one first', () => {
    const siteName = readDictionary(referenceLocale)['siteName'] ?? '';
    const faults = collectFaults(pages, (page) => {
      const titles = new Map(getChoices(page).map((link) => [getAttribute(link, 'data-locale'), getPart(link, page, 'title')[0] ?? '']));
      const own = titles.get(referenceLocale) ?? '';
      const [title] = page.elements.filter(({ tagName }) => tagName === 'title').map(getText);
      const preview = page.elements.find((element) => getAttribute(element, 'property') === 'og:title');
      const expected = [own, ...[...titles].filter(([locale]) => locale !== referenceLocale).map(([, other]) => other)].join(' · ');
      return [
        ...(title === formatHeadTitle(own, siteName) ? [] : [`“${title}” is not “${own}”`]),
        ...(preview && (getAttribute(preview, 'content') ?? '').replace(/[\u2068\u2069]/g, '') === expected ? [] : [`previews do not say “${expected}”`]),
        ...(preview && getAttribute(preview, 'lang') === 'mul' && getAttribute(page.root, 'lang') === referenceLocale
          ? []
          : ['are said to be in another language']),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('ask not to be listed and name no other address in their place: not in the head, the sitemap or the search index', () => {
    expect(collectFaults(pages, (page) => (page.html.includes('<meta name="robots" content="noindex">') ? [] : ['is listed']))).toEqual([]);
    const rels = collectFaults(pages, ({ elements }) =>
      elements.flatMap((element) => (['canonical', 'alternate'].includes(getAttribute(element, 'rel') ?? '') ? [getAttribute(element, 'rel') ?? ''] : [])),
    );
    expect(rels).toEqual([]);
    expect(builtFiles.filter((file) => /^sitemap-\d+\.xml$/.test(file) && readBuilt(file).includes('/go/'))).toEqual([]);
    expect(collectFaults(pages, ({ html }) => (html.includes('data-entry') ? ['has something to search'] : []))).toEqual([]);
  });
});

/** What the thing at an address calls itself there. */
function getTitleAt(href: string): string | undefined {
  const target = findPage(new URL(href, site).href);
  const [, anchor] = href.split('#');
  const place = target?.elements.find((element) => getAttribute(element, 'id') === anchor);
  const title = target?.elements.find((element) =>
    anchor
      ? place && getAncestors(element).includes(place) && (element.tagName === 'h2' || getAttribute(element, 'data-entry-title') !== undefined)
      : element.tagName === 'h1',
  );
  return title && getText(title).trim();
}
