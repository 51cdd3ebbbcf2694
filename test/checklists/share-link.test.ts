import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/checklists/clean-text.ts';
import { formatShareLink, NOTE_LIMIT, parseShareLink, type SharedProgress } from '../../src/checklists/share-link.ts';
import { IDS, TEXTS } from '../support/hostile-inputs.ts';
import { createRandom } from '../support/seeded-random.ts';
import { anyProgress, createMarked, getKnownItems, numRuns, readFor, timeout } from '../support/shared-progress.ts';

const list = 'before-conversation';
const marked = createMarked(12);
const pure = (items: readonly string[], notes: Record<string, string> = {}): SharedProgress => ({
  list,
  marks: new Map(items.map((id) => [id, 'done'])),
  notes: new Map(Object.entries(notes)),
});

/** The longest address a list of ours may have: an origin of 60 characters, and the longest id. */
const address = `https://${'a'.repeat(52)}/go/${'b'.repeat(40)}/#`;

describe('a share link', () => {
  it('L15: gives back any progress as it went in', { timeout }, async () => {
    const property = fc.asyncProperty(anyProgress, async (progress) => {
      const expected = { ...progress, notes: new Map([...progress.notes].map(([id, text]) => [id, cleanText(text)] as const).filter((entry) => entry[1])) };
      expect(await readFor(progress, await formatShareLink(progress))).toEqual({ kind: 'ok', progress: expected, unknown: 0 });
    });
    await fc.assert(property, { numRuns });
  });

  it('L15: gives back a note of every odd kind, without controls and overrides, cut where it is too long', async () => {
    const texts = Object.values(TEXTS).filter((text) => cleanText(text).length <= NOTE_LIMIT);
    const notes = new Map(texts.map((text, index) => [`item-${index}`, text]));
    for (const [id, text] of notes) {
      const link = await formatShareLink({ list, marks: new Map(), notes: new Map([[id, text]]) });
      const expected = cleanText(text).toWellFormed();
      const reading = await parseShareLink(link, { list, items: [{ id, formerIds: [] }] });
      expect(reading).toEqual({ kind: 'ok', progress: { list, marks: new Map(), notes: new Map(expected ? [[id, expected]] : []) }, unknown: 0 });
    }
  });

  it('L15: takes at most 400 characters for 12 items and 2,000 for 200, address included', async () => {
    expect((address + (await formatShareLink(marked))).length).toBeLessThanOrEqual(400);
    expect((address + (await formatShareLink(createMarked(200)))).length).toBeLessThanOrEqual(2_000);
  });

  it('is the same for the same progress, in whatever order it was ticked', async () => {
    const reversed = { ...marked, marks: new Map([...marked.marks].reverse()) };
    expect(await formatShareLink(reversed)).toBe(await formatShareLink(marked));
  });

  it('does not end in a dash, which programs leave outside of what can be clicked', async () => {
    const links = await Promise.all(Array.from({ length: 600 }, (_, index) => formatShareLink(pure(['a'], { a: `note ${index}` }))));
    // Behind the end of the link stands what lets it end otherwise.
    expect(links.filter((link) => link.endsWith('_0') || link.endsWith('-0')).length).toBeGreaterThan(0);
    expect(links.filter((link) => /[^a-z0-9]$/i.test(link))).toEqual([]);
  });

  it('L14: lies in the fragment and holds no word but the notes it was given', async () => {
    const url = new URL(`https://example.org/go/${list}/#${await formatShareLink(marked)}`);
    expect([url.pathname, url.search]).toEqual([`/go/${list}/`, '']);
    const carried = async (progress: SharedProgress) =>
      Buffer.from((await formatShareLink(progress)).slice('progress=1.'.length), 'base64url').toString('latin1');
    expect(await carried(marked)).not.toMatch(/before|conversation|item|number/);
    expect(await carried(pure(['a'], { a: 'Dana, 9:30' }))).toContain('Dana, 9:30');
  });

  it('is none where it would be too long for mail and chat', async () => {
    const random = createRandom(3);
    const letters = () => Array.from({ length: 1_900 }, () => String.fromCharCode(0x5d0 + Math.floor(random() * 27))).join('');
    const noted = (count: number) => pure([], Object.fromEntries(Array.from({ length: count }, (_, index) => [`item-${index}`, letters()])));
    expect((await formatShareLink(noted(3))).length).toBeLessThanOrEqual(8_000);
    expect(await formatShareLink(noted(6))).toBe('');
  });
});

describe('on a page whose list is not the one that was shared', () => {
  it('L09: a link of another list is told from one of this list', async () => {
    const link = await formatShareLink(marked);
    expect(await parseShareLink(link, { ...getKnownItems(marked), list: 'first-hour' })).toEqual({ kind: 'other-list' });
    const renamed = { ...getKnownItems(marked), list: 'prepare-to-talk', formerLists: [list] };
    expect(await parseShareLink(link, renamed)).toEqual({ kind: 'ok', progress: { ...marked, list: 'prepare-to-talk' }, unknown: 0 });
  });

  it('L09: items of no list are left out and counted, however odd their ids', async () => {
    const ids = IDS.filter((id) => id !== 'a');
    const link = await formatShareLink(pure([...ids, 'a'], { length: 'noted and marked: one item', 'only-noted': 'x' }));
    const reading = await parseShareLink(link, { list, items: [{ id: 'a', formerIds: [] }] });
    expect(reading).toEqual({ kind: 'ok', progress: pure(['a']), unknown: ids.length + 1 });
  });

  it('L10: marks and notes follow an item to its new id; what is gone is counted', async () => {
    const link = await formatShareLink(pure(['kept', 'renamed-once', 'gone'], { 'renamed-once': 'by phone' }));
    const items = [
      { id: 'added', formerIds: [] },
      { id: 'renamed-twice', formerIds: ['renamed-once', 'first-name'] },
      { id: 'kept', formerIds: [] },
    ];
    expect(await parseShareLink(link, { list, items })).toEqual({
      kind: 'ok',
      progress: pure(['renamed-twice', 'kept'], { 'renamed-twice': 'by phone' }),
      unknown: 1,
    });
  });

  it('L10: an item marked under several of its ids has the mark of the newest', async () => {
    const marks = new Map([
      ['oldest', 'done'],
      ['now', 'not-applicable'],
      ['older', 'done'],
    ] as const);
    const link = await formatShareLink({ list, marks, notes: new Map() });
    const reading = await parseShareLink(link, { list, items: [{ id: 'now', formerIds: ['older', 'oldest'] }] });
    expect(reading).toEqual({ kind: 'ok', progress: { list, marks: new Map([['now', 'not-applicable']]), notes: new Map() }, unknown: 0 });
  });

  it('L11: a link of a newer version says so, whatever follows the number', async () => {
    const link = await formatShareLink(marked);
    const later = [link.replace('=1.', '=2.'), 'progress=2.', 'progress=2999.{"v":1}', 'progress=12.אבג', `progress=${'9'.repeat(400)}.A`];
    for (const fragment of later) expect(await readFor(marked, fragment)).toEqual({ kind: 'newer' });
    for (const fragment of ['progress=0.AAAA', 'progress=-1.AAAA', 'progress=1e309.AAAA']) expect(await readFor(marked, fragment)).toEqual({ kind: 'damaged' });
  });

  it('L06: ids that every object has are no items', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const shared = pure(names, Object.fromEntries(names.slice(1).map((name) => [name, 'x'])));
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    expect(await parseShareLink(await formatShareLink(shared), { list, items: [{ id: 'a', formerIds: [] }] })).toEqual({
      kind: 'ok',
      progress: pure([]),
      unknown: 5,
    });
    expect(await readFor(shared, await formatShareLink(shared))).toEqual({ kind: 'ok', progress: shared, unknown: 0 });
    expect([Object.getOwnPropertyNames(Object.prototype).join(), ({} as Record<string, unknown>)['pwn']]).toEqual([before, undefined]);
  });

  it('L05: code in a note is text, letter for letter', async () => {
    const code = `${TEXTS['script']}${TEXTS['image']}${TEXTS['scriptAddress']}`;
    const shared = pure(['a'], { a: code });
    expect(await readFor(shared, await formatShareLink(shared))).toEqual({ kind: 'ok', progress: shared, unknown: 0 });
  });
});

describe('a fragment that holds no share link', () => {
  it.each(['', '#', '#mistake-named', 'utm_source=x&fbclid=y', '%D7%A9%D7%9C%D7%91', ':~:text=progress', '__proto__=1', 'pro'])(
    '%j is left alone',
    async (fragment) => {
      expect(await readFor(marked, fragment)).toEqual({ kind: 'none' });
    },
  );
});
