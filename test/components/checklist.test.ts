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
        const { elements } = await render(Checklist, { locale, checklist, steps: await getSteps(locale) });
        const boxes = elements.filter((element) => getAttribute(element, 'type') === 'checkbox');
        expect(boxes.map((box) => getAttribute(box, 'value'))).toEqual(checklist.items.map(({ id }) => id));
        const labels = boxes.map((box) => getAncestors(box).find(({ tagName }) => tagName === 'label'));
        expect(labels.map((label) => label && getText(label).trim())).toEqual(checklist.items.map(({ text }) => text));
        expect(boxes.filter((box) => getAttribute(box, 'checked') !== undefined || getAttribute(box, 'disabled') !== undefined)).toEqual([]);
      }
  });

  it('brings along one sentence for every number of ticks, the first of which it shows', async () => {
    for (const locale of locales) {
      const [checklist] = await getChecklists(locale);
      const { elements } = await render(Checklist, { locale, checklist, steps: [] });
      const list = elements.find(({ tagName }) => tagName === 'atm-checklist');
      const sentences = JSON.parse((list && getAttribute(list, 'data-sentences')) ?? '[]') as string[];
      const t = getTranslator(locale);
      const total = checklist?.items.length ?? 0;
      expect(sentences).toHaveLength(total + 1);
      expect(sentences.slice(0, -1)).toEqual(Array.from({ length: total }, (_, count) => t('itemsDone', { count, total })));
      expect(sentences.at(-1)).toContain(t('itemsDone', { count: total, total }));
      expect(sentences.at(-1)).toContain(t('allDone'));
      const status = elements.find((element) => getAttribute(element, 'role') === 'status');
      expect(status && getText(status)).toBe(sentences[0]);
      const notice = elements.find((element) => getAttribute(element, 'data-notice') !== undefined);
      expect(notice && [getText(notice), getAttribute(notice, 'data-kept'), getAttribute(notice, 'data-blocked')]).toEqual([
        t('ticksByHand'),
        t('ticksKept'),
        t('ticksNotKept'),
      ]);
    }
  });

  it('leads from an item to each written step it refers to', async () => {
    const steps = await getSteps('it');
    const [checklist] = await getChecklists('it');
    const { elements } = await render(Checklist, { locale: 'it', checklist, steps });
    const links = elements
      .filter(({ tagName }) => tagName === 'a')
      .map((link) => [getAncestors(link).find(({ tagName }) => tagName === 'li'), getAttribute(link, 'href')] as const);
    const expected = checklist?.items.flatMap((item) =>
      steps.filter(({ id }) => item.steps.includes(id)).map(({ id }) => [item.id, `/it/guide/own-up/#${id}`]),
    );
    expect(links.map(([item, href]) => [item && getAttribute(item, 'id'), href])).toEqual(expected);
    expect(expected?.length).toBeGreaterThan(5);
  });

  it('keeps the ids that an item had before, for ticks and for links (S14)', async () => {
    const [checklist] = await getChecklists('en');
    const items = checklist?.items.map((item, index) => (index === 0 ? { ...item, formerIds: ['sorry-first', 'apologised'] } : item));
    const { elements } = await render(Checklist, { locale: 'en', checklist: { ...checklist, items }, steps: [] });
    const [box, other] = elements.filter((element) => getAttribute(element, 'type') === 'checkbox');
    expect([box, other].map((element) => element && getAttribute(element, 'data-former'))).toEqual(['sorry-first apologised', undefined]);
    const [item] = elements.filter((element) => hasClass(element, 'item'));
    const anchors = elements.filter((element) => element !== item && getAncestors(element).includes(item!) && getAttribute(element, 'id') !== undefined);
    expect(anchors.map((anchor) => getAttribute(anchor, 'id'))).toEqual(['sorry-first', 'apologised']);
  });
});
