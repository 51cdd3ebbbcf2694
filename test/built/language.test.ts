import { describe, expect, it } from 'vitest';
import { getLocaleRow, locales, localeTable } from '../../src/i18n/locales.ts';
import { base, builtPages, collectFaults, findPage, localePages, site } from '../support/built-pages.ts';
import { getCss, getDeclarations } from '../support/css.ts';
import { describeElement, type Element, getAncestors, getAttribute, getInherited, getText, hasClass } from '../support/html.ts';
import { getIds } from '../support/links.ts';
import { getDominantScript, getTexts, removeIsolates } from '../support/texts.ts';

/** The direction of the first character that has one, as browsers take it for a title. */
function getFirstStrong(text: string): 'ltr' | 'rtl' | undefined {
  const [first] = /[\p{L}\u200e\u200f\u061c]/u.exec(text) ?? [];
  if (!first) return undefined;
  return /[\p{Script=Hebrew}\p{Script=Arabic}\u200f\u061c]/u.test(first) ? 'rtl' : 'ltr';
}

describe('every page', () => {
  it('says its language and direction on <html>, the pair that its address promises (rule 1)', () => {
    expect(builtPages.length).toBeGreaterThan(40);
    const faults = collectFaults(builtPages, ({ locale, root }) => {
      const row = locale && getLocaleRow(locale);
      const [lang, dir] = [getAttribute(root, 'lang'), getAttribute(root, 'dir')];
      if (row) return lang === row.lang && dir === row.dir ? [] : [`lang=${lang} dir=${dir}`];
      return localeTable.some((other) => other.lang === lang && other.dir === dir) ? [] : [`lang=${lang} dir=${dir}`];
    });
    expect(faults).toEqual([]);
  });

  it('has a title whose first strong character runs in the direction of the page (rule 6)', () => {
    const faults = collectFaults(builtPages, ({ root, elements }) => {
      const title = elements.find(({ tagName }) => tagName === 'title');
      const text = title ? getText(title) : '';
      return getFirstStrong(text) === getAttribute(root, 'dir') ? [] : [`“${text}” begins ${getFirstStrong(text)}`];
    });
    expect(faults).toEqual([]);
  });

  it('marks words in another script with their language and, where it differs, their direction (rule 4)', () => {
    const scripts = new Map<string, string>(localeTable.map(({ lang, script }) => [lang, script]));
    // Numbers of ideas (H21), licences, and addresses are in no language.
    const wordless = /^\s*([A-Z]\d\d|CC BY 4\.0|MIT|https?:\S+)\s*$/;
    const faults = collectFaults(builtPages, (page) =>
      getTexts(page).flatMap(({ value, lang, dir, place, node }) => {
        // Title and description have no markup, and an attribute no language of its own.
        if (!node || /^(title|meta|option)/.test(place) || wordless.test(value)) return [];
        const script = getDominantScript(removeIsolates(value)) ?? getDominantScript(value);
        if (!script) return [];
        const right = script === 'latin' ? 'ltr' : 'rtl';
        // A name in a <bdi> with its direction is the same in every language.
        const isName = getAncestors(node).some((element) => element.tagName === 'bdi' && getAttribute(element, 'dir') !== undefined);
        if (scripts.get(lang) !== script && !isName) return [`“${value.trim().slice(0, 60)}” in ${place} is ${script} under lang=${lang}`];
        return dir === right ? [] : [`“${value.trim().slice(0, 60)}” in ${place} is ${script} under dir=${dir}`];
      }),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  it('has Hebrew and Arabic letters only where they are said to be in a language with such letters (rule 4)', () => {
    const letters = { hebrew: /\p{Script=Hebrew}/u, arabic: /\p{Script=Arabic}/u, latin: /$^/ };
    const faults = collectFaults(builtPages, (page) =>
      getTexts(page).flatMap(({ value, lang, place, node }) => {
        const own = localeTable.find((row) => row.lang === lang)?.script;
        const foreign =
          node && !place.startsWith('title') && Object.entries(letters).some(([script, letter]) => script !== own && letter.test(removeIsolates(value)));
        return foreign ? [`“${value.trim().slice(0, 60)}” in ${place} under lang=${lang}`] : [];
      }),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  it('mixes no letters of another language’s script into attributes that are read out', () => {
    const faults = collectFaults(localePages, (page) =>
      getTexts(page).flatMap(({ value, lang, place, node }) => {
        const script = getDominantScript(removeIsolates(value));
        return !node && script && script !== getLocaleRow(page.locale).script && lang === page.locale ? [`“${value}” in ${place}`] : [];
      }),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  it('gives every mark of another language a direction where that is not the one around it', () => {
    const faults = collectFaults(builtPages, ({ elements }) =>
      elements.flatMap((element) => {
        const row = localeTable.find(({ lang }) => lang === getAttribute(element, 'lang'));
        return row && getInherited(element, 'dir') !== row.dir
          ? [`${describeElement(element)} has lang=${row.lang} under dir=${getInherited(element, 'dir')}`]
          : [];
      }),
    );
    expect(faults).toEqual([]);
  });
});

describe('the language links (rule 5)', () => {
  const getSets = (elements: readonly Element[]) => elements.filter((element) => hasClass(element, 'set') && getAttribute(element, 'data-for') !== undefined);
  const getLinks = (set: Element, elements: readonly Element[]) => elements.filter((element) => element.tagName === 'a' && getAncestors(element).includes(set));
  const names = localeTable.filter(({ published }) => published).map(({ id, lang, dir, name }) => ({ id, lang, dir, name }));

  it('are four on every page and for every anchor, by own name, with language and direction, the present one marked', () => {
    const faults = collectFaults(localePages, ({ elements, locale }) =>
      getSets(elements).flatMap((set) => {
        const links = getLinks(set, elements).map((link) => ({
          id: getAttribute(link, 'data-locale'),
          lang: getAttribute(link, 'lang'),
          dir: getAttribute(link, 'dir'),
          name: getText(link).trim(),
          hreflang: getAttribute(link, 'hreflang'),
          current: getAttribute(link, 'aria-current'),
        }));
        const expected = names.map((row) => ({ ...row, hreflang: row.lang, current: row.id === locale ? 'true' : undefined }));
        return JSON.stringify(links) === JSON.stringify(expected) ? [] : [`“${getAttribute(set, 'data-for')}”: ${JSON.stringify(links)}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('lead to the same page, and for an anchor to the same anchor there', () => {
    const faults = collectFaults(localePages, ({ elements, locale, route }) =>
      getSets(elements).flatMap((set) => {
        const anchor = getAttribute(set, 'data-for') ?? '';
        return getLinks(set, elements).flatMap((link) => {
          const href = getAttribute(link, 'href') ?? '';
          const target = findPage(new URL(href, site).href);
          const other = getAttribute(link, 'data-locale');
          // Two languages side by side: where the reader picks the second, the two change places.
          const there = route.endsWith(`/with/${other}/`) ? route.replace(/[^/]+\/$/, `${locale}/`) : route;
          if (href !== `${base}${other}/${there}${anchor && `#${anchor}`}`) return [`${href} is not ${other}/${there} at “${anchor}”`];
          if (!target || target.locale !== other || target.route !== there) return [`${href} leads to ${target?.file ?? 'nothing'}`];
          const canonical = target.elements.find((element) => getAttribute(element, 'rel') === 'canonical');
          const own = elements.find((element) => getAttribute(element, 'rel') === 'canonical');
          const [theirs, ours] = [canonical, own].map((element) => (element && getAttribute(element, 'href')) ?? '');
          if (theirs?.replace(`/${other}/`, `/${locale}/`) !== ours) return [`${href} has the canonical address ${theirs}`];
          return anchor && !getIds(target).has(anchor) ? [`${href}: ${target.file} has no such anchor`] : [];
        });
      }),
    );
    expect(faults).toEqual([]);
  });

  it('are there for every anchor a step, item, idea or tension has, and CSS shows exactly one set at a time', () => {
    const faults = collectFaults(localePages, (page) => {
      const sets = getSets(page.elements).map((set) => getAttribute(set, 'data-for') ?? '');
      const anchors = page.elements
        .filter((element) => hasClass(element, 'anchor') || (getAttribute(element, 'data-entry') !== undefined && getAttribute(element, 'id') !== undefined))
        .map((element) => getAttribute(element, 'id') ?? '');
      const shown = getDeclarations(getCss(page)).filter(
        ({ property, value, context }) => property === 'display' && value === 'flex' && context.at(-1)?.includes(':target'),
      );
      const selectors = shown.map(({ context }) => context.at(-1));
      return [
        ...anchors.filter((anchor) => !sets.includes(anchor)).map((anchor) => `no links keep #${anchor}`),
        ...sets.filter((anchor) => anchor && !anchors.includes(anchor)).map((anchor) => `links keep #${anchor}, which is no anchor`),
        ...sets
          .filter((anchor) => anchor && !selectors.includes(`:root:has(#${anchor}:target) [data-for="${anchor}"]`))
          .map((anchor) => `nothing shows the links of #${anchor}`),
        ...(new Set(sets).size === sets.length && sets.includes('') ? [] : [`sets: ${sets.join(', ')}`]),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('are plain links on the root and the 404 page too, into every language', () => {
    for (const file of ['index.html', '404.html']) {
      const page = builtPages.find((candidate) => candidate.file === file);
      const homes = page?.elements.filter((element) => element.tagName === 'a').map((link) => getAttribute(link, 'href'));
      expect([file, locales.filter((locale) => !homes?.includes(`${base}${locale}/`))]).toEqual([file, []]);
    }
  });
});
