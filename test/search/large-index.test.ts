import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDistractors } from '../../src/build/bench-search/distractors.ts';
import { root } from '../../src/build/run-astro.ts';
import { remember } from '../../src/content/remember.ts';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { getAnalyser } from '../../src/search/analyser/analyse.ts';
import { createFinder } from '../../src/search/finder.ts';
import { findBlock, parseLargeIndexHead } from '../../src/search/large-index.ts';
import { openFinder } from '../../src/search/open-finder.ts';
import { rescue } from '../../src/search/rescue.ts';
import { createStepIndexFiles } from '../../src/search/step-index-files.ts';
import { readStepIndexes } from '../../src/search/step-index-source.ts';
import { createRandom } from '../support/seeded-random.ts';

const content = join(root, 'content');
const indexes = await readStepIndexes(content);

/** A hundredth larger than Brotli at its best, in a fifth of the time: the parts are many and small. */
const QUICK = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 16 };

/** The files of the site's index among 2,000 steps that nobody looks for; each language's are made once. */
const getFiles = remember(async (locale: Locale): Promise<ReadonlyMap<string, string>> => {
  const index = indexes.get(locale)!;
  const things = [...index.things, ...(await createDistractors(content, locale, 2_000, createRandom(1)))];
  return new Map(createStepIndexFiles(locale, { ...index, things }).map(({ name, text }) => [name, text]));
});

const getSize = remember((text: string): number => brotliCompressSync(text, { params: QUICK }).length);

/** These files as a server that counts what it sends after Brotli. */
async function serve(locale: Locale) {
  const index = indexes.get(locale)!;
  const files = await getFiles(locale);
  const sent: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    const name = address.split('/').at(-1) ?? '';
    const text = files.get(name);
    if (text !== undefined) sent.push(name);
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  });
  const [head = ''] = files.keys();
  return { index, files, head, getBytes: () => sent.splice(0).reduce((sum, name) => sum + getSize(files.get(name) ?? ''), 0) };
}

afterEach(() => vi.unstubAllGlobals());

describe.each(locales)('an index of 2,000 more steps in %s', (locale) => {
  it('finds every step of the site first by its title, and sends at most 60 KB to the first answer', async () => {
    const { index, head, files, getBytes } = await serve(locale);
    expect(files.size).toBeGreaterThan(100);
    const steps = index.things.filter(({ kind }) => kind === 'step');
    const faults: string[] = [];
    // Each opens the index anew, so that every answer is a first one.
    for (const { id, title } of steps.filter((_, number) => process.env['FULL'] || number % 8 === 0)) {
      const finder = await openFinder(`/${id}/${head}`, index.lang);
      await finder.prepare(title);
      const [first] = finder.find(title);
      const bytes = getBytes();
      if (first?.id !== id || bytes > 60_000) faults.push(`${title}: ${first?.id}, ${bytes} bytes`);
    }
    expect(faults).toEqual([]);
  }, 120_000);
});

describe('an index in parts', () => {
  it('shows with a step what refers to it, finds unfinished and misspelt words, and the newest query wins', async () => {
    const { index, head } = await serve('en');
    const finder = await openFinder(`/parts/${head}`, index.lang);
    const old = finder.prepare('lawyer');
    await Promise.all([finder.prepare('open with an apology'), old]);
    expect(finder.find('open with an apology')[0]?.related.length).toBeGreaterThan(0);
    for (const query of ['compensat', 'compensatoin offer']) {
      await finder.prepare(query);
      expect(finder.find(query).length, query).toBeGreaterThan(0);
    }
    expect(finder.find('lawyer').some(({ id }) => id === 'consult-lawyer')).toBe(false);
  });

  it('shows a step that another language found', async () => {
    const english = indexes.get('en')!;
    const other = createFinder(english, getAnalyser('en'));
    const { index, head } = await serve('he');
    const finder = await openFinder(`/other/${head}`, index.lang);
    const rescued = await rescue('root cause of the problem', finder, [{ lang: 'en', script: 'latin', load: async () => other }]);
    expect(rescued).toMatchObject({ how: 'language', lang: 'en' });
    expect(rescued?.found[0]).toMatchObject({ id: 'find-root-cause', title: index.things.find(({ id }) => id === 'find-root-cause')?.title });
  });

  it('fails where a part is missing, and tries again the next time', async () => {
    const { index, head, files } = await serve('it');
    const finder = await openFinder(`/missing/${head}`, index.lang);
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    await expect(finder.prepare('scuse')).rejects.toThrow('is not at');
    vi.stubGlobal('fetch', async (address: string) => new Response(files.get(address.split('/').at(-1) ?? '')));
    await finder.prepare('scuse');
    expect(finder.find('scuse').length).toBeGreaterThan(0);
  });

  it('is refused in another language, of another version or damaged (F02, F08)', () => {
    const head = { version: 'a1', lang: 'it', count: 1, chunk: 4, blocks: ['a'] };
    expect(parseLargeIndexHead(JSON.stringify(head), head)).toEqual(head);
    expect(() => parseLargeIndexHead(JSON.stringify(head), { ...head, lang: 'he' })).toThrow('it a1, the page asked for he a1');
    expect(() => parseLargeIndexHead(JSON.stringify(head), { ...head, version: 'b2' })).toThrow('it a1, the page asked for it b2');
    expect(() => parseLargeIndexHead('{"blocks":[]}', head)).toThrow('damaged');
    expect(() => parseLargeIndexHead('<!doctype html>', head)).toThrow();
  });

  it('knows the block of a key, before the first and behind the last too', () => {
    const blocks = ['b', 'd', 'f'];
    expect(['a', 'b', 'c', 'd', 'e', 'f', 'z'].map((key) => findBlock(blocks, key))).toEqual([0, 0, 0, 1, 1, 2, 2]);
  });
});
