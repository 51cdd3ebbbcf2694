import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { describe, expect, it } from 'vitest';
import Checklist from '../../src/checklists/Checklist.astro';
import ChecklistList from '../../src/checklists/ChecklistList.astro';
import { getChecklists } from '../../src/checklists/queries.ts';
import PhaseFacts from '../../src/guide/PhaseFacts.astro';
import PhaseList from '../../src/guide/PhaseList.astro';
import PhaseTimeline from '../../src/guide/PhaseTimeline.astro';
import { getPhases } from '../../src/guide/queries.ts';
import SayAvoid from '../../src/guide/SayAvoid.astro';
import StepIndex from '../../src/guide/StepIndex.astro';
import StepSection from '../../src/guide/StepSection.astro';
import { getLanguageAttributes } from '../../src/i18n/language-attributes.ts';
import FallbackNotice from '../../src/site/FallbackNotice.astro';
import Pager from '../../src/site/Pager.astro';
import { getSources, getTensions } from '../../src/sources/queries.ts';
import SourceIdeas from '../../src/sources/SourceIdeas.astro';
import TensionNote from '../../src/sources/TensionNote.astro';
import TensionSection from '../../src/sources/TensionSection.astro';
import { getAttribute, getInherited, getTextNodes, hasClass } from '../support/html.ts';
import { render } from '../support/render.ts';
import { getDominantScript, removeIsolates } from '../support/texts.ts';

// English words on a Hebrew page, as on a page that is not translated yet.
const locale = 'he';
const shown = 'en';
const phases = await getPhases(shown);
const phase = phases.find(({ id }) => id === 'own-up')!;
const steps = phase.steps;
const checklists = await getChecklists(shown);
const sources = await getSources(shown);
const tensions = await getTensions(shown);
const language = getLanguageAttributes(shown, shown);
const citations = [{ title: 'Do not deny', language, href: '/', ideas: ['T27'] }];

/** The same things as a query for `locale` gives them where only English has words. */
function borrow<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(borrow) as Value;
  // Entries of a collection are left as they are: Astro knows them by identity when it renders their bodies.
  if (typeof value !== 'object' || value === null || 'collection' in value) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'language' ? getLanguageAttributes(locale, shown) : borrow(inner)]),
  );
  return copy as Value;
}

const cases: [name: string, component: AstroComponentFactory, props: Record<string, unknown>][] = [
  ['Checklist', Checklist, { checklist: checklists[0], checklists, steps }],
  ['ChecklistList', ChecklistList, { checklists }],
  ['PhaseFacts', PhaseFacts, { phase }],
  ['PhaseList', PhaseList, { phases }],
  ['PhaseList in detail', PhaseList, { phases, detailed: true }],
  ['PhaseTimeline', PhaseTimeline, { phases, current: 'own-up' }],
  ['Pager', Pager, { previous: { href: '/', title: 'Prepare', language }, next: { href: '/', title: 'Repair', language } }],
  ['SayAvoid', SayAvoid, { shown, say: '“We got this wrong.”', avoid: '“Mistakes were made.”' }],
  ['StepIndex', StepIndex, { steps, phases }],
  ['StepSection', StepSection, { step: steps.find(({ id }) => id === 'never-deny'), sources, tensions }],
  ['SourceIdeas', SourceIdeas, { source: sources[1], citations }],
  ['TensionNote', TensionNote, { tension: tensions[0] }],
  ['TensionSection', TensionSection, { tension: tensions[0] }],
];

describe('words borrowed from another language', () => {
  it.each(cases)('are marked with their language and direction in %s, and the interface’s own are not (rule 4)', async (_name, component, props) => {
    const { elements } = await render(component, { ...borrow(props), locale });
    const nodes = elements.filter((element) => element.tagName === 'body' || element.parentNode?.nodeName === 'body').flatMap(getTextNodes);
    const faults = nodes.flatMap((node) => {
      // An isolated value inside a sentence is judged with the sentence around it.
      const script = getDominantScript(removeIsolates(node.value)) ?? getDominantScript(node.value);
      const marked = [getInherited(node, 'lang'), getInherited(node, 'dir'), getInherited(node, 'data-fallback')];
      if (/^\s*[HTA](\d\d|N)\s*$/.test(node.value)) return []; // the number of an idea is in no language
      if (script === 'latin' && marked.join() !== 'en,ltr,') return [`not marked as English: “${node.value}”`];
      if (script === 'hebrew' && marked.some((value) => value !== undefined)) return [`marked as English: “${node.value}”`];
      return [];
    });
    expect(nodes.some((node) => getDominantScript(node.value) === 'latin')).toBe(true);
    expect(faults).toEqual([]);
  });

  it('need no mark where they are in the language of the page', async () => {
    for (const [name, component, props] of cases) {
      const { html } = await render(component, { ...props, locale: shown });
      expect([name, /data-fallback|lang="/.test(html)]).toEqual([name, false]);
    }
  });
});

describe('the notice on a page with borrowed words', () => {
  it('names both languages in the language of the page and stays out of its search index', async () => {
    const { elements } = await render(FallbackNotice, { locale: 'it', shown: ['en', 'ar'] });
    const notices = elements.filter((element) => hasClass(element, 'notice'));
    expect(
      notices.map((notice) =>
        getTextNodes(notice)
          .map((node) => node.value)
          .join('')
          .trim(),
      ),
    ).toEqual([
      'Una parte di questa pagina non è ancora stata scritta in italiano. Per ora la leggi in inglese.',
      'Una parte di questa pagina non è ancora stata scritta in italiano. Per ora la leggi in arabo.',
    ]);
    for (const notice of notices) expect(getAttribute(notice, 'data-fallback')).toBe('');
  });

  it('is not there where nothing is borrowed', async () => {
    expect((await render(FallbackNotice, { locale: 'it', shown: [] })).html).not.toContain('notice');
  });
});
