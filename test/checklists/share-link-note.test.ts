import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cleanText } from '../../src/checklists/clean-text.ts';
import { cutNote, NOTE_LIMIT } from '../../src/checklists/share-link-note.ts';
import { TEXTS } from '../support/hostile-inputs.ts';
import { numRuns, timeout } from '../support/shared-progress.ts';

const { Segmenter } = Intl;
const segmenter = new Segmenter('en', { granularity: 'grapheme' });

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser without `Intl.Segmenter`. */
function removeSegmenter(): void {
  vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
}

/** Whether the beginning of the text ends between two characters as a reader sees them. */
function endsBetweenCharacters(text: string, beginning: string): boolean {
  return text.startsWith(beginning) && (beginning === text || segmenter.segment(text).containing(beginning.length)?.index === beginning.length);
}

const clusters = ['👩‍👩‍👧‍👦', '🇮🇱', '👍🏽', 'e\u0301', 'שָׁ', 'لَّ', 'நி', 'क्षि', '한', '\u1112\u1161\u11ab', 'กำ', '\u0600٣', '1️⃣', 'a', 'א', ' ', '!'];

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

  it.each([true, false])('W06: is cut between two characters, never inside of one (Intl.Segmenter: %s)', { timeout }, (has) => {
    if (!has) removeSegmenter();
    // Without it the cut falls between two words, of which there is one here before each character.
    const text = fc.tuple(fc.nat(30), fc.array(fc.constantFrom(...clusters), { minLength: 20, maxLength: 60 }));
    fc.assert(
      fc.property(text, ([short, around]) => {
        const long = 'x'.repeat(NOTE_LIMIT - 40 - short) + around.join(has ? '' : ' ') + 'y'.repeat(100);
        const cut = cutNote(long);
        expect([cut.length <= NOTE_LIMIT, endsBetweenCharacters(long, cut)]).toEqual([true, true]);
        // Not much more is lost than has to be.
        expect(cut.length).toBeGreaterThan(NOTE_LIMIT - 100 - short);
      }),
      { numRuns },
    );
  });

  it.each([true, false])('W04: of exactly the limit is whole, and one more character is cut (Intl.Segmenter: %s)', (has) => {
    if (!has) removeSegmenter();
    expect(cutNote('a'.repeat(NOTE_LIMIT))).toHaveLength(NOTE_LIMIT);
    expect(cutNote('a'.repeat(NOTE_LIMIT + 1))).toHaveLength(NOTE_LIMIT);
    if (has) expect(cutNote(`${'a'.repeat(NOTE_LIMIT - 1)}😀`)).toBe('a'.repeat(NOTE_LIMIT - 1));
    expect(cutNote(TEXTS['longWord'] ?? '')).toHaveLength(NOTE_LIMIT);
  });
});
