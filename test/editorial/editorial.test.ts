import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getSentences } from '../../src/content/readability.ts';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { type AuthoredText, getAuthoredTexts } from '../support/authored-texts.ts';
import { getPlainWords, getShingles } from '../support/shingles.ts';

// Calques, punctuation, quotation marks and digits are rules of the content check (test/content/language.test.ts);
// here stands what can only be judged over the texts as a whole.
const texts = getAuthoredTexts();
const bodies = texts.filter(({ field }) => field === 'body');
const name = ({ file, field }: AuthoredText) => `${file} ${field}`;

describe('the texts', () => {
  it('are there in all languages', () => {
    for (const locale of locales)
      expect([locale, bodies.filter((text) => text.locale === locale && text.thing.startsWith('steps')).length]).toEqual([locale, 51]);
  });

  it('share no run of eight words with a source', () => {
    const sources = new Set(
      readFileSync(new URL('source-shingles.txt', import.meta.url), 'utf8')
        .split('\n')
        .filter(Boolean),
    );
    expect(sources.size).toBeGreaterThan(2500);
    expect(texts.filter(({ text }) => getShingles(text).some((shingle) => sources.has(shingle))).map(name)).toEqual([]);
  });

  it('are nowhere the same in two languages', () => {
    const seen = new Map<string, AuthoredText>();
    const same = texts.flatMap((text) => {
      const words = getPlainWords(text.text);
      const key = words.join(' ');
      const other = words.length >= 3 ? seen.get(key) : undefined;
      seen.set(key, text);
      return other && other.locale !== text.locale ? [`${name(text)} = ${name(other)}`] : [];
    });
    expect(same).toEqual([]);
  });

  it('hold no English in another language', () => {
    // Words so common that no English sentence is without one, and that are no words of Italian.
    const english = /(?<!\p{L})(the|and|of|with|your|you|for|that|this|what|when|is|are|was|not|they|client)(?!\p{L})/iu;
    const found = texts.filter(({ locale, text }) => locale !== 'en' && english.test(text)).map((text) => `${name(text)}: ${english.exec(text.text)?.[0]}`);
    expect(found).toEqual([]);
  });

  it('promise no future without mistakes in the words to say', () => {
    const absolute: Record<Locale, RegExp> = {
      en: /(?<!\p{L})(never again|will never|won’t ever|never happen)(?!\p{L})/iu,
      it: /(?<!\p{L})(mai più|non succederà più|non accadrà più)(?!\p{L})/iu,
      he: /(?<!\p{L})(לעולם לא|אף פעם לא|לא יקרה שוב|לא יקרה יותר)(?!\p{L})/u,
      ar: /(?<!\p{L})(أبدا|لن يتكرر|لن تتكرر|لن يحدث مجددا|لن يحدث مرة أخرى)(?!\p{L})/u,
    };
    const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
    const promising = texts.filter(({ field, text, locale }) => field === 'say' && (absolute[locale].test(text) || absolute[locale].test(plain(text))));
    expect(promising.map(name)).toEqual([]);
  });

  it('have about the same length in every language, so that none leaves something out', () => {
    const steps = [...new Set(bodies.map(({ thing }) => thing).filter((thing) => thing.startsWith('steps')))];
    const count = (thing: string, locale: Locale) => getPlainWords(bodies.find((text) => text.thing === thing && text.locale === locale)?.text ?? '').length;
    const outliers = locales.flatMap((locale) => {
      const ratios = steps.map((thing) => ({ thing, ratio: count(thing, locale) / count(thing, 'en') }));
      const usual = ratios.map(({ ratio }) => ratio).sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 1;
      return ratios
        .filter(({ ratio }) => ratio < usual * 0.7 || ratio > usual * 1.4)
        .map(({ thing, ratio }) => `${thing} (${locale}): ${(ratio / usual).toFixed(2)}`);
    });
    expect(outliers).toEqual([]);
  });

  it('are written in sentences that can be read in a hurry', () => {
    const prose = texts.filter(({ field, thing }) => (field === 'body' || field === 'action') && thing.startsWith('steps'));
    const lengths = locales.map((locale) => {
      const sentences = prose.filter((text) => text.locale === locale).flatMap(({ text }) => getSentences(text, locale));
      const words = sentences.map((sentence) => getPlainWords(sentence).length);
      return { locale, sentences: sentences.length, mean: words.reduce((sum, length) => sum + length, 0) / words.length, longest: Math.max(...words) };
    });
    for (const { locale, mean, longest } of lengths) {
      expect([locale, mean < 15]).toEqual([locale, true]);
      expect([locale, longest <= 35, longest]).toEqual([locale, true, longest]);
    }
  });
});
