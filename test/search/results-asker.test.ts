import { describe, expect, it } from 'vitest';
import { getAnalyser } from '../../src/search/analyser/analyse.ts';
import { createFinder } from '../../src/search/finder.ts';
import { type Answer, Asker } from '../../src/search/results-asker.ts';
import type { IndexedThing } from '../../src/search/step-index.ts';

const step = (id: string, title: string, ...terms: string[]): IndexedThing => ({ kind: 'step', id, parent: 'own-up', title, summary: '', terms, steps: [] });
const poor = createFinder({ lang: 'en', things: [step('pay', 'Offer compensation'), step('talk', 'Talk about money')] }, getAnalyser('en'));
const richer = createFinder({ lang: 'en', things: [step('pay', 'Offer compensation', 'money back'), step('talk', 'Talk about money')] }, getAnalyser('en'));
const languages = [{ locale: 'en', lang: 'en', script: 'latin', index: '/en.json' }] as const;

/** What is shown for a query, and the ids in it. */
async function ask(query: string): Promise<[string, boolean][]> {
  const shown: Answer[] = [];
  let finder = poor;
  const asker = new Asker(
    languages,
    8,
    () => Promise.resolve(finder),
    () => {
      finder = richer;
      return Promise.resolve(richer);
    },
  );
  await asker.ask(query, (answer) => shown.push(answer));
  return shown.map((answer) => (answer.state === 'found' ? [answer.found.map(({ id }) => id).join(), answer.isSecond === true] : [answer.state, false]));
}

describe('an answer', () => {
  it('is given at once, and again when further terms lead elsewhere', async () => {
    expect(await ask('money back')).toEqual([
      ['talk', false],
      ['pay,talk', true],
    ]);
  });

  it('is given once where further terms change nothing', async () => {
    expect(await ask('compensation')).toEqual([['pay', false]]);
  });
});
