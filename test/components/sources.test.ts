import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { getBadges, getSources } from '../../src/sources/queries.ts';
import SourceBadges from '../../src/sources/SourceBadges.astro';
import { getAttribute, getText } from '../support/html.ts';
import { render } from '../support/render.ts';

const sources = await getSources('en');
const name = (badges: ReturnType<typeof getBadges>) => badges.map(({ source, idea }) => `${source.order} ${source.id} ${idea}`);

describe('the badges of a step', () => {
  it('are one for each source that has any of its ideas, in the order of the sources', () => {
    expect(name(getBadges(sources, ['A14', 'T09', 'H11', 'H25', 'T10']))).toEqual(['1 own-up-article H11', '2 advice-column T09', '3 win-back-article A14']);
  });

  it('lead to the first of the cited ideas in the order of the source, however they are cited', () => {
    expect(name(getBadges(sources, ['T26', 'T23', 'T24']))).toEqual(['2 advice-column T23']);
  });

  it('are none without ideas, or with ideas of no source', () => {
    expect(getBadges(sources, [])).toEqual([]);
    expect(getBadges(sources, ['H99', 'constructor', '__proto__', 'toString'])).toEqual([]);
    expect(getBadges([], ['H11'])).toEqual([]);
  });

  it('say the number and name of the source, isolated, in every language, and stay out of the search index', async () => {
    for (const locale of locales) {
      const words = await getSources(locale);
      const { elements } = await render(SourceBadges, { locale, sources: words, ideas: ['H11', 'A14'] });
      const links = elements.filter(({ tagName }) => tagName === 'a');
      expect(links.map((link) => [getText(link).trim(), getAttribute(link, 'href')])).toEqual([
        ['1', `/${locale}/sources/own-up-article/#H11`],
        ['3', `/${locale}/sources/win-back-article/#A14`],
      ]);
      for (const [index, order] of [1, 3].entries()) {
        const title = words.find((source) => source.order === order)?.words.data.title;
        expect(links[index] && getAttribute(links[index], 'aria-label')).toContain(`\u2068${title}\u2069`);
      }
      expect(elements.filter((element) => getAttribute(element, 'data-entry-skip') !== undefined)).toHaveLength(1);
    }
  });
});
