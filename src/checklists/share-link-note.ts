/** The longest note that a link carries, in UTF-16 code units as in `maxlength`. */
export const NOTE_LIMIT = 2_000;

/** Line ends become \n; other controls and what turns the direction of foreign text around are dropped. */
export function cleanNote(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** The longest beginning within `NOTE_LIMIT` that ends between two characters as a reader sees them. */
export function cutNote(text: string): string {
  if (text.length <= NOTE_LIMIT) return text;
  if (Intl.Segmenter) {
    const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
    return text.slice(0, segments.containing(NOTE_LIMIT)?.index);
  }
  let end = NOTE_LIMIT;
  while (end > 0 && isInsideCharacter(text, end)) end -= 1;
  return text.slice(0, end);
}

/** A plainer rule where the browser cannot tell: in doubt it says yes, and the cut falls earlier. */
function isInsideCharacter(text: string, index: number): boolean {
  const next = text.slice(index, index + 2);
  const joinsWhatIsBefore = /^[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\udc00-\udfff]/u;
  return joinsWhatIsBefore.test(next) || (/[\p{M}\p{Cf}]$/u.test(text.slice(index - 2, index)) && /^[^\s\p{P}]/u.test(next));
}
