import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { cleanValue, foldDigits, LONGEST_VALUE } from '../../src/messages/clean-value.ts';
import { TEXTS } from '../support/hostile-inputs.ts';

const numRuns = process.env['FULL'] ? 10_000 : 200;

afterEach(() => void vi.restoreAllMocks());

test('W02 removes overrides, embeddings and isolates, and keeps the words', () => {
  expect(cleanValue('\u202egnp.exe')).toBe('gnp.exe');
  expect(cleanValue('\u2067שלום\u2069 \u202aabc\u202c \u2068x')).toBe('שלום abc x');
});

test('W02 keeps marks that turn nothing but themselves', () => {
  expect(cleanValue('\u200e50%\u200e מהזמן')).toBe('\u200e50%\u200e מהזמן');
});

test('W05 takes what cannot be seen for nothing', () => {
  for (const blank of ['', ' ', '\t\n', '\u00a0\u2003', '\u200b\u200d', '\u202e', '\u0000', '\ufeff', '\u3000']) expect(cleanValue(blank)).toBe('');
});

test('W06 puts U+FFFD in the place of a lone surrogate, once, and makes no character of two halves', () => {
  expect(cleanValue('a\ud83db')).toBe('a\ufffdb');
  expect(cleanValue('\ud83d\u0000\ude00')).toBe('\ufffd\ufffd');
  expect(cleanValue('👩‍👩‍👧‍👦 🏳️‍🌈 🇮🇱')).toBe('👩‍👩‍👧‍👦 🏳️‍🌈 🇮🇱');
});

test('W06 drops NUL and controls, and makes a space of every line end', () => {
  expect(cleanValue('a\u0000\u0007b\u001b[31m')).toBe('ab[31m');
  expect(cleanValue('a\r\nb\rc\nd\u2028e\u2029f\u0085g\th')).toBe('a b c d e f g h');
});

test('W04 W06 cuts what is too long, never inside a character as readers see it', () => {
  expect(cleanValue('a'.repeat(100_000))).toHaveLength(LONGEST_VALUE);
  const family = '👩‍👩‍👧‍👦';
  const cut = cleanValue(`a${family.repeat(3_000)}`);
  expect(cut.length).toBeLessThanOrEqual(LONGEST_VALUE);
  expect((cut.length - 1) % family.length).toBe(0);
  expect(cleanValue(`${'a'.repeat(LONGEST_VALUE - 1)}e\u0301`)).toBe('a'.repeat(LONGEST_VALUE - 1));
  // A pile of accents that is itself too long goes as one.
  expect(cleanValue(`ab${'\u0301'.repeat(LONGEST_VALUE)}`)).toBe('a');
});

test('W04 looks through no more than the greatest length of 100,000 characters, three times', () => {
  for (const text of ['a', 'נ', '👩‍👩‍👧‍👦', 'e\u0301', '\u202e', ' ', '\ud83d']) {
    const long = text.repeat(100_000 / text.length);
    const replaced = vi.spyOn(String.prototype, 'replace');
    const segmented = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    const value = cleanValue(long);
    const lengths = replaced.mock.contexts.map((whole) => String(whole).length);
    const searches = segmented.mock.calls.length;
    vi.restoreAllMocks();
    const kept = /[ \u202e]/.test(text) ? '' : text.repeat(Math.floor(LONGEST_VALUE / text.length)).toWellFormed();
    expect([text, value.length, value === kept]).toEqual([text, kept.length, true]);
    expect([text, lengths.length, Math.max(...lengths) <= LONGEST_VALUE, searches]).toEqual([text, 3, true, 1]);
  }
});

test('W01 keeps letter for letter what is neither a control nor turns anything', () => {
  for (const name of ['script', 'image', 'markdown', 'mdx', 'placeholders', 'entities', 'brokenPercent', 'query', 'apostrophes', 'niqqud', 'tashkeel'])
    expect(cleanValue(TEXTS[name] ?? '')).toBe(TEXTS[name]);
});

test('holds for any string: what is left is well formed, on one line, turns nothing, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        fc.constantFrom(...Object.values(TEXTS)),
      ),
      (text) => {
        const value = cleanValue(text);
        expect(value.isWellFormed()).toBe(true);
        expect(value).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
        expect(cleanValue(value)).toBe(value);
      },
    ),
    { numRuns },
  );
});

test('folds Arabic and Persian digits', () => {
  expect(foldDigits('٠٥٠-١٢٣٤٥٦٧ ۰۹')).toBe('050-1234567 09');
});
