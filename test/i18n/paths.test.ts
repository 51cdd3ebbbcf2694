import { describe, expect, it } from 'vitest';
import { createPaths, normalizeBase, type Paths } from '../../src/i18n/paths.ts';

/** Every helper of the table of addresses (architecture, section 3) and what it gives below the base. */
const addresses: Record<keyof Paths, [get: (paths: Paths) => string, address: string][]> = {
  root: [[(paths) => paths.root(), '']],
  file: [
    [(paths) => paths.file('favicon.svg'), 'favicon.svg'],
    [(paths) => paths.file('/fonts/a.woff2'), 'fonts/a.woff2'],
  ],
  route: [
    [(paths) => paths.route('he', ''), 'he/'],
    [(paths) => paths.route('he', 'guide/own-up/'), 'he/guide/own-up/'],
    [(paths) => paths.route('he', 'guide/own-up/', 'never-deny'), 'he/guide/own-up/#never-deny'],
  ],
  home: [[(paths) => paths.home('it'), 'it/']],
  guide: [[(paths) => paths.guide('ar'), 'ar/guide/']],
  phase: [
    [(paths) => paths.phase('en', 'own-up'), 'en/guide/own-up/'],
    [(paths) => paths.phase('en', 'own-up', 'never-deny'), 'en/guide/own-up/#never-deny'],
  ],
  parallel: [
    [(paths) => paths.parallel('he', 'own-up', 'en'), 'he/guide/own-up/with/en/'],
    [(paths) => paths.parallel('he', 'own-up', 'en', 'never-deny'), 'he/guide/own-up/with/en/#never-deny'],
  ],
  checklists: [[(paths) => paths.checklists('he'), 'he/checklists/']],
  checklist: [
    [(paths) => paths.checklist('he', 'during-conversation'), 'he/checklists/during-conversation/'],
    [(paths) => paths.checklist('he', 'during-conversation', 'no-but'), 'he/checklists/during-conversation/#no-but'],
  ],
  messages: [[(paths) => paths.messages('it'), 'it/messages/']],
  message: [[(paths) => paths.message('it', 'first-mail'), 'it/messages/first-mail/']],
  triage: [
    [(paths) => paths.triage('ar'), 'ar/triage/'],
    [(paths) => paths.triage('ar', 'is-it-serious'), 'ar/triage/is-it-serious/'],
    [(paths) => paths.triage('ar', 'is-it-serious', 'ynn'), 'ar/triage/is-it-serious/ynn/'],
    [(paths) => paths.triage('ar', 'is-it-serious', ''), 'ar/triage/is-it-serious/'],
  ],
  steps: [[(paths) => paths.steps('en'), 'en/steps/']],
  search: [
    [(paths) => paths.search('en'), 'en/search/'],
    [(paths) => paths.search('en', ''), 'en/search/'],
    [(paths) => paths.search('he', 'סליחה & more'), `he/search/?q=${encodeURIComponent('סליחה & more')}`],
  ],
  sources: [
    [(paths) => paths.sources('it'), 'it/sources/'],
    [(paths) => paths.sources('it', 'short-or-detailed'), 'it/sources/#short-or-detailed'],
  ],
  source: [
    [(paths) => paths.source('it', 'advice-column'), 'it/sources/advice-column/'],
    [(paths) => paths.source('it', 'advice-column', 'T27'), 'it/sources/advice-column/#T27'],
  ],
  glossary: [
    [(paths) => paths.glossary('ar'), 'ar/glossary/'],
    [(paths) => paths.glossary('ar', 'apology'), 'ar/glossary/#apology'],
  ],
  about: [
    [(paths) => paths.about('he'), 'he/about/'],
    [(paths) => paths.about('he', 'privacy'), 'he/about/#privacy'],
  ],
  go: [[(paths) => paths.go('never-deny'), 'go/never-deny/']],
};

describe.each([
  ['/', '/'],
  ['/x/', '/x/'],
  ['a/b', '/a/b/'],
])('under the base path %j', (base, root) => {
  const paths = createPaths(base);

  it('every helper gives its address below the base', () => {
    expect(Object.keys(addresses).sort()).toEqual(Object.keys(paths).sort());
    const given = Object.values(addresses).flatMap((cases) => cases.map(([get]) => get(paths)));
    const expected = Object.values(addresses).flatMap((cases) => cases.map(([, address]) => root + address));
    expect(given).toEqual(expected);
  });

  it('the address of a page ends in a slash before query and anchor', () => {
    const pages = Object.entries(addresses).filter(([name]) => name !== 'file');
    for (const [get] of pages.flatMap(([, cases]) => cases)) expect(get(paths)).toMatch(/^\/[^?#]*\/([?#].*)?$|^\/$/);
  });

  it('an address differs between languages in its first segment alone', () => {
    expect(paths.phase('he', 'own-up', 'never-deny').replace(`${root}he/`, `${root}ar/`)).toBe(paths.phase('ar', 'own-up', 'never-deny'));
  });
});

describe('the base path', () => {
  it.each([
    ['', '/'],
    ['/', '/'],
    ['//', '/'],
    ['x', '/x/'],
    ['/x', '/x/'],
    ['x/', '/x/'],
    ['/a//b/', '/a/b/'],
  ])('%j becomes %j', (base, normal) => {
    expect(normalizeBase(base)).toBe(normal);
  });
});
