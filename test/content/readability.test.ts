import { describe, expect, it } from 'vitest';
import { countLetters, countSyllables, easeFormulas, getPercentile, getSentences, getWords } from '../../src/content/readability.ts';

/** The reading ease of a text in a language that has a formula. */
function getEase(text: string, lang: string): number | undefined {
  return easeFormulas[lang]?.getEase(getSentences(text, lang).map((sentence) => getWords(sentence, lang)));
}

describe('getSentences', () => {
  it.each([
    ['en', '“We were wrong.” Say it once. Then stop.', 3],
    ['it', 'L’errore è nostro. Lo dici? Sì.', 3],
    ['he', 'התקשרו היום. אל תכתבו: זה לא דחוף.', 2],
    ['ar', 'اتصل اليوم. لماذا؟ لأن العميل ينتظر.', 3],
  ])('finds the sentences of %s', (lang, text, count) => expect(getSentences(text, lang)).toHaveLength(count));

  it('takes no line break for an end and no bare number for a sentence', () => {
    expect(getSentences('One\nsentence. 14. ', 'en')).toEqual(['One sentence.']);
  });
});

describe('getWords', () => {
  it.each([
    ['en', 'We’re sorry, in 14 days.', ['We’re', 'sorry', 'in', '14', 'days']],
    ['it', 'L’errore è nostro.', ['L’errore', 'è', 'nostro']],
    ['he', 'לחו״ל, בית־ספר', ['לחו״ל', 'בית', 'ספר']],
    ['ar', 'وبالعميل، ثمّ', ['وبالعميل', 'ثمّ']],
  ])('finds the words of %s', (lang, text, words) => expect(getWords(text, lang)).toEqual(words));
});

describe('countLetters', () => {
  it('counts letters and digits, but no vowel points and no marks', () => {
    expect(['שָׁלוֹם', 'ثُمَّ', 'l’età', '14', '–'].map(countLetters)).toEqual([4, 2, 4, 2, 0]);
  });
});

describe('countSyllables', () => {
  it.each([
    [1, ['the', 'we', 'caused', 'makes', 'said', 'through', 'why', 'I', '14']],
    [2, ['client', 'wanted', 'changes', 'table', 'lawyer', 'being', 'problem', 'client’s']],
    [3, ['denial', 'deliver', 'together']],
    [4, ['apology', 'responsible', 'immediate']],
  ])('counts %i', (count, words) => expect(words.filter((word) => countSyllables(word) !== count)).toEqual([]));
});

describe('getPercentile', () => {
  it('is a value that as many do not exceed as the share says', () => {
    expect(getPercentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9)).toBe(9);
    expect(getPercentile([1, 2, 3], 0.9)).toBe(3);
    expect(getPercentile([5], 0)).toBe(5);
    expect(getPercentile([], 0.9)).toBeNaN();
  });
});

describe('reading ease', () => {
  it('is Flesch’s in English', () => {
    // 2 sentences, 6 words, 7 syllables: 206.835 − 1.015 × 3 − 84.6 × 7/6.
    expect(getEase('The client waits. We were wrong.', 'en')).toBeCloseTo(105.09, 2);
    // 1 sentence, 4 words, 11 syllables: 206.835 − 1.015 × 4 − 84.6 × 11/4.
    expect(getEase('Responsible people deliver changes.', 'en')).toBeCloseTo(-29.875, 3);
  });

  it('is Gulpease in Italian', () => {
    // 1 sentence, 10 words, 47 letters: 89 + (300 − 470) / 10.
    expect(getEase('Il cliente aspetta una risposta da ieri e nessuno chiama.', 'it')).toBeCloseTo(72, 5);
    // 2 sentences, 10 words, 47 letters: 89 + (600 − 470) / 10.
    expect(getEase('Il cliente aspetta una risposta da ieri. E nessuno chiama.', 'it')).toBeCloseTo(102, 5);
  });

  it('is not made up where no formula holds', () => {
    expect([getEase('اتصل.', 'ar'), getEase('התקשרו.', 'he')]).toEqual([undefined, undefined]);
  });
});
