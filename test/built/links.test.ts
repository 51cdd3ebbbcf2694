import { describe, expect, it } from 'vitest';
import { base, builtPages, collectFaults, findPage, getUrl, isBuilt, site } from '../support/built-pages.ts';
import { describeElement, getAttribute, getText, isInert } from '../support/html.ts';
import { findLinkFault } from '../support/links.ts';

describe('every link', () => {
  it('leads to a page, an anchor on it or a file that is there, in the form that needs no redirect', () => {
    let links = 0;
    const faults = collectFaults(builtPages, (page) =>
      page.elements.flatMap((element) => {
        const href = ['a', 'area'].includes(element.tagName) ? getAttribute(element, 'href') : undefined;
        if (element.tagName === 'a' && href === undefined && !isInert(element))
          return [`${describeElement(element)} “${getText(element)}” is a link without an address`];
        if (href === undefined) return [];
        links += 1;
        const fault = findLinkFault(page, href);
        return fault ? [fault] : [];
      }),
    );
    expect(links).toBeGreaterThan(1500);
    expect(faults).toEqual([]);
  });

  it('has words, or a name that is read out (E06)', () => {
    const faults = collectFaults(builtPages, ({ elements }) =>
      elements
        .filter(
          (element) =>
            (element.tagName === 'a' || element.tagName === 'button') &&
            !isInert(element) &&
            !getText(element).trim() &&
            !getAttribute(element, 'aria-label')?.trim(),
        )
        .map(describeElement),
    );
    expect(faults).toEqual([]);
  });

  it('leads from the skip link to the main text', () => {
    const faults = collectFaults(
      builtPages.filter(({ locale, moved }) => locale && !moved),
      ({ elements }) => {
        const first = elements.find((element) => element.tagName === 'a');
        const main = elements.find((element) => element.tagName === 'main');
        return first && main && getAttribute(first, 'href') === `#${getAttribute(main, 'id')}` ? [] : ['the first link does not'];
      },
    );
    expect(faults).toEqual([]);
  });
});

describe('every other address', () => {
  it('is there: of resources, forms, alternates and refreshes', () => {
    const faults = collectFaults(builtPages, (page) =>
      page.elements.flatMap((element) => {
        const refresh = getAttribute(element, 'http-equiv') === 'refresh' ? /url=(.*)$/.exec(getAttribute(element, 'content') ?? '')?.[1] : undefined;
        const social = getAttribute(element, 'property') === 'og:url' ? getAttribute(element, 'content') : undefined;
        const sets = ['srcset', 'imagesrcset'].flatMap((name) =>
          (getAttribute(element, name) ?? '').split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''),
        );
        const plain = ['src', 'poster', 'action', 'formaction', ...(element.tagName === 'link' ? ['href'] : [])].map((name) => getAttribute(element, name));
        return [refresh, social, ...sets, ...plain]
          .filter((address): address is string => Boolean(address))
          .flatMap((address) => {
            const { origin, pathname } = new URL(address, getUrl(page));
            if (origin !== new URL(site).origin) return [`${describeElement(element)} ${address} is of another host`];
            const found =
              findPage(new URL(pathname, site).href) !== undefined ||
              (pathname.startsWith(base) && !pathname.endsWith('/') && isBuilt(decodeURIComponent(pathname.slice(base.length))));
            return found ? [] : [`${describeElement(element)} ${address} is not there`];
          });
      }),
    );
    expect(faults).toEqual([]);
  });
});
