import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/checklists/clean-text.ts';
import { formatShareLink, NOTE_LIMIT, parseShareLink } from '../../src/checklists/share-link.ts';
import { TEXTS } from '../support/hostile-inputs.ts';
import { numRuns } from '../support/shared-progress.ts';

describe('a note', () => {
  it('keeps line ends and tabs, and loses other controls and what turns the direction around', () => {
    expect(cleanText('a\tb\nc\r\nd\re\u0000\u0007\u001b\u007f\u0084\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069f\u200e\u200f\u061c')).toBe(
      'a\tb\nc\nd\nef\u200e\u200f\u061c',
    );
  });

  it('W01: of words and markup stays letter for letter', () => {
    for (const name of ['script', 'entities', 'placeholders', 'niqqud', 'tashkeel', 'joinedEmoji', 'byteOrderMark', 'zeroWidth'])
      expect(cleanText(TEXTS[name] ?? '')).toBe(TEXTS[name]);
  });

  it('is cleaned once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
      { numRuns },
    );
  });

  it('W04, W06: of exactly the limit is shared whole; one that is longer is refused, and never cut', async () => {
    const share = (note: string) => formatShareLink({ list: 'first-hour', marks: new Map(), notes: new Map([['no-but', note]]) });
    const known = { list: 'first-hour', items: [{ id: 'no-but', formerIds: [] }] };
    for (const whole of ['a'.repeat(NOTE_LIMIT), `${'a'.repeat(NOTE_LIMIT - 2)}😀`]) {
      const reading = await parseShareLink(await share(whole), known);
      expect(reading.kind === 'ok' && reading.progress.notes.get('no-but')).toBe(whole);
    }
    for (const long of ['a'.repeat(NOTE_LIMIT + 1), `${'a'.repeat(NOTE_LIMIT - 1)}😀`, TEXTS['longWord'] ?? '']) expect(await share(long)).toBe('');
  });
});
