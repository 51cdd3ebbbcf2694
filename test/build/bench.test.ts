import { describe, expect, it } from 'vitest';
import { getBudget, getExcess } from '../../src/build/bench/budgets.ts';
import { parseChildrenTime } from '../../src/build/bench/build-time.ts';
import { getBrotliSize, getMedian, getScriptSize } from '../../src/build/bench/sizes.ts';
import { formatCell, formatTable } from '../../src/build/bench/table.ts';
import { pageKinds } from '../../src/build/sample-pages.ts';

describe('getBrotliSize', () => {
  it('measures what is sent, not what is written', () => {
    expect(getBrotliSize('a'.repeat(10_000))).toBeLessThan(100);
    expect(getBrotliSize('')).toBe(0);
  });
});

describe('getScriptSize', () => {
  it('adds files and inline scripts', () => {
    const file = Buffer.from('console.log(1)');
    expect(getScriptSize('<p>none', [])).toBe(0);
    expect(getScriptSize('<script>alert(2)</script>', [file, file])).toBe(getBrotliSize('alert(2)') + 2 * getBrotliSize(file));
  });
});

describe('getMedian', () => {
  it.each([
    [[3], 3],
    [[100, 1, 50], 50],
    [[4, 1, 3, 2], 2.5],
  ])('finds the middle of %j', (values, expected) => expect(getMedian(values)).toBe(expected));
});

describe('getExcess', () => {
  const within = { html: 14_950, script: 2_048, blocking: 0, fonts: 61_440, shift: 0 };

  it('finds nothing where a page is just within its budget', () => {
    expect(getExcess(within, getBudget({ kind: 'phase', locale: 'he' }))).toEqual([]);
  });

  it('names each part that is over', () => {
    const over = { html: 14_951, script: 2_049, blocking: 1, fonts: 61_441, shift: 0.001 };
    expect(getExcess(over, getBudget({ kind: 'phase', locale: 'he' }))).toEqual(['html', 'script', 'blocking', 'fonts', 'shift']);
  });

  it('allows a message, a tool to write with, 6 KB of script, and its list no more than any page', () => {
    expect(getExcess({ ...within, script: 6_144 }, getBudget({ kind: 'message', locale: 'he' }))).toEqual([]);
    expect(getExcess({ ...within, script: 6_145 }, getBudget({ kind: 'message', locale: 'he' }))).toEqual(['script']);
    expect(getExcess({ ...within, script: 2_049 }, getBudget({ kind: 'messages', locale: 'he' }))).toEqual(['script']);
  });

  it('allows a checklist its script and Arabic its font', () => {
    expect(getExcess({ ...within, script: 8_192, fonts: 92_160 }, getBudget({ kind: 'checklist', locale: 'ar' }))).toEqual([]);
    expect(getExcess({ ...within, script: 8_193, fonts: 92_161 }, getBudget({ kind: 'checklist', locale: 'ar' }))).toEqual(['script', 'fonts']);
  });
});

describe('getBudget', () => {
  it('gives room to pages that are long by nature, and to no other', () => {
    const long = pageKinds.filter((kind) => getBudget({ kind, locale: 'en' }).html === 22 * 1024);
    expect(long.toSorted()).toEqual(['checklist', 'glossary', 'parallel', 'source', 'sources']);
    expect(new Set(pageKinds.filter((kind) => !long.includes(kind)).map((kind) => getBudget({ kind, locale: 'en' }).html))).toEqual(new Set([14.6 * 1024]));
  });
});

describe('formatTable', () => {
  it('puts words to the left and numbers to the right', () => {
    expect(
      formatTable([
        ['page', 'bytes'],
        ['home', formatCell(5, false)],
        ['a', formatCell(1234, true)],
      ]),
    ).toBe('page  bytes\nhome     5\na     1234*');
  });
});

describe('parseChildrenTime', () => {
  it('reads the time of ended children although the name holds spaces and brackets', () => {
    expect(parseChildrenTime('1 (a (b) c) S 2 3 4 5 6 7 8 9 10 11 12 13 250 50 20 0')).toBe(3);
  });
});
