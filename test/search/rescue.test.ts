import { describe, expect, it } from 'vitest';
import { getAnalyser } from '../../src/search/analyser/analyse.ts';
import { createFinder, type Finder } from '../../src/search/finder.ts';
import { answerQuery, type OtherLanguage, rescue } from '../../src/search/rescue.ts';
import { getLayoutReadings } from '../../src/search/rescue-layouts.ts';

const TITLES = {
  he: { open: 'בקשו סליחה', offer: 'הציעו פיצוי', hello: 'אמרו שלום' },
  ar: { open: 'ابدأ بالاعتذار', offer: 'اعرض تعويضًا', hello: 'قل مرحبا' },
  it: { open: 'Inizia dalle scuse', offer: 'Offri un risarcimento', hello: 'Saluta' },
  en: { open: 'Open with an apology', offer: 'Offer compensation', hello: 'Say hello' },
};
type Lang = keyof typeof TITLES;
const SCRIPTS = { he: 'hebrew', ar: 'arabic', it: 'latin', en: 'latin' } as const;

function create(lang: Lang): Finder {
  const things = Object.entries(TITLES[lang]).map(([id, title]) => ({ kind: 'step' as const, id, parent: 'own-up', title, summary: '', terms: [], steps: [] }));
  return createFinder({ lang, things }, getAnalyser(lang));
}

/** The other languages of a page, and which of them were loaded. */
function getOthers(lang: Lang): { others: OtherLanguage[]; loaded: string[] } {
  const loaded: string[] = [];
  const langs = (Object.keys(TITLES) as Lang[]).filter((other) => other !== lang);
  const load = async (other: Lang) => {
    loaded.push(other);
    return create(other);
  };
  return { loaded, others: langs.map((other) => ({ lang: other, script: SCRIPTS[other], load: () => load(other) })) };
}

describe('the keyboard layouts', () => {
  it.each([
    ['he', 'akuo', 'שלום'],
    ['he', 'phmuh', 'פיצוי'],
    ['he', 'AKUO', 'שלום'],
    ['ar', 'hgulg', 'العمل'],
    ['ar', 'ju,dq', 'تعويض'],
    ['ar', "Ho'hx", 'أخطاء'],
    ['en', 'יקךךם', 'hello'],
    ['en', 'اثممخ', 'hello'],
    ['it', 'דבודק', 'scuse'],
    ['he', 'שלום', ''],
  ])('on a page in %s take “%s” for “%s”', (lang, typed, meant) => {
    const readings = getLayoutReadings(typed, lang);
    if (meant) expect(readings).toContain(meant);
    else expect(readings).not.toContain(typed);
  });

  it('have no reading for what is in the script of the page already', () => {
    expect(getLayoutReadings('hello', 'en')).toEqual([]);
  });
});

describe('the rescue', () => {
  it.each([
    ['he', 'phmuh', 'פיצוי'],
    ['ar', 'ju,dqh', 'تعويضا'],
    ['en', 'בםצפקמדשאןםמ', 'compensation'],
    ['en', 'ؤخةحثىسشفهخى', 'compensation'],
  ] as const)('on a page in %s finds “%s” typed with the wrong layout, loading nothing', async (lang, query, meant) => {
    const { others, loaded } = getOthers(lang);
    const rescued = await rescue(query, create(lang), others);
    expect(rescued).toMatchObject({ how: 'layout', query: meant, lang });
    expect(rescued?.found[0]?.id).toBe('offer');
    expect(loaded).toEqual([]);
  });

  it.each([
    ['he', 'compensation', 'en', 'הציעו פיצוי'],
    ['en', 'סליחה', 'he', 'Open with an apology'],
    ['it', 'تعويض', 'ar', 'Offri un risarcimento'],
    ['ar', 'scuse', 'it', 'ابدأ بالاعتذار'],
  ] as const)('on a page in %s finds “%s”, says it is in %s, and shows the step in the page’s own words (F07)', async (lang, query, spoken, title) => {
    const { others, loaded } = getOthers(lang);
    const rescued = await rescue(query, create(lang), others);
    expect(rescued).toMatchObject({ how: 'language', query, lang: spoken });
    expect(rescued?.found[0]?.title).toBe(title);
    expect(loaded).toContain(spoken);
    expect(loaded.every((other) => SCRIPTS[other as Lang] === SCRIPTS[spoken])).toBe(true);
  });

  it('finds the nearest spelling of a word beyond what a search forgives', async () => {
    const { others } = getOthers('en');
    expect(await rescue('compunsasion', create('en'), others)).toMatchObject({ how: 'spelling', query: 'compensation', lang: 'en' });
  });

  it('leaves out a language whose index cannot be had', async () => {
    const others: OtherLanguage[] = [{ lang: 'en', script: 'latin', load: () => Promise.reject(new Error('gone')) }];
    expect(await rescue('zzzz', create('he'), others)).toBeUndefined();
  });

  it('shows nothing for what cannot be meant', async () => {
    const { others } = getOthers('he');
    for (const query of ['', '   ', '!!!', '\u202e', 'qqqqqqqqqqqq', 'x'.repeat(10_000)])
      expect(await rescue(query, create('he'), others), query.slice(0, 20)).toBeUndefined();
  });

  it('stays away where the words themselves find something good', async () => {
    const { others, loaded } = getOthers('en');
    const { found, rescued } = await answerQuery('apology', create('en'), others);
    expect(found[0]?.id).toBe('open');
    expect(rescued).toBeUndefined();
    expect(loaded).toEqual([]);
  });
});
