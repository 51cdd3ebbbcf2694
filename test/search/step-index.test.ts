import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { enrichFinder, openFinder } from '../../src/search/open-finder.ts';
import { addMoreTerms, FIRST_TERMS, formatStepIndex, parseStepIndex, type StepIndex } from '../../src/search/step-index.ts';
import { createStepIndexFiles } from '../../src/search/step-index-files.ts';
import { readStepIndexes } from '../../src/search/step-index-source.ts';

const index: StepIndex = {
  version: 'abc123',
  lang: 'it',
  things: [
    { kind: 'step', id: 'open', parent: 'own-up', title: 'Inizia dalle scuse', summary: 'Di’ che ti dispiace.', terms: ['scusarsi'], steps: [] },
    { kind: 'item', id: 'first', parent: 'talk', title: 'Le scuse per prime', summary: '', terms: [], steps: ['open'] },
  ],
};

describe('the file of a step index', () => {
  it('holds what was put into it', () => {
    expect(parseStepIndex(formatStepIndex(index), index)).toEqual(index);
  });

  it('is refused in another language or of another version (F08)', () => {
    expect(() => parseStepIndex(formatStepIndex(index), { ...index, lang: 'he' })).toThrow('The step index is in “it”, the page in “he”.');
    expect(() => parseStepIndex(formatStepIndex(index), { ...index, version: 'def456' })).toThrow('version abc123, the page asked for def456');
  });

  it.each([
    ['half', formatStepIndex(index).slice(0, 90)],
    ['HTML in its place', '<!doctype html><title>404</title>'],
    ['empty', ''],
    ['without rows', '{"version":"abc123","lang":"it"}'],
    ['null', 'null'],
    ['with a damaged row', '{"version":"abc123","lang":"it","rows":[[0,"open"]]}'],
    ['with a kind that nobody knows', '{"version":"abc123","lang":"it","rows":[[99,"a","b","c","d",[],[]]]}'],
  ])('is refused when it is %s (F02)', (_, text) => {
    expect(() => parseStepIndex(text, index)).toThrow();
  });

  it('is named by its content', () => {
    const [{ name, text } = { name: '', text: '' }] = createStepIndexFiles('it', index);
    const [, version] = /^it\.([0-9a-f]{12})\.json$/.exec(name) ?? [];
    expect(parseStepIndex(text, { lang: 'it', version: version ?? '' }).things).toEqual(index.things);
    expect(createStepIndexFiles('it', { ...index, things: index.things.slice(1) })[0]?.name).not.toBe(name);
    expect(createStepIndexFiles('it', index)).toEqual([{ name, text }]);
  });
});

describe('the step indexes of a content folder', () => {
  it('hold steps, items, lists, phases, terms and messages in words of their own language alone', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'index-'));
    const write = async (path: string, text: string) => {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), text);
    };
    const words = (fields: string) => `---\n${fields}\n---\n\nBody.\n`;
    await write('phases/own-up/phase.yaml', 'order: 1\n');
    await write('phases/own-up/it.mdx', words('title: Ammettere\ndescription: Come dirlo.\nsearchTerms: [confessare]'));
    await write('phases/unwritten/phase.yaml', 'order: 2\n');
    await write('phases/unwritten/it.mdx', words('title: Vuota\ndescription: Niente.'));
    await write('steps/open/step.yaml', 'phase: own-up\norder: 1\nideas: []\n');
    await write('steps/open/it.mdx', words('title: Inizia dalle scuse\naction: Di’ che ti dispiace.\nsearchTerms: [scusarsi, mi dispiace]'));
    await write('steps/name/step.yaml', 'phase: own-up\norder: 2\nideas: []\n');
    await write('steps/name/en.mdx', words('title: Name the mistake\naction: Say it.\nsearchTerms: [truth]'));
    await write('checklists/talk/checklist.yaml', 'order: 1\nitems:\n  - { id: first, steps: [open] }\n  - { id: lost, steps: [name] }\n');
    await write('checklists/talk/it.yaml', 'title: Durante il colloquio\ndescription: Dieci voci.\nitems: { first: Le scuse per prime }\n');
    await write('messages/mail/message.yaml', 'order: 1\nsteps: [open]\n');
    await write('messages/mail/it.yaml', 'title: Lettera di scuse\ndescription: Breve.\ntexts: { a: b }\n');
    await write('glossary/apology/it.mdx', words('title: scuse\nforms: [scuse]\nsearchTerms: [sorry]'));
    await write('glossary/apology/term.yaml', 'formerIds: []\n');
    await write('steps/.DS_Store', '');
    const indexes = await readStepIndexes(dir);
    expect(indexes.get('it')?.things).toEqual([
      {
        kind: 'step',
        id: 'open',
        parent: 'own-up',
        title: 'Inizia dalle scuse',
        summary: 'Di’ che ti dispiace.',
        terms: ['scusarsi', 'mi dispiace'],
        steps: [],
      },
      { kind: 'message', id: 'mail', parent: '', title: 'Lettera di scuse', summary: 'Breve.', terms: [], steps: ['open'] },
      { kind: 'checklist', id: 'talk', parent: '', title: 'Durante il colloquio', summary: 'Dieci voci.', terms: [], steps: [] },
      { kind: 'item', id: 'first', parent: 'talk', title: 'Le scuse per prime', summary: '', terms: [], steps: ['open'] },
      { kind: 'phase', id: 'own-up', parent: '', title: 'Ammettere', summary: 'Come dirlo.', terms: ['confessare'], steps: [] },
      { kind: 'term', id: 'apology', parent: '', title: 'scuse', summary: '', terms: ['sorry'], steps: [] },
    ]);
    expect(indexes.get('en')?.things.map(({ id }) => id)).toEqual(['name']);
    expect(indexes.get('he')?.things).toEqual([]);
    await rm(dir, { recursive: true });
  });
});

describe('opening an index', () => {
  afterEach(() => vi.unstubAllGlobals());
  const [{ name, text } = { name: '', text: '' }] = createStepIndexFiles('it', index);
  const serve = (answer: () => Response | Promise<Response>) => {
    const fetch = vi.fn(async () => answer());
    vi.stubGlobal('fetch', fetch);
    return fetch;
  };

  it('loads it once and answers', async () => {
    const fetch = serve(() => new Response(text));
    const [finder, again] = await Promise.all([openFinder(`/a/${name}`, 'it'), openFinder(`/a/${name}`, 'it')]);
    expect(finder.find('scusa')[0]?.id).toBe('open');
    expect(again).toBe(finder);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['missing (F01)', () => new Response('', { status: 404 })],
    ['HTML in its place (F02)', () => new Response('<!doctype html>')],
    ['of another build (F08)', () => new Response(text.replace(/"version":"\w+"/, '"version":"000000000000"'))],
    ['unreachable', () => Promise.reject(new TypeError('offline'))],
  ])('fails where it is %s, and tries again the next time', async (fault, answer) => {
    const address = `/${encodeURIComponent(fault)}/${name}`;
    serve(answer as () => Response);
    await expect(openFinder(address, 'it')).rejects.toThrow();
    serve(() => new Response(text));
    expect((await openFinder(address, 'it')).find('scuse')[0]?.id).toBe('open');
  });
});

describe('the further terms of an index', () => {
  const terms = Array.from({ length: FIRST_TERMS + 2 }, (_, number) => `parola${number}`);
  const rich = { lang: 'it', things: index.things.map((thing) => (thing.kind === 'step' ? { ...thing, terms } : thing)) };

  it('come in a second file under the name of the first, and complete it', () => {
    const [first, more] = createStepIndexFiles('it', rich);
    const version = first?.name.split('.')[1] ?? '';
    const parsed = parseStepIndex(first?.text ?? '', { lang: 'it', version });
    expect([parsed.hasMore, more?.name]).toEqual([true, `it-more.${version}.json`]);
    expect(parsed.things[0]?.terms).toEqual(terms.slice(0, FIRST_TERMS));
    expect(addMoreTerms(parsed.things, more?.text ?? '')).toEqual(rich.things);
  });

  it.each(['', '{}', '[]', '[["a"]]', '[[1],[2]]', '<!doctype html>'])('are refused where the file is %s', (text) => {
    expect(() => addMoreTerms(rich.things, text)).toThrow();
  });

  it('are found once they are loaded, and until then, or where they are missing, the index answers without them', async () => {
    const files = new Map(createStepIndexFiles('it', rich).map(({ name, text }) => [`/found/${name}`, text]));
    const [address = ''] = files.keys();
    vi.stubGlobal('fetch', (asked: string) => Promise.resolve(new Response(files.get(asked) ?? '', { status: files.has(asked) ? 200 : 404 })));
    const last = terms.at(-1) ?? '';
    const poor = await openFinder(address, 'it');
    expect(poor.find(last)[0]?.via).not.toBe(last);
    const richer = await enrichFinder(address, 'it');
    expect(richer?.find(last)[0]?.via).toBe(last);
    expect(await openFinder(address, 'it')).toBe(richer);

    const alone = new Map(createStepIndexFiles('it', { ...rich, things: rich.things.slice(0, 1) }).map(({ name, text }) => [`/alone/${name}`, text]));
    const [[name = '', text = ''] = []] = alone;
    files.set(name, text);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await openFinder(name, 'it');
    expect(await enrichFinder(name, 'it')).toBeUndefined();
    expect((await openFinder(name, 'it')).find('scuse')[0]?.id).toBe('open');
    expect(warn).toHaveBeenCalled();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
});
