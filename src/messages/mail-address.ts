/** Some mail programs and browsers cut longer addresses without a word. */
const LONGEST_ADDRESS = 1900;

/**
 * A `mailto:` address with subject and text. Where that would be too long to be safe, it has no text, and a subject cut at
 * the end of a character; then `isWhole` is false and the text has to go another way.
 */
export function formatMailAddress(subject: string, text: string): { readonly href: string; readonly isWhole: boolean } {
  const whole = `mailto:?subject=${encode(subject)}&body=${encode(text.replaceAll('\n', '\r\n'))}`;
  if (whole.length <= LONGEST_ADDRESS) return { href: whole, isWhole: true };
  let short = 'mailto:?subject=';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(subject.slice(0, LONGEST_ADDRESS))) {
    const next = short + encode(segment);
    if (next.length > LONGEST_ADDRESS) break;
    short = next;
  }
  return { href: short, isWhole: false };
}

/** Lone halves of characters, which an address cannot hold, become U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
