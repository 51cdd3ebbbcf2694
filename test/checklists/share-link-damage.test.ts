import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatShareLink, type SharedProgress } from '../../src/checklists/share-link.ts';
import { damageLink, IDS, STORED, TEXTS } from '../support/hostile-inputs.ts';
import { anyProgress, createMarked, numRuns, readFor, timeout } from '../support/shared-progress.ts';

const plain = createMarked(12);
const noted: SharedProgress = { ...plain, notes: new Map([['item-number-1', 'We spoke on Tuesday, and we speak again on Tuesday. '.repeat(4)]]) };
const links = { plain: '', noted: '' };

beforeAll(async () => {
  links.plain = await formatShareLink(plain);
  links.noted = await formatShareLink(noted);
});

const understood = (progress: SharedProgress) => ({ kind: 'ok', progress, unknown: 0 });

/** Fails where a damaged link is understood as anything else than what was shared. */
async function expectNothingWrong(progress: SharedProgress, fragment: string): Promise<string> {
  const reading = await readFor(progress, fragment);
  if (reading.kind === 'ok') expect(reading).toEqual(understood(progress));
  return reading.kind;
}

/** What programs do to a link without spoiling it. */
const harmless: Record<string, (link: string, place: number) => string> = {
  'a mark behind it': (link, place) => link + ['.', ',', ')', ']', '>', '"', "'", '»', '״', '”', '...', ').', '*'][place % 13],
  'a bracket before it': (link) => `<${link}`,
  'a line break inside': (link, place) => insert(link, place, ['\r\n', '\n', '%0D%0A', '%0a', '\n> ', '\n>> '][place % 6] ?? ''),
  'a line break of raw mail': (link, place) => insert(link, Math.max(place, 11), '=\r\n'),
  'a blank inside': (link, place) => insert(link, place, [' ', '%20', '\t', '\u00a0', '%C2%A0'][place % 5] ?? ''),
  'an unseen character inside': (link, place) => insert(link, place, ['\u200b', '\ufeff', '\u200f', '\u2060', '%E2%80%8B', '\u0000'][place % 6] ?? ''),
  'percent-encoding': (link) => encodeURIComponent(link),
  'all of it percent-encoded': (link) =>
    [...link].map((character) => (character < '\u0080' ? `%${character.charCodeAt(0).toString(16).padStart(2, '0')}` : character)).join(''),
  'tracking before it': (link) => `utm_source=x&fbclid=y&${link}`,
  'tracking behind it': (link) => `${link}&utm_source=x&fbclid=y`,
  'tracking behind it as a query': (link) => `${link}?utm_source=x`,
  'the link twice': (link) => `${link}&${link}`,
  'the link twice with a mark': (link) => `#${link}#${link}`,
  'the link twice without anything between': (link) => link + link,
  'a word grown on': (link) => `${link}Thanks`,
  'the base64 of mail': (link) => `progress=1.${link.slice(11).replaceAll('-', '+').replaceAll('_', '/')}==`,
  'the equals sign of raw mail': (link) => link.replace('progress=', 'progress=3D'),
  'backslashes of Markdown': (link) => link.replaceAll('_', '\\_'),
};

describe('a share link that came through mail and chat', () => {
  it.each(Object.keys(harmless))('L12: is understood with %s', async (name) => {
    for (const progress of [plain, noted]) {
      const link = progress === plain ? links.plain : links.noted;
      for (let place = 0; place <= link.length; place += 1) expect(await readFor(progress, harmless[name]?.(link, place) ?? '')).toEqual(understood(progress));
    }
  });

  it('L12: is understood after three programs, one after the other', { timeout }, async () => {
    // Behind the second of two links there is nothing to append to the first.
    const names = Object.keys(harmless).filter((name) => !/base64|raw mail|twice/.test(name));
    const damages = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(60)), { minLength: 1, maxLength: 3 });
    const property = fc.asyncProperty(damages, async (chosen) => {
      const fragment = chosen.reduce((link, [name, place]) => harmless[name]?.(link, place) ?? '', links.plain);
      expect(await readFor(plain, fragment)).toEqual(understood(plain));
    });
    await fc.assert(property, { numRuns });
  });
});

describe('a spoilt share link', () => {
  it('L03: is said to be cut, wherever it was cut', async () => {
    for (const progress of [plain, noted]) {
      const link = progress === plain ? links.plain : links.noted;
      for (let end = 0; end < link.length; end += 1) {
        const kind = end < 4 ? 'none' : 'cut';
        for (const fragment of [link.slice(0, end), `#${link.slice(0, end)}`])
          expect({ fragment, kind: await expectNothingWrong(progress, fragment) }).toEqual({ fragment, kind });
      }
    }
  });

  it('L03: is said to be cut also where a mark or tracking stands behind the cut', async () => {
    for (let end = 11; end < links.plain.length; end += 1) {
      for (const glue of ['.', '…', ' ', '&utm_source=x', '?fbclid=y', '='])
        expect(await expectNothingWrong(plain, links.plain.slice(0, end) + glue)).toBe('cut');
    }
  });

  it('L04: one flipped bit is never a wrong tick', async () => {
    for (const progress of [plain, noted]) {
      const link = progress === plain ? links.plain : links.noted;
      for (let index = 0; index < link.length; index += 1) {
        for (let bit = 0; bit < 8; bit += 1) {
          const flipped = link.slice(0, index) + String.fromCharCode(link.charCodeAt(index) ^ (1 << bit)) + link.slice(index + 1);
          await expectNothingWrong(progress, flipped);
        }
      }
    }
  });

  it('L04: characters left out, put in, changed or swapped are never a wrong tick', { timeout }, async () => {
    const change = fc.record({ at: fc.nat(), out: fc.nat(3), put: fc.string({ maxLength: 3 }) });
    const property = fc.asyncProperty(anyProgress, fc.array(change, { minLength: 1, maxLength: 3 }), async (progress, changes) => {
      let link = await formatShareLink(progress);
      for (const { at, out, put } of changes) link = link.slice(0, at % link.length) + put + link.slice((at % link.length) + out) || 'x';
      await expectNothingWrong(progress, link);
    });
    await fc.assert(property, { numRuns });
  });

  it('L03, L04, L08, L12: each of 57 damages is understood or refused, and those of mail and chat are understood', async () => {
    const damaged = Object.entries(damageLink(`https://example.org/go/before-conversation/#${links.plain}`));
    expect(damaged).toHaveLength(57);
    const kinds: Record<string, string> = {};
    for (const [name, href] of damaged) kinds[name] = await expectNothingWrong(plain, href.slice(href.indexOf('#') + 1));
    const ok =
      'doubled doubledMark encoded encodedTwice plusForSpace trailingDot trailingBracket trailingComma trailingQuote angleBrackets lineBroken spaceInside zeroWidthInside directionMark tracking invalidUtf8 lonePercent nul prototypeKeys script';
    expect(Object.keys(kinds).filter((name) => kinds[name] === 'ok')).toEqual(ok.split(' '));
    expect(kinds).toMatchObject({
      newerVersion: 'newer',
      negativeVersion: 'damaged',
      endlessVersion: 'damaged',
      megabyte: 'too-long',
      deepJson: 'too-long',
      asterisks: 'none',
      nullJson: 'none',
    });
  });
});

describe('any string', () => {
  it('L08: gives a reading, never a throw', { timeout }, async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('progress=', '1.', '2.', '%', '%25', '%E0%A4', '\u0000', '\ud800', '&', '#', '.', links.plain),
      fc.base64String(),
    );
    const property = fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      await expectNothingWrong(plain, pieces.join(''));
    });
    await fc.assert(property, { numRuns });
  });

  it('L08: of the odd kinds gives no marks, alone or as the payload', async () => {
    for (const text of [...Object.values(TEXTS), ...IDS, ...STORED]) {
      for (const fragment of [text, `progress=${text}`, `progress=1.${text}`, `progress=1.${encodeURIComponent(text.toWellFormed())}`])
        expect((await readFor(plain, fragment)).kind).not.toBe('ok');
    }
  });
});

function insert(text: string, place: number, added: string): string {
  // Not inside of a percent-encoded character: nobody can know which digits were there.
  const at = /%[\da-f]?$/i.test(text.slice(0, place)) ? 0 : place;
  return text.slice(0, at) + added + text.slice(at);
}
