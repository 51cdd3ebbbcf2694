import { describe, expect, it } from 'vitest';
import Checklist from '../../src/checklists/Checklist.astro';
import { getChecklists } from '../../src/checklists/queries.ts';
import { getSteps } from '../../src/guide/queries.ts';
import { locales } from '../../src/i18n/locales.ts';
import { getTranslator } from '../../src/i18n/translator.ts';
import { getAncestors, getAttribute, getText, hasClass } from '../support/html.ts';
import { render } from '../support/render.ts';

describe('a checklist as the server writes it', () => {
  it('is a native checkbox with its finished state as label for every item, in every language, without any script', async () => {
    for (const locale of locales)
      for (const checklist of await getChecklists(locale)) {
        const { elements } = await render(Checklist, { locale, checklist, checklists: [], steps: await getSteps(locale) });
        const boxes = elements.filter((element) => hasClass(element, 'box'));
        expect(boxes.map((box) => getAttribute(box, 'value'))).toEqual(checklist.items.map(({ id }) => id));
        const labels = boxes.map((box) => getAncestors(box).find(({ tagName }) => tagName === 'label'));
        const texts = labels.map((label) => elements.find((element) => hasClass(element, 'text') && getAncestors(element).includes(label!)));
        expect(texts.map((text) => text && getText(text).trim())).toEqual(checklist.items.map(({ text }) => text));
        expect(boxes.filter((box) => getAttribute(box, 'checked') !== undefined || getAttribute(box, 'disabled') !== undefined)).toEqual([]);
      }
  });

  it('brings along one sentence for every number of ticks, the first of which it shows', async () => {
    for (const locale of locales) {
      const [checklist] = await getChecklists(locale);
      const { elements } = await render(Checklist, { locale, checklist, checklists: [], steps: [] });
      const list = elements.find(({ tagName }) => tagName === 'atm-checklist');
      const sentences = JSON.parse((list && getAttribute(list, 'data-sentences')) ?? '[]') as string[];
      const t = getTranslator(locale);
      const total = checklist?.items.length ?? 0;
      expect(sentences).toHaveLength(total + 1);
      expect(sentences).toEqual(Array.from({ length: total + 1 }, (_, count) => t('itemsDone', { count, total })));
      expect(list && getAttribute(list, 'data-all-done')).toBe(t('allDone'));
      const status = elements.find((element) => getAttribute(element, 'data-progress') !== undefined);
      expect(status && getText(status)).toBe(sentences[0]);
      const notice = elements.find((element) => getAttribute(element, 'data-notice') !== undefined);
      const said = ['kept', 'blocked', 'full', 'newer'].map((name) => notice && getAttribute(notice, `data-${name}`));
      expect([notice && getText(notice), ...said]).toEqual([t('ticksByHand'), t('ticksKept'), t('ticksNotKept'), t('ticksFull'), t('ticksNewer')]);
    }
  });

  it('shows at an item each step it refers to, to be read in place, and leads to it', async () => {
    const steps = await getSteps('it');
    const [checklist] = await getChecklists('it');
    const { elements } = await render(Checklist, { locale: 'it', checklist, checklists: [], steps });
    const links = elements
      .filter((element) => hasClass(element, 'block-link') && getAncestors(element).some(({ tagName }) => tagName === 'article'))
      .map((link) => [getAncestors(link).find(({ tagName }) => tagName === 'li'), getAttribute(link, 'href')] as const);
    const expected = checklist?.items.flatMap((item) => item.steps.map((id) => [item.id, `/it/guide/${steps.find((step) => step.id === id)?.phase}/#${id}`]));
    expect(links.map(([item, href]) => [item && getAttribute(item, 'id'), href])).toEqual(expected);
    expect(expected?.length).toBeGreaterThan(5);
  });

  it('keeps the ids that an item had before, for ticks and for links (S14)', async () => {
    const [checklist] = await getChecklists('en');
    const items = checklist?.items.map((item, index) => (index === 0 ? { ...item, formerIds: ['sorry-first', 'apologised'] } : item));
    const { elements } = await render(Checklist, { locale: 'en', checklist: { ...checklist, items }, checklists: [], steps: [] });
    const [box, other] = elements.filter((element) => hasClass(element, 'box'));
    expect([box, other].map((element) => element && getAttribute(element, 'data-former'))).toEqual(['sorry-first apologised', undefined]);
    const [item] = elements.filter((element) => hasClass(element, 'item'));
    const anchors = elements.filter((element) => element !== item && getAncestors(element).includes(item!) && getAttribute(element, 'id') !== undefined);
    expect(anchors.map((anchor) => getAttribute(anchor, 'id'))).toEqual(['sorry-first', 'apologised']);
  });
});
