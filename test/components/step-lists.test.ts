import { describe, expect, it } from 'vitest';
import { getSteps } from '../../src/guide/queries.ts';
import StepLinks from '../../src/guide/StepLinks.astro';
import StepSection from '../../src/guide/StepSection.astro';
import { getLanguageAttributes } from '../../src/i18n/language-attributes.ts';
import { getSources } from '../../src/sources/queries.ts';
import { getAncestors, getAttribute, getText } from '../support/html.ts';
import { render } from '../support/render.ts';

const own = getLanguageAttributes('ar', 'ar');
const lists = [
  { href: '/ar/checklists/a/#one', title: 'في الساعة الأولى', language: own },
  { href: '/ar/checklists/b/#two', title: 'Before you call (draft)', language: getLanguageAttributes('ar', 'en') },
  { href: '/ar/checklists/c/#three', title: 'قبل الإرسال', language: own },
];

/** A step in Arabic with its line of lists, if it has one. */
async function renderLists(shown: typeof lists | undefined) {
  const step = (await getSteps('ar')).find(({ id }) => id === 'never-deny')!;
  const { elements } = await render(StepSection, { locale: 'ar', step, sources: await getSources('ar'), tensions: [], lists: shown });
  const links = elements.filter((element) => getAttribute(element, 'href')?.startsWith('/ar/checklists/') && getAncestors(element)[0]?.tagName === 'bdi');
  const [line] = links.flatMap((link) => getAncestors(link).filter(({ tagName }) => tagName === 'p'));
  return { links, sentence: line && getText(line).trim() };
}

describe('the checklists a step is in', () => {
  it('stand in one sentence with the number and the separators of the language, each title by itself', async () => {
    expect((await renderLists(lists.slice(0, 1))).sentence).toBe('في قائمة المراجعة: في الساعة الأولى');
    expect((await renderLists(lists.slice(0, 2))).sentence).toBe('في قائمتي المراجعة: في الساعة الأولى وBefore you call (draft)');
    const { links, sentence } = await renderLists(lists);
    expect(sentence).toBe('في قوائم المراجعة: في الساعة الأولى، وBefore you call (draft)، وقبل الإرسال');
    expect(links.map((link) => getAttribute(link, 'href'))).toEqual(lists.map(({ href }) => href));
  });

  it('say their language where their titles are borrowed', async () => {
    const { links } = await renderLists(lists);
    expect(links.map((link) => ['lang', 'dir', 'data-fallback'].map((name) => getAttribute(link, name)))).toEqual([
      [undefined, undefined, undefined],
      ['en', 'ltr', ''],
      [undefined, undefined, undefined],
    ]);
  });

  it('are not spoken of where there are none', async () => {
    for (const none of [[], undefined]) expect(await renderLists(none)).toEqual({ links: [], sentence: undefined });
  });
});

describe('links to steps', () => {
  it('lead to the page of their phase, or down the page where the steps are on it', async () => {
    const steps = (await getSteps('it')).slice(0, 3);
    for (const [here, start] of [[false, (phase: string) => `/it/guide/${phase}/`] as const, [true, () => ''] as const]) {
      const { elements } = await render(StepLinks, { locale: 'it', steps, here });
      const links = elements.filter(({ tagName }) => tagName === 'a');
      expect(links.map((link) => [getAttribute(link, 'href'), getText(link).trim()])).toEqual(
        steps.map(({ id, phase, words }) => [`${start(phase)}#${id}`, words.data.title]),
      );
    }
  });
});
