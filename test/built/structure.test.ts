import { describe, expect, it } from 'vitest';
import { builtPages, collectFaults, localePages } from '../support/built-pages.ts';
import { describeElement, getAncestors, getAttribute, getText, hasClass, isInert } from '../support/html.ts';

describe('every page', () => {
  it('has one first heading, one main part and one title', () => {
    const faults = collectFaults(builtPages, ({ elements }) =>
      ['h1', 'main', 'title'].flatMap((tag) => {
        const count = elements.filter(
          (element) => element.tagName === tag && !isInert(element) && getAncestors(element).every(({ tagName }) => tagName !== 'svg'),
        ).length;
        return count === 1 ? [] : [`${count} × <${tag}>`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('leaves out no level between one heading and the next, and no words in a heading', () => {
    const faults = collectFaults(builtPages, ({ elements }) => {
      const headings = elements.filter((element) => /^h[1-6]$/.test(element.tagName) && !isInert(element));
      const levels = headings.map(({ tagName }) => Number(tagName[1]));
      return [
        ...(levels[0] === 1 ? [] : [`begins with h${levels[0]}`]),
        ...levels.flatMap((level, index) =>
          level > (levels[index - 1] ?? 0) + 1 ? [`h${levels[index - 1]} is followed by h${level} “${getText(headings[index]!)}”`] : [],
        ),
        ...headings.filter((heading) => !getText(heading).trim()).map(describeElement),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('gives no id twice and only ids of ASCII letters, digits and hyphens', () => {
    const faults = collectFaults(builtPages, ({ elements }) => {
      const ids = elements.flatMap((element) => getAttribute(element, 'id') ?? []);
      return [
        ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `#${id} twice`),
        ...ids.filter((id) => !/^[A-Za-z][A-Za-z0-9-]*$/.test(id)).map((id) => `#${id}`),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('refers only to ids that it has', () => {
    const faults = collectFaults(builtPages, ({ elements }) => {
      const ids = new Set(elements.flatMap((element) => getAttribute(element, 'id') ?? []));
      return elements.flatMap((element) =>
        ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details', 'list', 'headers'].flatMap((name) =>
          (getAttribute(element, name) ?? '')
            .split(/\s+/)
            .filter((id) => id && !ids.has(id))
            .map((id) => `${describeElement(element)} ${name}=${id}`),
        ),
      );
    });
    expect(faults).toEqual([]);
  });

  it('gives every attribute once', () => {
    const faults = collectFaults(builtPages, ({ html }) => {
      const tags = html.replace(/<(style|script)\b[^>]*>.*?<\/\1>/gs, '').match(/<[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/g) ?? [];
      const doubled = tags.filter((tag) => {
        const names = [...tag.matchAll(/\s([^\s=>"/]+)(?:="[^"]*")?/g)].map(([, name]) => name);
        return new Set(names).size !== names.length;
      });
      return doubled.slice(0, 1).map((tag) => `${doubled.length} tags such as ${tag}`);
    });
    expect(faults).toEqual([]);
  });

  it('says something: a heading and words below it', () => {
    const faults = collectFaults(localePages, ({ elements }) => {
      const main = elements.find(({ tagName }) => tagName === 'main');
      const heading = elements.find(({ tagName }) => tagName === 'h1');
      const words = main
        ? getText(main)
            .replace(heading ? getText(heading) : '', '')
            .trim()
            .split(/\s+/).length
        : 0;
      return heading && getText(heading).trim() && words >= 10 ? [] : [`${words} words`];
    });
    expect(faults).toEqual([]);
  });

  it('hides nothing until script comes, and shows no control that needs it (E01, E02)', () => {
    const faults = collectFaults(builtPages, ({ elements }) =>
      elements
        .filter((element) => !isInert(element))
        .filter(
          (element) =>
            ['form', 'button', 'select', 'textarea', 'dialog'].includes(element.tagName) ||
            getAttribute(element, 'hidden') !== undefined ||
            (element.tagName === 'input' && getAttribute(element, 'type') !== 'checkbox') ||
            getAttribute(element, 'role') === 'button',
        )
        .map(describeElement),
    );
    expect(faults).toEqual([]);
  });

  it('loads scripts that wait for the page and none from its words', () => {
    const faults = collectFaults(builtPages, ({ elements }) =>
      elements
        .filter((element) => element.tagName === 'script' && getAttribute(element, 'src') !== undefined && getAttribute(element, 'type') !== 'module')
        .map((script) => `${getAttribute(script, 'src')} blocks`),
    );
    expect(faults).toEqual([]);
    expect(
      collectFaults(builtPages, ({ elements }) =>
        elements.filter((element) => element.tagName === 'link' && getAttribute(element, 'rel') === 'stylesheet').map(describeElement),
      ),
    ).toEqual([]);
  });

  it('hides its icons from screen readers and gives every picture and code an alternative', () => {
    const faults = collectFaults(builtPages, ({ elements }) => [
      ...elements
        .filter(({ tagName }) => tagName === 'svg')
        .filter(
          (element) => getAttribute(element, 'aria-hidden') !== 'true' && !(getAttribute(element, 'role') === 'img' && getAttribute(element, 'aria-label')),
        )
        .map(describeElement),
      ...elements.filter((element) => element.tagName === 'img' && getAttribute(element, 'alt') === undefined).map(describeElement),
    ]);
    expect(faults).toEqual([]);
  });

  it('marks in its menu where the reader is, at most once in each list', () => {
    const faults = collectFaults(localePages, ({ elements, route }) => {
      const current = elements.filter(
        (element) =>
          getAttribute(element, 'aria-current') !== undefined &&
          (hasClass(element, 'entry') || hasClass(element, 'name')) &&
          getAncestors(element).some(({ tagName }) => tagName === 'header'),
      );
      const section = ['guide', 'checklists', 'messages', 'sources'].includes(route.split('/')[0] ?? '') || route === '';
      return current.length === (section ? 1 : 0) ? [] : [`${current.length} current entries`];
    });
    expect(faults).toEqual([]);
  });
});
