import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { analyse, languageRules } from '../../src/search/analyser/analyse.ts';
import { createAnalyser } from '../../src/search/analyser/analyser.ts';
import { foldWord } from '../../src/search/analyser/fold.ts';

const numRuns = process.env['FULL'] ? 100_000 : 300;
const timeout = process.env['FULL'] ? 300_000 : 30_000;
const lang = fc.constantFrom('he', 'ar', 'it', 'en', 'fa');

/** Any Unicode, lone surrogates too, and texts of the letters and signs that the rules are about. */
const letters = fc.constantFrom(...'אבהולכמםשתיצץך׳״"\'’־\u05b7\u05c1ابتوفكلهةىيأإآؤئءـٱ\u064e\u0651٣۴lrdeèéìòùAEaistzy1½ﷺﬁİßſ\u200f\u200d\u2066\u0301 -.');
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(letters, { maxLength: 40 }).map((all) => all.join('')),
);

afterEach(() => void vi.restoreAllMocks());

describe('the analyser of any text', () => {
  it(
    'gives tokens in order, each a place in the text with keys of weights above 0 up to 1, the word itself first',
    () => {
      fc.assert(
        fc.property(lang, text, (language, any) => {
          let end = 0;
          for (const token of analyse(language, any)) {
            expect(token.start).toBeGreaterThanOrEqual(end);
            expect(token.end).toBeGreaterThan(token.start);
            end = token.end;
            expect(token.keys[0]?.weight).toBe(1);
            expect(token.keys.every(({ key, weight }) => key.length > 0 && weight > 0 && weight <= 1)).toBe(true);
            expect(new Set(token.keys.map(({ key }) => key)).size).toBe(token.keys.length);
          }
          expect(end).toBeLessThanOrEqual(any.length);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'gives a key again when the key is analysed: no form is folded twice',
    () => {
      fc.assert(
        fc.property(lang, text, (language, any) => {
          for (const { keys } of analyse(language, any))
            for (const { key } of keys) {
              const again = analyse(language, key.replace(/^[~^]/, ''));
              expect(
                again.flatMap((token) => token.keys.map((one) => one.key)),
                `${language} ${JSON.stringify(any)} ${key}`,
              ).toContain(key);
              expect(again).toHaveLength(1);
            }
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'gives the same keys for NFC, NFD and text full of invisible marks',
    () => {
      fc.assert(
        fc.property(lang, text, (language, any) => {
          const getKeys = (one: string) => analyse(language, one).map(({ keys }) => keys);
          expect(getKeys(any.normalize('NFD'))).toEqual(getKeys(any.normalize('NFC')));
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'folds what is folded to itself',
    () => {
      fc.assert(
        fc.property(text, (any) => {
          expect(foldWord(foldWord(any))).toBe(foldWord(any));
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it('folds no more than the beginning of each word of 10,000 characters of anything, each word once (F06)', () => {
    const inputs = [
      'a',
      'א',
      'ا',
      'ו',
      'וה',
      "l'",
      'א״',
      '״',
      '’’',
      'é\u0301',
      '\u05b7',
      '\u202e',
      ' ',
      'ational',
      'ت',
      'وال',
      'issimamente',
      'a a ',
      '\ud800',
      '<b>',
      'ﷺ',
    ];
    for (const input of inputs)
      for (const [language, rules] of Object.entries(languageRules)) {
        const getKeys = vi.fn(rules.getKeys);
        const split = rules.split && vi.fn(rules.split);
        const text = input.repeat(Math.ceil(10_000 / input.length));
        const normalized = vi.spyOn(String.prototype, 'normalize');
        const tokens = createAnalyser({ ...rules, getKeys, ...(split && { split }) })(text);
        const folded = normalized.mock.contexts.map(String);
        normalized.mockRestore();
        const name = `${language} ${input}`;
        expect(tokens[0]?.keys, name).toEqual(analyse(language, text.slice(0, 600))[0]?.keys);
        expect(Math.max(0, ...tokens.map(({ keys }) => keys.length)), name).toBeLessThan(20);
        // A compatibility form may become 18 letters; each word is normalized twice.
        expect(getLength(folded), name).toBeLessThan(2 * 19 * 320);
        expect(getKeys.mock.calls.filter(([word]) => word.length > 40)).toEqual([]);
        expect(getKeys.mock.calls.length, name).toBeLessThanOrEqual(2);
        expect(getLength(split?.mock.calls.map(([raw]) => raw) ?? []), name).toBeLessThanOrEqual(text.length);
      }
  });
});

function getLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
