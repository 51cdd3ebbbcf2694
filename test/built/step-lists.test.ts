import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../src/build/run-astro.ts';
import { getLocaleRow, type Locale, locales } from '../../src/i18n/locales.ts';
import { getSearchEntries } from '../../src/search/entries.ts';
import { base, findPage, site } from '../support/built-pages.ts';
import { getContentIds, readDictionary, readStructure } from '../support/content-files.ts';
import { getAncestors, getAttribute, getText, hasClass } from '../support/html.ts';

interface List {
  id: string;
  order: number;
  phase?: string;
  items: { id: string; steps: string[] }[];
}

const lists = getContentIds('checklists')
  .map((id) => ({ id, ...readStructure('checklists', id, 'checklist.yaml') }) as List)
  .sort((a, b) => a.order - b.order);
const steps = getContentIds('steps').map((id) => ({ id, phase: String(readStructure('steps', id, 'step.yaml')['phase']) }));
const phases = [...new Set(steps.map(({ phase }) => phase))];

describe('the page of a phase', () => {
  it('says at the foot of each step which checklists it is in, and leads to its first item in each', () => {
    let links = 0;
    for (const locale of locales) {
      const entries = phases.flatMap((phase) => getSearchEntries(getPhasePage(locale, phase).html).entries);
      for (const { id, phase } of steps) {
        const { elements } = getPhasePage(locale, phase);
        const section = elements.find((element) => element.tagName === 'section' && getAttribute(element, 'id') === id)!;
        const inside = elements.filter((element) => getAncestors(element).includes(section));
        const found = inside.filter(
          (element) =>
            element.tagName === 'a' &&
            (getAttribute(element, 'href') ?? '').startsWith(`${base}${locale}/checklists/`) &&
            getAncestors(element)[0]?.tagName === 'bdi',
        );
        const expected = lists.flatMap((list) => {
          const item = list.items.find((candidate) => candidate.steps.includes(id));
          return item ? [{ href: `${base}${locale}/checklists/${list.id}/#${item.id}`, title: getTitle(locale, list.id) }] : [];
        });
        expect([id, found.map((link) => ({ href: getAttribute(link, 'href'), title: getText(link) }))]).toEqual([id, expected]);
        if (expected.length === 0) continue;
        links += expected.length;
        const line = getAncestors(found[0]!).find(({ tagName }) => tagName === 'p')!;
        const { format } = getLocaleRow(locale);
        const titles = new Intl.ListFormat(format, { type: 'unit', style: 'short' }).format(expected.map(({ title }) => title));
        const sentence = readDictionary(locale)[`stepInLists_${new Intl.PluralRules(format).select(expected.length)}`]?.replace('{{lists}}', titles);
        expect(getText(line).replace(/\s+/g, ' ').trim()).toBe(sentence);
        // A search for what a list is called finds the list and not every step in it.
        expect(entries.find((entry) => entry.id === id)?.text).not.toContain(sentence);
      }
    }
    expect(links).toBeGreaterThan(50);
  });

  it('leads to every checklist that is used in the phase', () => {
    for (const locale of locales)
      for (const phase of phases) {
        const { elements } = getPhasePage(locale, phase);
        const found = elements.filter((element) => hasClass(element, 'title') && getAncestors(element).some((ancestor) => hasClass(ancestor, 'lists')));
        const expected = lists.filter((list) => list.phase === phase).map(({ id }) => `${base}${locale}/checklists/${id}/`);
        expect([phase, found.map((link) => getAttribute(link, 'href'))]).toEqual([phase, expected]);
      }
  });
});

function getPhasePage(locale: Locale, phase: string) {
  const page = findPage(new URL(`${base}${locale}/guide/${phase}/`, site).href);
  if (!page) throw new Error(`dist/ has no page ${locale}/guide/${phase}/.`);
  return page;
}

/** What a list is called, as its author wrote it. */
function getTitle(locale: Locale, list: string): string {
  const words = parse(readFileSync(join(root, 'content/checklists', list, `${locale}.yaml`), 'utf8')) as { title: string };
  return words.title;
}
