/**
 * `text` as a calendar file may hold it: every kind of line end as \n, lone surrogates as U+FFFD, and without other
 * controls (RFC 5545 §3.3.11 allows only the tab) or marks that turn the direction of whatever follows them.
 */
export function cleanText(text: string): string {
  return (
    text
      // First, or a control removed from between two halves would make a character of them.
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e]/g, '')
  );
}

/** `text` cleaned, on one line and escaped: for values that ical-generator writes as they are. */
export function escapeLine(text: string): string {
  return cleanText(text)
    .replace(/\n+/g, ' ')
    .replace(/[\\;,]/g, '\\$&');
}

/** An address in ASCII without `;`, `,` and `\`: ical-generator would escape them, which no address may be. */
export function cleanAddress(url: string): string {
  return new URL(url).href.replace(/[\\;,]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
