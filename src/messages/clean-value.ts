/** No fact is longer; what is longer was pasted by mistake. */
export const LONGEST_VALUE = 10_000;

/**
 * What a reader entered, as it may stand in a message: on one line, lone surrogates as U+FFFD, without controls and
 * without marks that turn the direction of what follows (overrides, embeddings, isolates). At most `LONGEST_VALUE`
 * code units, never cut inside a character as a reader sees it. Empty where there is nothing to be seen.
 */
export function cleanValue(entry: string): string {
  const value = cut(entry)
    // First, or a control removed from between two halves would make a character of them.
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n|[\t-\r\x1c-\x1f\x85\u2028\u2029]/g, ' ')
    .replace(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  return /[^\p{Z}\p{Cc}\p{Cf}]/u.test(value) ? value : '';
}

/** ٠–٩ and ۰–۹ as 0–9, for entries in which a number is meant. */
export function foldDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}

function cut(text: string): string {
  if (text.length <= LONGEST_VALUE) return text;
  const cluster = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text).containing(LONGEST_VALUE);
  return text.slice(0, cluster?.index ?? LONGEST_VALUE);
}
