import { describe, expect, it } from 'vitest';
import PhaseTimeline from '../../src/guide/PhaseTimeline.astro';
import { getPhases, getSteps, getWrittenPhases } from '../../src/guide/queries.ts';
import StepIndex from '../../src/guide/StepIndex.astro';
import StepSection from '../../src/guide/StepSection.astro';
import { getLanguageAttributes } from '../../src/i18n/language-attributes.ts';
import { locales } from '../../src/i18n/locales.ts';
import { getTranslator } from '../../src/i18n/translator.ts';
import Pager from '../../src/site/Pager.astro';
import { getSources, getTensions } from '../../src/sources/queries.ts';
import { getAncestors, getAttribute, getText, hasClass } from '../support/html.ts';
import { render } from '../support/render.ts';

const own = (await getSteps('en')).find(({ id }) => id === 'never-deny')!;
const sources = await getSources('en');

describe('the guide', () => {
  it('has its phases in order, and in each its steps in order with their numbers, the same in every language', async () => {
    for (const locale of locales) {
      const phases = await getPhases(locale);
      expect(phases.map(({ order }) => order)).toEqual(phases.map((_, index) => index + 1));
      for (const phase of phases) expect(phase.steps.map(({ number }) => number)).toEqual(phase.steps.map((_, index) => `${phase.order}.${index + 1}`));
      for (const thing of [...phases, ...(await getSteps(locale))]) expect([thing.id, thing.shown]).toEqual([thing.id, locale]);
    }
  });

  it('calls a phase written once it has a step', async () => {
    const written = await getWrittenPhases('he');
    expect(written.map(({ id }) => id)).toContain('own-up');
    for (const phase of await getPhases('he')) expect([phase.id, written.some(({ id }) => id === phase.id)]).toEqual([phase.id, phase.steps.length > 0]);
  });
});

describe('a step', () => {
  it('stands under its permanent id, is named by its title and links to itself', async () => {
    const { elements } = await render(StepSection, { locale: 'en', step: own, sources, tensions: [] });
    const [section] = elements.filter(({ tagName }) => tagName === 'section');
    expect(section && getAttribute(section, 'id')).toBe('never-deny');
    const title = elements.find((element) => getAttribute(element, 'id') === (section && getAttribute(section, 'aria-labelledby')));
    expect(title && [title.tagName, getText(title)]).toEqual(['h2', own.words.data.title]);
    const number = elements.find((element) => hasClass(element, 'number'));
    expect(number && [getAttribute(number, 'href'), getText(number)]).toEqual(['#never-deny', own.number]);
    expect(number && getAttribute(number, 'aria-label')).toContain(own.words.data.title);
  });

  it('shows words to say only beside words to avoid', async () => {
    const { data } = own.words;
    const withWords = (words: Record<string, unknown>) =>
      render(StepSection, { locale: 'en', step: { ...own, words: { ...own.words, data: { ...data, ...words } } }, sources, tensions: [] });
    const pairs = await Promise.all([withWords({}), withWords({ say: undefined }), withWords({ avoid: undefined })]);
    expect(pairs.map(({ elements }) => elements.filter((element) => hasClass(element, 'pair')).length)).toEqual([1, 0, 0]);
  });

  it('shows its sources, or says that it is our own addition', async () => {
    const withIdeas = async (ideas: string[]) => (await render(StepSection, { locale: 'en', step: { ...own, ideas }, sources, tensions: [] })).elements;
    const editorial = getTranslator('en')('stepEditorial');
    const [sourced, added] = [await withIdeas(['T27']), await withIdeas([])];
    expect([sourced, added].map((elements) => elements.filter((element) => hasClass(element, 'badge')).length)).toEqual([1, 0]);
    expect([sourced, added].map((elements) => elements.some((element) => element.tagName === 'p' && getText(element) === editorial))).toEqual([false, true]);
  });

  it('says where the sources pull apart, with our answer and the way to the whole account', async () => {
    const tensions = await getTensions('en');
    const { elements } = await render(StepSection, { locale: 'en', step: own, sources, tensions });
    const hrefs = elements.filter(({ tagName }) => tagName === 'a').map((link) => getAttribute(link, 'href'));
    for (const { id } of tensions) expect(hrefs).toContain(`/en/sources/#${id}`);
    const words = elements.map(getText);
    for (const { words: tension } of tensions) expect(words).toContain(tension.data.short);
  });

  it('is still found under the ids it had before', async () => {
    const { elements } = await render(StepSection, { locale: 'en', step: { ...own, formerIds: ['do-not-deny'] }, sources, tensions: [] });
    const anchor = elements.find((element) => getAttribute(element, 'id') === 'do-not-deny');
    expect(anchor && getAncestors(anchor).some((element) => getAttribute(element, 'id') === 'never-deny')).toBe(true);
  });
});

describe('the list of all steps', () => {
  it('is in the alphabetical order of each language, whatever order the steps come in', async () => {
    for (const locale of locales) {
      const steps = (await getSteps(locale)).toReversed();
      const { elements } = await render(StepIndex, { locale, steps, phases: await getPhases(locale) });
      const titles = elements.filter((element) => hasClass(element, 'title')).map(getText);
      expect(titles).toEqual(steps.map(({ words }) => words.data.title).sort(new Intl.Collator(locale).compare));
    }
  });
});

describe('the timeline of phases', () => {
  it('links the written phases, names the others as not written, and marks where the reader is', async () => {
    // As on the way to a new edition: two of the phases have no steps yet, and the reader stands on one of them.
    const phases = (await getPhases('it')).map((phase, index) => (index === 1 || index === 5 ? { ...phase, steps: [] } : phase));
    const second = phases[1]!;
    const { elements } = await render(PhaseTimeline, { locale: 'it', phases, current: second.id });
    const stops = elements.filter(({ tagName }) => tagName === 'li');
    expect(stops.map((stop) => getAttribute(stop, 'aria-current'))).toEqual(phases.map(({ id }) => (id === second.id ? 'step' : undefined)));
    const hrefs = stops.map((stop) =>
      elements.filter((element) => element.tagName === 'a' && getAncestors(element).includes(stop)).map((link) => getAttribute(link, 'href')),
    );
    expect(hrefs).toEqual(phases.map(({ id, steps }) => (steps.length > 0 ? [`/it/guide/${id}/`] : [])));
    const notWritten = getTranslator('it')('phaseNotWritten');
    expect(stops.map((stop) => getText(stop).includes(notWritten))).toEqual(phases.map(({ steps }) => steps.length === 0));
  });
});

describe('the way to the neighbouring phases', () => {
  const previous = { href: '/he/guide/prepare/', title: 'הכנה', language: getLanguageAttributes('he', 'he') };
  const next = { href: '/he/guide/repair/', title: 'תיקון', language: getLanguageAttributes('he', 'he') };

  it('says where it leads and turns its arrows round with the text', async () => {
    const { elements } = await render(Pager, { locale: 'he', previous, next });
    const links = elements.filter(({ tagName }) => tagName === 'a');
    expect(links.map((link) => [getAttribute(link, 'rel'), getAttribute(link, 'href')])).toEqual([
      ['prev', previous.href],
      ['next', next.href],
    ]);
    for (const [link, { title }] of [[links[0], previous] as const, [links[1], next] as const]) expect(link && getText(link)).toContain(title);
    expect(elements.filter(({ tagName }) => tagName === 'svg').every((icon) => hasClass(icon, 'mirror'))).toBe(true);
  });

  it('is not there where there is no neighbour', async () => {
    expect((await render(Pager, { locale: 'he', previous: undefined, next: undefined })).elements).toEqual([]);
  });
});
