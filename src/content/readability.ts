/** How hard texts are to read, as far as counting can tell. Sentences and words are those of Unicode (UAX 29). */

/** The sentences of a text; what has no letter in it is none. */
export function getSentences(text: string, lang: string): string[] {
  return [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text.replace(/\s+/g, ' '))]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/**
 * The words of a text, numbers among them. What is written together is one word, with its article, prefix or pronoun;
 * a hyphen or a maqaf parts words.
 */
export function getWords(text: string, lang: string): string[] {
  return [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

/** The letters and digits of a word; vowel points, which may or may not be written, are not counted. */
export function countLetters(word: string): number {
  return word.normalize('NFC').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** What a share of `values` does not exceed: the nearest-rank percentile, `share` from 0 to 1. NaN of nothing. */
export function getPercentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * The reading ease of a language by its own formula, about 0 (hard) to 100 (easy); the scales cannot be compared.
 * Hebrew and Arabic have none here: the accepted formulas need a morphological analyser or vowel signs.
 */
export const easeFormulas: Readonly<Record<string, EaseFormula>> = {
  en: {
    name: 'Flesch Reading Ease',
    // Flesch, R. (1948), “A new readability yardstick”, Journal of Applied Psychology 32 (3), 221–233.
    getEase: (sentences) => {
      const words = sentences.flat();
      return 206.835 - (1.015 * words.length) / sentences.length - (84.6 * sum(words.map(countSyllables))) / words.length;
    },
  },
  it: {
    name: 'Gulpease',
    // Lucisano, P., Piemontese, M. E. (1988), “GULPEASE: una formula per la predizione della difficoltà dei testi in
    // lingua italiana”, Scuola e città, no. 3 of 31 March 1988, 110–124.
    getEase: (sentences) => {
      const words = sentences.flat();
      return 89 + (300 * sentences.length - 10 * sum(words.map(countLetters))) / words.length;
    },
  },
};

/**
 * The syllables of an English word, judged by its spelling: groups of vowels, less silent endings, plus vowels that meet
 * without joining (`client`). An estimate, wrong about one word in fifty of the guidance, in both directions.
 */
export function countSyllables(word: string): number {
  const spelt = word.toLowerCase().replace(/['’]\w+$/u, '');
  const spoken = spelt.replace(/(?<=[aeiouy].*)(?:(?<![td])ed|(?<![cgsxz]|[cs]h|[^aeiouy]l)es|(?<![^aeiouy]l)e)$/u, '');
  const groups = spoken.match(/[aeiouy]+/gu) ?? [];
  const meetings = spoken.match(/(?<![ct])i(?:a|e[nt])|[aeioy]ing|[aou]ye/gu) ?? [];
  return Math.max(1, groups.length + meetings.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export interface EaseFormula {
  readonly name: string;
  /** @param sentences the words of each sentence */
  readonly getEase: (sentences: readonly (readonly string[])[]) => number;
}
