import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { getCrc32 } from '../../src/checklists/crc.ts';
import { getItemHash } from '../../src/checklists/item-hash.ts';
import { formatShareLink, parseShareLink, type SharedProgress } from '../../src/checklists/share-link.ts';
import { ByteReader, encodeBase64, encodeFixed, encodeVarint } from '../../src/checklists/share-link-bytes.ts';
import { deflate, inflate } from '../../src/checklists/share-link-compression.ts';
import { damageLink } from '../support/hostile-inputs.ts';
import { createMarked, getKnownItems, numRuns, readFor, timeout } from '../support/shared-progress.ts';

const marked = createMarked(12);
const noted: SharedProgress = { ...marked, notes: new Map([['item-number-1', 'נדבר ביום שלישי, ושוב ביום שלישי. '.repeat(20)]]) };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A link with a checksum that is right, whatever its body is. */
function forge(body: readonly number[], flags = 0): string {
  const covered = [flags, ...encodeVarint(body.length), ...body];
  return `progress=1.${encodeBase64([...covered, ...encodeFixed(getCrc32([1, ...covered]), 4)])}`;
}

describe('refusing takes no work that grows', () => {
  it('L07: of a fragment that is too long nothing but the length is looked at', async () => {
    for (const length of [20_001, 1_000_000, 500_000_000]) {
      expect(await readFor(marked, { length } as string)).toEqual({ kind: 'too-long' });
    }
    const { megabyte, manyKeys, deepJson, hugeJson } = damageLink(`https://example.org/#${await formatShareLink(marked)}`);
    for (const href of [megabyte, manyKeys, deepJson, hugeJson]) expect(await readFor(marked, href?.split('#')[1] ?? '')).toEqual({ kind: 'too-long' });
  });

  it('L07: as much as is read is decoded once, and taken apart in no more steps than it has bytes', async () => {
    const decode = vi.spyOn(globalThis, 'atob');
    const read = vi.spyOn(ByteReader.prototype, 'readFixed');
    const list = encodeFixed(getItemHash(marked.list), 3);
    const endless = [0xff, 0xff, 0xff, 0x7f];
    const notes = Array.from({ length: 3_000 }, (_, index) => [...encodeFixed(index, 3), 0]).flat();
    for (const body of [[...list, ...endless], [...list, 0, ...endless, 1, 2, 3], [...list, 0, 0, ...notes], [...list, 0, 0, 1, 2, 3, ...endless], []]) {
      decode.mockClear();
      read.mockClear();
      const link = forge(body);
      await readFor(marked, link);
      expect([decode.mock.calls.length, read.mock.calls.length <= body.length + 8]).toEqual([1, true]);
    }
  });

  it('L07: a packed body is unpacked no further than to the limit', async () => {
    let unpacked = 0;
    const Native = DecompressionStream;
    const Counting = class {
      readonly writable;
      readonly readable;
      constructor(format: 'deflate-raw') {
        const native = new Native(format);
        this.writable = native.writable;
        this.readable = native.readable.pipeThrough(
          new TransformStream<Uint8Array, Uint8Array>({
            transform(part, controller) {
              unpacked += part.length;
              controller.enqueue(part);
            },
          }),
        );
      }
    };
    vi.stubGlobal('DecompressionStream', Counting);
    const bomb = (await deflate(new Uint8Array(12_000_000))) as Uint8Array;
    const link = forge([...bomb], 1);
    expect(link.length).toBeLessThan(20_000);
    expect(await readFor(marked, link)).toEqual({ kind: 'too-long' });
    expect(unpacked).toBeGreaterThan(65_536);
    expect(unpacked).toBeLessThan(1_000_000);
  });
});

describe('a forged link with a right checksum', () => {
  const list = encodeFixed(getItemHash(marked.list), 3);
  const known = getKnownItems(marked);

  it.each<[string, readonly number[], number]>([
    ['has no body', [], 0],
    ['ends within the list', [1, 2], 0],
    ['has no counts', list, 0],
    ['counts more items than there are', [...list, 9, 1, 2, 3], 0],
    ['counts more items not applicable than there are', [...list, 0, 9, 1, 2, 3], 0],
    ['ends within an item', [...list, 1, 1, 2], 0],
    ['ends within a note', [...list, 0, 0, 1, 2, 3, 9, 65], 0],
    ['has a count without end', [...list, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1], 0],
    ['is not packed as it says', [6, 6, 6, 6, 6, 6], 1],
  ])('is damaged where it %s', async (_name, body, flags) => {
    expect(await parseShareLink(forge(body, flags), known)).toEqual({ kind: 'damaged' });
  });

  it('is of a newer version where it has flags that this one does not know', async () => {
    expect(await parseShareLink(forge([...list, 0, 0], 2), known)).toEqual({ kind: 'newer' });
  });

  it('L08: with any bytes gives a reading, never a throw', { timeout }, async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.nat(3), async (bytes, flags) => {
      const reading = await parseShareLink(forge([...list, ...bytes], flags), known);
      if (reading.kind === 'ok')
        expect([...reading.progress.marks.keys(), ...reading.progress.notes.keys()].filter((id) => !known.items.some((item) => item.id === id))).toEqual([]);
    });
    await fc.assert(property, { numRuns });
  });

  it('has its notes cleaned: invalid UTF-8, controls, overrides', async () => {
    const text = [0xff, 0xed, 0xa0, 0x80, 0, 0x1b, 65, ...new TextEncoder().encode('\u202e\u2066b\u2069\r\nc')];
    const reading = await parseShareLink(forge([...list, 0, 0, ...encodeFixed(getItemHash('item-number-1'), 3), text.length, ...text]), known);
    expect(reading.kind === 'ok' && reading.progress.notes.get('item-number-1')).toMatch(/^\ufffd+Ab\nc$/);
  });

  it('is too long where a note is longer than any of ours', async () => {
    const text = Array.from({ length: 2_001 }, () => 65);
    const body = [...list, 0, 0, ...encodeFixed(getItemHash('item-number-1'), 3), ...encodeVarint(text.length), ...text];
    expect(await parseShareLink(forge(body), known)).toEqual({ kind: 'too-long' });
  });
});

describe('packing', () => {
  it('is left out where it makes the link no shorter', async () => {
    const plain = await formatShareLink(marked);
    const packed = await formatShareLink(noted);
    vi.stubGlobal('CompressionStream', undefined);
    expect(await formatShareLink(marked)).toBe(plain);
    expect(packed.length).toBeLessThan((await formatShareLink(noted)).length / 2);
  });

  const without: [string, unknown][] = [
    ['knows no packing', undefined],
    [
      'knows only other packings',
      class {
        constructor() {
          throw new TypeError('Unsupported format');
        }
      },
    ],
  ];

  it.each(without)('E13: is left out in a browser that %s, and the link is read everywhere', async (_name, stream) => {
    vi.stubGlobal('CompressionStream', stream);
    const link = await formatShareLink(noted);
    vi.stubGlobal('DecompressionStream', stream);
    expect(await readFor(noted, link)).toEqual({ kind: 'ok', progress: noted, unknown: 0 });
  });

  it.each(without)('E13: is said to be unreadable by a browser that %s', async (_name, stream) => {
    const link = await formatShareLink(noted);
    vi.stubGlobal('DecompressionStream', stream);
    expect(await readFor(noted, link)).toEqual({ kind: 'unreadable' });
  });

  it('gives back any bytes', { timeout }, async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => {
      expect(await inflate((await deflate(Uint8Array.from(bytes))) as Uint8Array<ArrayBuffer>)).toEqual(Uint8Array.from(bytes));
    });
    await fc.assert(property, { numRuns });
  });
});
