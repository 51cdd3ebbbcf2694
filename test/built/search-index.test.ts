import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dist } from '../../src/build/run-astro.ts';
import { locales, localeTable } from '../../src/i18n/locales.ts';
import { base, builtFiles, findPage, readBuilt, site } from '../support/built-pages.ts';
import { getContentIds, readFrontmatter, readStructure } from '../support/content-files.ts';
import { getIds } from '../support/links.ts';
import { getDominantScript } from '../support/texts.ts';

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

interface Words {
  title: string;
  description: string;
  moves: Record<string, string>;
  searchTerms: string[];
}

/** Every entry of the index, as the browser gets it. */
const fragments = builtFiles
  .filter((file) => file.startsWith('pagefind/fragment/'))
  .map((file) => {
    const text = gunzipSync(readFileSync(join(dist, file))).toString();
    return { file, fragment: JSON.parse(text.slice(text.indexOf('{'))) as Fragment };
  });

describe('the search index', () => {
  it('names its languages in a fixed order, so that the same content gives the same bytes (B21)', () => {
    const sort = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.keys(value)
              .sort()
              .map((key) => [key, sort((value as Record<string, unknown>)[key])]),
          )
        : value;
    const text = readBuilt('pagefind/pagefind-entry.json');
    expect(text).toBe(JSON.stringify(sort(JSON.parse(text))));
  });

  it('is there for every published language, each with its own file of terms', () => {
    const { languages } = JSON.parse(readBuilt('pagefind/pagefind-entry.json')) as { languages: Record<string, { hash: string; page_count: number }> };
    expect(Object.keys(languages)).toEqual(
      localeTable
        .filter(({ published }) => published)
        .map(({ lang }) => lang as string)
        .sort(),
    );
    for (const { hash, page_count } of Object.values(languages)) {
      expect(builtFiles).toContain(`pagefind/pagefind.${hash}.pf_meta`);
      expect(page_count).toBeGreaterThan(20);
    }
  });

  it('has no part of Pagefind’s own interface, which nothing loads', () => {
    expect(builtFiles.filter((file) => /^pagefind\/.*(ui|highlight|modular|component).*\.(js|css)$/.test(file))).toEqual([]);
  });

  it('has every step in every language once, at its permanent id, with title, action and kind', () => {
    for (const locale of locales) {
      const found = fragments
        .filter(({ fragment }) => fragment.url.startsWith(`/${locale}/`) && fragment.meta['kind'] === 'step')
        .map(({ fragment: { url, meta } }) => ({ url, title: meta['title'], summary: meta['summary'] }));
      const expected = getContentIds('steps').map((id) => {
        const { title, action } = readFrontmatter('steps', id, locale);
        return { url: `/${locale}/guide/${String(readStructure('steps', id, 'step.yaml')['phase'])}/#${id}`, title, summary: action };
      });
      expect(found.sort((a, b) => (a.url < b.url ? -1 : 1))).toEqual(expected.sort((a, b) => (a.url < b.url ? -1 : 1)));
    }
  });

  it('has every message in every language once, at its own address, with its own title and description, and what its parts are for', () => {
    for (const locale of locales)
      for (const id of getContentIds('messages')) {
        const found = fragments.filter(({ fragment }) => fragment.url === `/${locale}/messages/${id}/`);
        const { title, description, moves, searchTerms } = readStructure('messages', id, `${locale}.yaml`) as unknown as Words;
        expect(found.map(({ fragment: { meta } }) => meta)).toMatchObject([{ kind: 'message', title, summary: description }]);
        const { content } = found[0]!.fragment;
        expect([locale, id, [...Object.values(moves), ...searchTerms].filter((text) => !content.includes(text))]).toEqual([locale, id, []]);
      }
  });

  it('leads with every entry to a page and an anchor that are there, and to none twice', () => {
    const faults = fragments.flatMap(({ fragment: { url } }) => {
      // The browser puts the base path in front.
      const page = findPage(new URL(base + url.slice(1), site).href);
      const anchor = new URL(url, site).hash.slice(1);
      return page && (!anchor || getIds(page).has(anchor)) ? [] : [url];
    });
    expect(faults).toEqual([]);
    expect(new Set(fragments.map(({ fragment }) => fragment.url)).size).toBe(fragments.length);
    expect(fragments.length).toBeGreaterThan(100);
  });

  it('gives every entry a title and a summary in the script of its language', () => {
    const faults = fragments.flatMap(({ fragment: { url, meta } }) => {
      const script = localeTable.find(({ id }) => url.startsWith(`/${id}/`))?.script;
      return ['title', 'summary'].filter((name) => getDominantScript(meta[name] ?? '') !== script).map((name) => `${url}: ${name} “${meta[name]}”`);
    });
    expect(faults).toEqual([]);
  });

  it('knows the authored search terms of every step', () => {
    for (const locale of locales)
      for (const id of getContentIds('steps')) {
        const { fragment } = fragments.find((entry) => entry.fragment.url.startsWith(`/${locale}/`) && entry.fragment.url.endsWith(`#${id}`)) ?? {};
        const { searchTerms } = readFrontmatter('steps', id, locale) as { searchTerms: string[] };
        expect([locale, id, searchTerms.filter((term) => !fragment?.content.includes(term))]).toEqual([locale, id, []]);
      }
  });
});
