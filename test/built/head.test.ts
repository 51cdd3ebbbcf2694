import { describe, expect, it } from 'vitest';
import { localeTable, referenceLocale } from '../../src/i18n/locales.ts';
import {
  type BuiltPage,
  base,
  builtFiles,
  builtPages,
  collectFaults,
  findPage,
  getUrl,
  isBuilt,
  localePages,
  readBuilt,
  site,
} from '../support/built-pages.ts';
import { type Element, getAttribute, getText } from '../support/html.ts';

const published = localeTable.filter((row) => row.published);
const indexed = builtPages.filter((page) => page.indexed);

const getLinks = (page: BuiltPage, rel: string): Element[] =>
  page.elements.filter((element) => element.tagName === 'link' && getAttribute(element, 'rel') === rel);
const getHref = (element: Element | undefined): string => (element && getAttribute(element, 'href')) ?? '';
const getTitle = (page: BuiltPage): string =>
  page.elements
    .filter(({ tagName }) => tagName === 'title')
    .map(getText)
    .join('|');
const getMeta = (page: BuiltPage, name: string): string[] =>
  page.elements.flatMap((element) =>
    getAttribute(element, 'name') === name || getAttribute(element, 'property') === name ? [getAttribute(element, 'content') ?? ''] : [],
  );

/** hreflang and address of every alternate of a page. */
function getAlternates(page: BuiltPage): Map<string, string> {
  return new Map(getLinks(page, 'alternate').map((link) => [getAttribute(link, 'hreflang') ?? '', getHref(link)]));
}

describe('titles and descriptions', () => {
  it('are there once on every page', () => {
    expect(collectFaults(builtPages, (page) => (getTitle(page).trim() && !getTitle(page).includes('|') ? [] : [`title “${getTitle(page)}”`]))).toEqual([]);
    expect(
      collectFaults(builtPages, (page) =>
        getMeta(page, 'description').length === 1 && getMeta(page, 'description')[0]?.trim()
          ? []
          : [`description ${JSON.stringify(getMeta(page, 'description'))}`],
      ),
    ).toEqual([]);
  });

  it.each<[string, (page: BuiltPage) => string]>([
    ['title', getTitle],
    ['description', (page) => getMeta(page, 'description')[0] ?? ''],
  ])('no two pages of a language share a %s', (_name, get) => {
    const seen = new Map<string, string>();
    const doubles = indexed.flatMap((page) => {
      const key = `${page.locale ?? ''} ${get(page)}`;
      const other = seen.get(key);
      seen.set(key, page.file);
      return other ? [`${other} and ${page.file}: “${get(page)}”`] : [];
    });
    expect(doubles).toEqual([]);
  });

  it('are no longer than a search engine shows, and end in the name of the site', () => {
    const names = Object.fromEntries(localePages.filter(({ route }) => route === '').map((page) => [page.locale, getMeta(page, 'og:site_name')[0] ?? '']));
    const faults = collectFaults(localePages, (page) => {
      const [title, description] = [getTitle(page), getMeta(page, 'description')[0] ?? ''];
      return [
        ...(description.length >= 50 && description.length <= 200 ? [] : [`description of ${description.length} characters`]),
        ...(names[page.locale] && title.includes(names[page.locale] ?? '') ? [] : [`title “${title}” lacks “${names[page.locale]}”`]),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('say in previews what the page says', () => {
    // Two languages side by side have a title of their own and the heading of the phase.
    const pages = localePages.filter(({ route }) => !/\/with\/\w+\/$/.test(route));
    const faults = collectFaults(pages, (page) => {
      const heading = page.elements
        .filter(({ tagName }) => tagName === 'h1')
        .map(getText)
        .join('|')
        .trim();
      return [
        ...(getMeta(page, 'og:title').join('|') === heading ? [] : [`og:title “${getMeta(page, 'og:title')}” is not the heading “${heading}”`]),
        ...(getMeta(page, 'og:description').join('|') === getMeta(page, 'description').join('|') ? [] : ['og:description is not the description']),
      ];
    });
    expect(faults).toEqual([]);
  });
});

describe('addresses for search engines', () => {
  it('are canonical: a listed page names itself, any other one that is listed', () => {
    const faults = collectFaults(localePages, (page) => {
      const links = getLinks(page, 'canonical').map(getHref);
      if (links.length !== 1) return [`${links.length} canonical links`];
      if (page.indexed) return links[0] === getUrl(page) ? [] : [`canonical ${links[0]}`];
      return links[0] === getUrl(page) || findPage(links[0] ?? '') ? [] : [`canonical ${links[0]} leads nowhere`];
    });
    expect(faults).toEqual([]);
    expect(getHref(getLinks(builtPages.find(({ file }) => file === 'index.html')!, 'canonical')[0])).toBe(new URL(base, site).href);
  });

  it('name the same page in every published language and x-default, and each of them names them back', () => {
    const faults = collectFaults(indexed, (page) => {
      const alternates = getAlternates(page);
      const expected = new Map(published.map((row) => [row.lang as string, new URL(`${base}${row.id}/${page.route}`, site).href]));
      expected.set('x-default', new URL(page.route ? `${base}${referenceLocale}/${page.route}` : base, site).href);
      if (JSON.stringify([...alternates].sort()) !== JSON.stringify([...expected].sort())) return [`alternates ${JSON.stringify([...alternates])}`];
      if (alternates.size !== getLinks(page, 'alternate').length) return ['an hreflang stands there twice'];
      return [...alternates.values()].flatMap((href) => {
        const target = findPage(href);
        if (!target?.indexed) return [`${href} is no listed page`];
        return JSON.stringify([...getAlternates(target)].sort()) === JSON.stringify([...alternates].sort())
          ? []
          : [`${href} does not name the same alternates`];
      });
    });
    expect(faults).toEqual([]);
  });

  it('are not there in other languages for a page that asks not to be listed', () => {
    expect(collectFaults(builtPages, (page) => (page.indexed || getAlternates(page).size === 0 ? [] : ['has hreflang and noindex']))).toEqual([]);
  });
});

describe('the sitemap', () => {
  const files = builtFiles.filter((file) => /^sitemap-\d+\.xml$/.test(file));
  const urls = files.flatMap((file) => [...readBuilt(file).matchAll(/<url>(.*?)<\/url>/gs)].map(([, url = '']) => url));
  const getLocation = (url: string) => /<loc>(.*?)<\/loc>/.exec(url)?.[1] ?? '';

  it('is found through robots.txt and its index', () => {
    const index = /^Sitemap: (\S+)$/m.exec(readBuilt('robots.txt'))?.[1] ?? '';
    expect(index).toBe(new URL(`${base}sitemap-index.xml`, site).href);
    const named = [...readBuilt('sitemap-index.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, location]) => location);
    expect(named).toEqual(files.map((file) => new URL(`${base}${file}`, site).href));
  });

  it('lists every page that may be listed, once, and no other', () => {
    expect(urls.map(getLocation).sort()).toEqual(indexed.map(getUrl).sort());
  });

  it('names for each language one address, the same that the page itself names', () => {
    const faults = urls.flatMap((url) => {
      const named = [...url.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang = '', href = '']) => [lang, href] as const);
      const page = findPage(getLocation(url));
      const alternates = page ? getAlternates(page) : new Map<string, string>();
      const wrong = named.filter(([lang, href]) => alternates.get(lang) !== href).map(([lang, href]) => `${getLocation(url)} names ${href} for ${lang}`);
      const missing = published
        .filter(({ lang }) => !named.some(([other]) => other === lang))
        .map(({ lang }) => `${getLocation(url)} names nothing for ${lang}`);
      const doubled = new Set(named.map(([lang]) => lang)).size === named.length ? [] : [`${getLocation(url)} names a language twice`];
      return [...wrong, ...missing, ...doubled];
    });
    expect(faults).toEqual([]);
  });
});

describe('the marks of the site', () => {
  it('are icon, touch icon and colours on every page, and the files are there', () => {
    const faults = collectFaults(
      builtPages.filter(({ moved }) => !moved),
      (page) => {
        const icons = ['icon', 'apple-touch-icon'].flatMap((rel) => {
          const hrefs = getLinks(page, rel).map(getHref);
          return [
            ...(hrefs.length > 0 ? [] : [`no ${rel}`]),
            ...hrefs.filter((href) => !href.startsWith(base) || !isBuilt(href.slice(base.length))).map((href) => `${rel} ${href} is no file`),
          ];
        });
        const colours = page.elements
          .filter((element) => getAttribute(element, 'name') === 'theme-color')
          .map((element) => `${getAttribute(element, 'media')} ${getAttribute(element, 'content')}`);
        const expected = ['(prefers-color-scheme: light) #f3f6f2', '(prefers-color-scheme: dark) #111814'];
        return [...icons, ...(JSON.stringify(colours) === JSON.stringify(expected) ? [] : [`theme-color ${JSON.stringify(colours)}`])];
      },
    );
    expect(faults).toEqual([]);
  });

  it('are files of the kind that their names say', () => {
    expect(readBuilt('favicon.svg')).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(readBuilt('apple-touch-icon.png').slice(1, 4)).toBe('PNG');
  });

  it('come after the charset and let every page be zoomed', () => {
    expect(
      collectFaults(builtPages, ({ html }) => (/^<!doctype html><html[^>]*><head[^>]*><meta charset="utf-8">/i.test(html) ? [] : ['charset is not first'])),
    ).toEqual([]);
    expect(
      collectFaults(builtPages, (page) =>
        getMeta(page, 'viewport').join() === 'width=device-width, initial-scale=1' ? [] : [`viewport ${getMeta(page, 'viewport')}`],
      ),
    ).toEqual([]);
  });
});
