import { describe, expect, it } from 'vitest';
import { localeTable } from '../../src/i18n/locales.ts';
import type { MessageWords } from '../../src/messages/other-words.ts';
import { base, builtFiles, collectFaults, findPage, localePages, readBuilt, site } from '../support/built-pages.ts';
import { getContentIds, readStructure } from '../support/content-files.ts';
import { getAncestors, getAttribute, getText, hasClass } from '../support/html.ts';
import { findOversize, getBuiltSize } from '../support/sizes.ts';

const published = localeTable.filter((row) => row.published);
const ids = getContentIds('messages').sort();
const pages = localePages.filter(({ route }) => /^messages\/[^/]+\/$/.test(route));
const getStructure = (id: string) =>
  readStructure('messages', id, 'message.yaml') as { legalGate: boolean; moves: { id: string; steps?: string[] }[]; steps?: string[] };
const getId = (route: string) => route.split('/')[1] ?? '';

describe('the pages of the messages', () => {
  it('are there for every message in every language, and no others', () => {
    for (const { id } of published)
      expect([
        id,
        pages
          .filter(({ locale }) => locale === id)
          .map(({ route }) => getId(route))
          .sort(),
      ]).toEqual([id, ids]);
  });

  it('show without script a finished example and the text with blanks, in every address form, whole', () => {
    const faults = collectFaults(pages, ({ locale, route, elements }) => {
      const forms = published.find(({ id }) => id === locale)?.forms ?? [];
      const sheets = elements.filter((element) => hasClass(element, 'sheet'));
      const blank = sheets.filter((element) => getAttribute(element, 'data-sheet') !== undefined);
      const moves = getStructure(getId(route)).moves.map(({ id }) => id);
      return [
        ...(JSON.stringify(blank.map((sheet) => getAttribute(sheet, 'data-sheet'))) === JSON.stringify(forms) ? [] : ['other forms than the language has']),
        ...(sheets.length === 2 * forms.length ? [] : [`${sheets.length} sheets`]),
        ...blank.flatMap((sheet) => {
          const found = elements.filter((element) => getAttribute(element, 'data-move') !== undefined && getAncestors(element).includes(sheet));
          return JSON.stringify(found.map((move) => getAttribute(move, 'data-move'))) === JSON.stringify(moves) ? [] : ['moves are missing'];
        }),
        ...sheets.filter((sheet) => !blank.includes(sheet)).flatMap((sheet) => (/\[|\{/.test(getText(sheet)) ? ['an example with a blank'] : [])),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('isolate every value in the example', () => {
    const faults = collectFaults(pages, ({ elements }) =>
      elements.flatMap((element) => (hasClass(element, 'slot') && element.tagName !== 'bdi' ? [`a slot in <${element.tagName}>`] : [])),
    );
    expect(faults).toEqual([]);
    expect(pages.every(({ elements }) => elements.some((element) => hasClass(element, 'slot') && getAttribute(element, 'data-slot') === undefined))).toBe(true);
  });

  it('ask the questions about the law before the example where the message admits something, and nowhere else', () => {
    const faults = collectFaults(pages, ({ route, locale, html, elements }) => {
      const { legalGate } = getStructure(getId(route));
      const links = elements.filter(
        (element) =>
          element.tagName === 'a' &&
          getAncestors(element).some((one) => hasClass(one, 'callout') && hasClass(one, 'stop')) &&
          !getAncestors(element).some(({ tagName }) => tagName === 'template'),
      );
      const hrefs = links.map((link) => (getAttribute(link, 'href') ?? '').replace(`${base}${locale}/`, ''));
      const expected = legalGate ? ['triage/loss-or-claim/', 'triage/public-harm/', 'triage/other-exposure/', 'messages/holding-note/'] : [];
      const isBefore = !legalGate || html.indexOf('triage/loss-or-claim/') < html.indexOf('id="example"');
      return JSON.stringify(hrefs) === JSON.stringify(expected) && isBefore ? [] : [JSON.stringify(hrefs)];
    });
    expect(faults).toEqual([]);
  });

  it('lead from each part to the steps that say why it stands there', () => {
    const faults = collectFaults(pages, ({ route, elements }) => {
      const { moves, steps = [] } = getStructure(getId(route));
      const expected = [...moves.flatMap((move) => move.steps ?? []), ...steps];
      const hrefs = elements.filter(({ tagName }) => tagName === 'a').map((link) => getAttribute(link, 'href') ?? '');
      return expected.filter((step) => !hrefs.some((href) => href.endsWith(`/#${step}`)));
    });
    expect(faults).toEqual([]);
  });

  it('keep to their budgets: 14.6 KB with styles, and 6 KB of script before the first key', () => {
    expect(collectFaults(pages, ({ html }) => findOversize(html, 14.6 * 1024))).toEqual([]);
    const [page] = pages;
    const eager = getFilesWith(page!.html.match(/_astro\/[\w.-]+\.js/g) ?? [], /(?:from|import)\s?["'`]\.\/([\w.-]+\.js)["'`]/g);
    expect(eager.reduce((sum, file) => sum + getBuiltSize(file), 0)).toBeLessThanOrEqual(6 * 1024);
    const tools = builtFiles.filter((file) => /^_astro\/message-tools\./.test(file));
    const all = getFilesWith([...eager, ...tools], /(?:from|import)\s?["'`]\.\/([\w.-]+\.js)["'`]/g);
    expect(tools).toHaveLength(1);
    expect(all.reduce((sum, file) => sum + getBuiltSize(file), 0)).toBeLessThanOrEqual(15 * 1024);
  });
});

describe('the words of a message', () => {
  it('stand in a file for each message and language, with every address form and every name', () => {
    for (const { id, lang, dir, forms } of published)
      for (const message of ids) {
        const words = JSON.parse(readBuilt(`${id}/messages/${message}/words.json`)) as MessageWords;
        expect([words.lang, words.dir, Object.keys(words.texts)]).toEqual([lang, dir, [...forms]]);
        for (const text of Object.values(words.texts)) {
          expect(text.moves.map(([move]) => move)).toEqual(getStructure(message).moves.map((move) => move.id));
          for (const [, written] of text.moves) for (const [, slot] of written.matchAll(/\{(\w+)\}/g)) expect(words.names[slot!]).toBeTruthy();
        }
      }
  });

  it('bring along the typefaces of Hebrew and Arabic letters, as files of this site; Latin ones are on every page', () => {
    for (const { id, script } of published)
      for (const message of ids) {
        const { fonts = [] } = JSON.parse(readBuilt(`${id}/messages/${message}/words.json`)) as MessageWords;
        expect([id, fonts.map(({ weight }) => weight)]).toEqual([id, script === 'latin' ? [] : ['400', '600']]);
        for (const { url } of fonts) expect(builtFiles).toContain(url.slice(base.length));
      }
  });

  it('of another language are in no page', () => {
    const greeting = (JSON.parse(readBuilt('it/messages/apology-email/words.json')) as MessageWords).texts['lei']?.moves[1]?.[1] ?? '';
    expect(greeting.length).toBeGreaterThan(10);
    expect(findPage(new URL(`${base}he/messages/apology-email/`, site).href)?.html).not.toContain(greeting.slice(0, 20));
  });
});

describe('the messages', () => {
  it('are offered where the questions lead to: on every outcome that names some, in its order', () => {
    for (const { id: locale } of published)
      for (const outcome of getContentIds('triage')) {
        const { messages = [] } = readStructure('triage', outcome, 'triage.yaml') as { messages?: string[] };
        const page = findPage(new URL(`${base}${locale}/triage/${outcome}/`, site).href)!;
        const main = page.elements.filter((element) => getAncestors(element).some(({ tagName }) => tagName === 'main'));
        const found = main.flatMap((element) => /\/messages\/([^/]+)\/$/.exec(getAttribute(element, 'href') ?? '')?.[1] ?? []);
        expect([locale, outcome, found.sort()]).toEqual([locale, outcome, [...messages].sort()]);
      }
  });

  it('are named at the foot of every step that they carry out', () => {
    const carried = new Map<string, string[]>();
    for (const id of ids)
      for (const step of [...getStructure(id).moves.flatMap((move) => move.steps ?? []), ...(getStructure(id).steps ?? [])])
        carried.set(step, [...(carried.get(step) ?? []), id]);
    for (const { id: locale } of published)
      for (const [step, messages] of carried) {
        const { phase } = readStructure('steps', step, 'step.yaml') as { phase: string };
        const { elements } = findPage(new URL(`${base}${locale}/guide/${phase}/`, site).href)!;
        const section = elements.find((element) => getAttribute(element, 'id') === step)!;
        const hrefs = elements.filter((element) => getAncestors(element).includes(section)).flatMap((element) => getAttribute(element, 'href') ?? []);
        for (const message of messages) expect(hrefs).toContain(`${base}${locale}/messages/${message}/`);
      }
  });
});

/** Files with all that they load in turn at once. */
function getFilesWith(files: readonly string[], pattern: RegExp): string[] {
  const all = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file; file = open.pop()) {
    if (all.has(file)) continue;
    all.add(file);
    open.push(...[...readBuilt(file).matchAll(pattern)].map(([, name]) => `_astro/${name}`));
  }
  return [...all];
}
