import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { getTargets } from '../../src/share/queries.ts';
import { getTargetPaths } from '../../src/share/target-paths.ts';
import { type Choice, joinChoices } from '../../src/site/choice.ts';
import LanguageChoice from '../../src/site/LanguageChoice.astro';
import { getAncestors, getAttribute, getText } from '../support/html.ts';
import { render } from '../support/render.ts';

const choices: Choice[] = [
  { locale: 'he', href: '/he/x/#a', title: 'אף ״אבל״', note: 'בשיחה' },
  { locale: 'it', href: '/it/x/#a', title: 'Nessun «ma»', note: 'Nella conversazione' },
  { locale: 'en', href: '/en/x/#a', title: 'No “but”', note: 'In the conversation' },
];

describe('what a language-neutral link may lead to', () => {
  it('is the same thing in every language, and no two things share an id', async () => {
    const targets = await getTargets();
    expect(targets.length).toBeGreaterThan(100);
    expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length);
    for (const { id, choices: found } of targets) {
      expect([id, found.map(({ locale }) => locale)]).toEqual([id, locales]);
      expect([id, ...new Set(found.map(({ locale, href }) => href.replace(`/${locale}/`, '/')))]).toEqual([
        id,
        found[0]?.href.replace(`/${found[0].locale}/`, '/'),
      ]);
      for (const { title, note } of found) expect(title && note).toBeTruthy();
    }
  });

  it('is found under its id and under every id it had before', () => {
    const found = getTargetPaths([
      { id: 'no-but', formerIds: ['never-but', 'but'], choices },
      { id: 'own-up', formerIds: [], choices: [] },
    ]);
    expect(found).toEqual([
      { params: { id: 'no-but' }, props: { choices } },
      { params: { id: 'never-but' }, props: { choices } },
      { params: { id: 'but' }, props: { choices } },
      { params: { id: 'own-up' }, props: { choices: [] } },
    ]);
  });
});

describe('a page in no language', () => {
  it('offers plain links, each in its language and direction', async () => {
    const { elements } = await render(LanguageChoice, { choices });
    const links = elements.filter(({ tagName }) => tagName === 'a');
    expect(links.map((link) => [getAttribute(link, 'href'), getAttribute(link, 'hreflang'), getAttribute(link, 'data-locale')])).toEqual(
      choices.map(({ href, locale }) => [href, locale, locale]),
    );
    expect(links.map((link) => getAncestors(link)[0]!).map((row) => [getAttribute(row, 'lang'), getAttribute(row, 'dir')])).toEqual([
      ['he', 'rtl'],
      ['it', 'ltr'],
      ['en', 'ltr'],
    ]);
  });

  it('has a heading of all titles, each in its language', async () => {
    const { elements } = await render(LanguageChoice, { choices });
    const [heading] = elements.filter(({ tagName }) => tagName === 'h1');
    const parts = elements.filter((element) => heading && getAncestors(element)[0] === heading);
    expect(parts.map((part) => [getAttribute(part, 'lang'), getText(part)])).toEqual(choices.map(({ locale, title }) => [locale, title]));
  });

  it('begins its title with its own language, bare, so that browsers order the line by it (rules 6 and 11)', () => {
    expect(joinChoices(choices, 'title')).toBe('No “but” · \u2068אף ״אבל״\u2069 · \u2068Nessun «ma»\u2069');
    expect(joinChoices(choices, 'note')).toBe('In the conversation · \u2068בשיחה\u2069 · \u2068Nella conversazione\u2069');
  });
});
