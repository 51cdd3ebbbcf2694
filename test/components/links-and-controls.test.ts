import { describe, expect, it } from 'vitest';
import { getLocaleRow, locales } from '../../src/i18n/locales.ts';
import Moved from '../../src/layout/Moved.astro';
import SearchBox from '../../src/search/SearchBox.astro';
import Languages from '../../src/site/Languages.astro';
import ThemeChoice from '../../src/site/ThemeChoice.astro';
import { getAncestors, getAttribute, getText, hasClass, isInert } from '../support/html.ts';
import { render } from '../support/render.ts';

const controls = ['button', 'input', 'select', 'textarea', 'form'];

describe('the language links', () => {
  it('are four plain links to the same page, each in its own language and direction (rule 5)', async () => {
    const { elements } = await render(Languages, { locale: 'he', route: 'guide/own-up/', anchors: [] });
    const links = elements.filter(({ tagName }) => tagName === 'a');
    expect(
      links.map((link) => ['href', 'hreflang', 'lang', 'dir', 'aria-current'].map((attribute) => getAttribute(link, attribute)).concat(getText(link).trim())),
    ).toEqual(
      locales.map((locale) => {
        const { lang, dir, name } = getLocaleRow(locale);
        return [`/${locale}/guide/own-up/`, lang, lang, dir, locale === 'he' ? 'true' : undefined, name];
      }),
    );
  });

  it('are there once more for every anchor, and keep it', async () => {
    const anchors = ['name-the-mistake', 'never-deny'];
    const { elements } = await render(Languages, { locale: 'it', route: 'guide/own-up/', anchors });
    const sets = elements.filter((element) => hasClass(element, 'set'));
    expect(sets.map((set) => getAttribute(set, 'data-for'))).toEqual(['', ...anchors]);
    const hrefs = sets.map((set) =>
      elements.filter((element) => element.tagName === 'a' && getAncestors(element).includes(set)).map((link) => getAttribute(link, 'href')),
    );
    expect(hrefs).toEqual(['', ...anchors].map((anchor) => locales.map((locale) => `/${locale}/guide/own-up/${anchor && `#${anchor}`}`)));
  });
});

describe('without script', () => {
  it('the search box is a link to the list of all steps, and no dead form (E01)', async () => {
    for (const locale of locales) {
      const { elements } = await render(SearchBox, { locale });
      const alive = elements.filter((element) => !isInert(element));
      expect(alive.filter(({ tagName }) => tagName === 'a').map((link) => getAttribute(link, 'href'))).toEqual([`/${locale}/steps/`]);
      expect(alive.filter(({ tagName }) => controls.includes(tagName))).toEqual([]);
      const form = elements.find(({ tagName }) => tagName === 'form');
      expect(form && [getAttribute(form, 'action'), getAttribute(form, 'method')]).toEqual([`/${locale}/search/`, 'get']);
      expect(form && (getAttribute(form, 'role') === 'search' || getAncestors(form).some(({ tagName }) => tagName === 'search'))).toBe(true);
    }
  });

  it('the choice of colours is not there (E01)', async () => {
    const { elements } = await render(ThemeChoice, { locale: 'ar' });
    const selects = elements.filter(({ tagName }) => tagName === 'select');
    expect(selects.map(isInert)).toEqual([true]);
    expect(elements.filter(({ tagName }) => tagName === 'option').map((option) => getAttribute(option, 'value'))).toEqual(['', 'light', 'dark']);
  });
});

describe('an address that a thing had before', () => {
  it('leads to the present one by link and by refresh, and asks not to be listed', async () => {
    const title = 'Omer (ext. 214)';
    const { html, elements } = await render(Moved, { locale: 'he', title, href: '/he/guide/own-up/' });
    expect(html).toMatch(/<html lang="he" dir="rtl">/);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toMatch(/<meta http-equiv="refresh" content="\d; url=\/he\/guide\/own-up\/">/);
    expect(elements.filter(({ tagName }) => tagName === 'a').map((link) => getAttribute(link, 'href'))).toEqual(['/he/guide/own-up/']);
    expect(html).toContain(`<title>הדף עבר לכתובת אחרת: \u2068${title}\u2069</title>`);
  });
});
