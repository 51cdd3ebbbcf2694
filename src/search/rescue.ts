import type { Finder, Found } from './finder.ts';
import { getLayoutReadings } from './rescue-layouts.ts';
import { getNearestSpelling } from './rescue-spelling.ts';

/** What was found when a query as it was typed found nothing good. */
export interface Rescued {
  /** The keyboard was set to another language; the words are of another language; a word is spelt nearly like this. */
  readonly how: 'layout' | 'language' | 'spelling';
  /** What was searched for instead; for `language`, the query itself. */
  readonly query: string;
  /** The language the words are in, for the sentence that says so. */
  readonly lang: string;
  /** In the words of the page's own language. */
  readonly found: readonly Found[];
}

/** A language that may be asked: its tag, the script it is written in, and how its finder is had. */
export interface OtherLanguage {
  readonly lang: string;
  readonly script: 'hebrew' | 'arabic' | 'latin';
  /** Loads its index; called only when the query may be in it. */
  load(): Promise<Finder>;
}

const SCRIPTS = { hebrew: /\p{Script=Hebrew}/u, arabic: /\p{Script=Arabic}/u, latin: /\p{Script=Latin}/u };

/** An answer less good is not what was meant. */
const GOOD = 0.45;
/** By the layout, an answer this good is taken without loading another language. */
const SURE = 0.6;
/** How sure each way is, beside an equally good answer by another. */
const TRUST = { layout: 1, language: 0.95, spelling: 0.8 };

/** How much better a nearly equal spelling must be. */
const SPELLING_GAIN = 1.8;

/** How much of what another language finds is shown. */
const MOST_OTHER = 5;

/** The answer to a query. */
export interface Answer {
  /** What the words themselves found; weak or empty where `rescued` is there. */
  readonly found: readonly Found[];
  readonly rescued?: Rescued;
}

/** Answers a query: at once where its words find something good, else with what it may have meant, to be shown first. */
export async function answerQuery(query: string, finder: Finder, others: readonly OtherLanguage[], limit?: number): Promise<Answer> {
  await finder.prepare(query);
  const found = finder.find(query, limit);
  if (found[0] && !found[0].isWeak) return { found };
  const rescued = query.trim() ? await rescue(query, finder, others, found) : undefined;
  return rescued ? { found, rescued } : { found };
}

/**
 * Finds what a query may have meant: typed with the wrong keyboard layout, in the words of another language, or misspelt.
 * A language whose index cannot be loaded is left out.
 *
 * @param finder of the page's language
 * @param others the other languages of the site
 * @param found what the words themselves found
 * @returns undefined where nothing is good enough to be shown as what was meant
 */
export async function rescue(query: string, finder: Finder, others: readonly OtherLanguage[], found: readonly Found[] = []): Promise<Rescued | undefined> {
  const layouts: Rescued[] = [];
  for (const reading of getLayoutReadings(query, finder.lang)) layouts.push(await answer('layout', reading, finder));
  const best = getBest(layouts);
  if (best && getWorth(best) >= SURE) return best;
  const spelling = getNearestSpelling(finder.postings, finder.analyse, query);
  const spelt = spelling === undefined ? [] : [await answer('spelling', spelling, finder)];
  const languages: Rescued[] = [];
  const spoken = others.filter(({ script }) => SCRIPTS[script].test(query));
  for (const answered of await Promise.all(spoken.map((other) => askOther(query, other))))
    languages.push({ how: 'language', query, lang: answered.lang, found: await showOwn(answered.found, finder) });
  // Another spelling changes what was typed, so it must be much better than what the words themselves found.
  const isBetter = ({ found: [first] }: Rescued): boolean => (first?.score ?? 0) > SPELLING_GAIN * (found[0]?.score ?? 0);
  return getBest([...layouts, ...languages, ...spelt.filter(isBetter)]);
}

async function answer(how: 'layout' | 'spelling', query: string, finder: Finder): Promise<Rescued> {
  await finder.prepare(query);
  return { how, query, lang: finder.lang, found: finder.find(query) };
}

async function askOther(query: string, { lang, load }: OtherLanguage): Promise<{ lang: string; found: Found[] }> {
  try {
    const other = await load();
    await other.prepare(query);
    return { lang, found: other.find(query, MOST_OTHER) };
  } catch {
    return { lang, found: [] };
  }
}

/** The same things in the words of the page's language. */
async function showOwn(found: readonly Found[], finder: Finder): Promise<Found[]> {
  const own: Found[] = [];
  for (const { id, score, isWeak } of found) {
    await finder.prepare(id);
    const same = finder.get(id);
    if (same) own.push({ ...same, score, isWeak });
  }
  return own;
}

function getBest(answers: readonly Rescued[]): Rescued | undefined {
  const [best] = answers.filter((one) => getWorth(one) >= GOOD * TRUST[one.how]).sort((a, b) => getWorth(b) - getWorth(a));
  return best;
}

function getWorth({ how, found: [best] }: Rescued): number {
  return best && !best.isWeak ? best.score * TRUST[how] : 0;
}
