import fc from 'fast-check';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { createQrPath } from '../../src/share/qr-code.ts';

// Each run draws and reads a picture.
const numRuns = process.env['FULL'] ? 2_000 : 40;
const LIGHT = 255;

/** The picture a browser would paint: the path filled black on white, `scale` pixels a module. */
function paint({ path, size }: { path: string; size: number }, scale: number): { width: number; height: number; data: Uint8Array } {
  const isDark = fill(path, size);
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(LIGHT);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (isDark[Math.floor(y / scale)]![Math.floor(x / scale)]) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

/** Which modules lie inside the path, by the non-zero rule; throws where the even-odd rule would differ. */
function fill(path: string, size: number): boolean[][] {
  expect(path).toMatch(/^(?:M\d+ \d+(?:[hv]-?\d+)+z)+$/);
  const turns = Array.from({ length: size }, () => new Int8Array(size + 1));
  for (const [, startX, startY, lines] of path.matchAll(/M(\d+) (\d+)([^z]+)z/g)) {
    let [x, y] = [Number(startX), Number(startY)];
    const cross = (to: number): void => {
      for (let row = Math.min(y, to); row < Math.max(y, to); row += 1) turns[row]![x]! += Math.sign(to - y);
      y = to;
    };
    for (const [, direction, length] of lines!.matchAll(/([hv])(-?\d+)/g)) {
      if (direction === 'h') x += Number(length);
      else cross(y + Number(length));
    }
    cross(Number(startY));
  }
  return turns.map((row) => {
    let winding = 0;
    return Array.from({ length: size }, (_, x) => {
      winding += row[x]!;
      if (Math.abs(winding) > 1) throw new Error('The path covers a module twice: the fill rule would matter.');
      return winding !== 0;
    });
  });
}

const readBack = (text: string, scale = 4): string => decodeQR(paint(createQrPath(text), scale), { timeLimit: 10_000 });

describe('a QR code', () => {
  it.each([
    ['the address of a page', 'https://example.org/go/ninety-days/'],
    ['a page in Hebrew letters', 'https://example.org/שלום/?a=1#ב'],
    ['Arabic and emoji', 'مرحبا 👩‍👩‍👧'],
    ['one character', 'a'],
    ['digits', '0123456789'.repeat(12)],
    ['capitals', 'HTTPS://EXAMPLE.ORG/A-B'],
  ])('is read back by another reader: %s', (_name, text) => {
    expect(readBack(text)).toBe(text);
  });

  it('is read back with an address of 2,000 characters', () => {
    const address = `https://example.org/go/ninety-days/#progress=1.${'aB3_-xYz09'.repeat(200)}`.slice(0, 2000);
    expect(readBack(address)).toBe(address);
  });

  it('is read back whatever the address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
        expect(readBack(address)).toBe(address);
      }),
      { numRuns },
    );
  }, 300_000);

  it('keeps a quiet zone of four light modules on every side', () => {
    const code = createQrPath('https://example.org/');
    const isDark = fill(code.path, code.size);
    const dark = isDark.flatMap((row, y) => row.flatMap((is, x) => (is ? [{ x, y }] : [])));
    for (const axis of ['x', 'y'] as const) {
      expect(Math.min(...dark.map((module) => module[axis]))).toBe(4);
      expect(Math.max(...dark.map((module) => module[axis]))).toBe(code.size - 5);
    }
  });

  it('can still be read with a tenth of it covered', () => {
    const text = 'https://example.org/go/ninety-days/';
    const picture = paint(createQrPath(text), 4);
    // A stain in the middle, away from the three corners by which a reader finds the code.
    const side = Math.floor(picture.width * 0.2);
    const from = Math.floor((picture.width - side) / 2);
    for (let y = from; y < from + side; y += 1) picture.data.fill(LIGHT, (y * picture.width + from) * 4, (y * picture.width + from + side) * 4);
    expect(decodeQR(picture, { timeLimit: 10_000 })).toBe(text);
  });

  it('takes a larger square rather than less safety, where there is one', () => {
    // 50 bytes would go into 29 modules with 7 % that may be lost, and need 33 with 15 %.
    expect(createQrPath('a'.repeat(50)).size).toBe(33 + 8);
  });

  it.each(['caffè', 'naïve', '漢字'])('says that its bytes are UTF-8, whatever shorter way there were: %s', (text) => {
    const UTF_8 = 26;
    const seen: unknown[] = [];
    const textDecoder = (bytes: Uint8Array, eci?: number): string => {
      seen.push(eci);
      return new TextDecoder().decode(bytes);
    };
    expect(decodeQR(paint(createQrPath(text), 4), { timeLimit: 10_000, textDecoder })).toBe(text);
    expect([...new Set(seen)]).toEqual([UTF_8]);
  });

  it('stays small enough to stand in a page', () => {
    expect(createQrPath('https://example.org/go/ninety-days/').path.length).toBeLessThan(1_800);
  });

  it('holds 2,953 characters and says when a text is too long', () => {
    const longest = 'a'.repeat(2953);
    expect(readBack(longest)).toBe(longest);
    expect(() => createQrPath(`${longest}a`)).toThrow(RangeError);
    expect(() => createQrPath(`${longest}a`)).toThrow(/2954 characters is too long.*at most 2,953.*shorter/);
  });
});
