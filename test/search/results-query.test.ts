import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanQuery, LONGEST_QUERY, readQuery, writeQuery } from '../../src/search/results-query.ts';

describe('a query', () => {
  it('is on one line and no longer than an address can bear (F06)', () => {
    expect(cleanQuery(' \n sorry\t about\u00a0it \u2028')).toBe('sorry about it');
    expect(cleanQuery(`${'a'.repeat(LONGEST_QUERY - 1)}😀`)).toBe('a'.repeat(LONGEST_QUERY - 1));
    expect([cleanQuery(''), cleanQuery(' \n\u2003')]).toEqual(['', '']);
  });

  it('is cleaned once and for all, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
        const clean = cleanQuery(text);
        expect(clean.length).toBeLessThanOrEqual(LONGEST_QUERY);
        expect(cleanQuery(clean)).toBe(clean);
      }),
      { numRuns: process.env['FULL'] ? 100_000 : 300 },
    );
  });

  it('comes back from the address it was written into, beside whatever else stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        const query = cleanQuery(text).toWellFormed();
        const written = new URL(writeQuery({ pathname: '/x/he/search/', search: '?q=old&utm=1' }, query), 'https://example.org');
        expect([written.pathname, readQuery(written), written.searchParams.get('utm')]).toEqual(['/x/he/search/', query, '1']);
      }),
      { numRuns: process.env['FULL'] ? 100_000 : 300 },
    );
  });

  it('leaves no empty mark in an address, and throws on no half of a character', () => {
    expect(writeQuery({ pathname: '/he/search/', search: '?q=old' }, '')).toBe('/he/search/');
    expect(writeQuery({ pathname: '/he/search/', search: '' }, '\ud83d')).toBe('/he/search/?q=%EF%BF%BD');
  });
});
