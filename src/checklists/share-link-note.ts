/** The longest note that a link carries, in UTF-16 code units as in `maxlength`. */
export const NOTE_LIMIT = 2_000;

/** The longest beginning within `NOTE_LIMIT` that ends between two characters as a reader sees them, or two words where the browser cannot tell. */
export function cutNote(text: string): string {
  if (text.length <= NOTE_LIMIT) return text;
  if (!Intl.Segmenter) return text.slice(0, NOTE_LIMIT).replace(/\s\S*$/, '');
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  return text.slice(0, segments.containing(NOTE_LIMIT)?.index);
}
