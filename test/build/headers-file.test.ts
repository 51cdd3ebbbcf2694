import { describe, expect, it } from 'vitest';
import { getHeaders, parseHeadersFile } from '../../src/build/headers-file.ts';

describe('parseHeadersFile', () => {
  it('reads patterns, several headers, comments and blank lines', () => {
    const rules = parseHeadersFile('# all\n/*\n  X-One: 1\n\tX-Two: a: b\n\n/fonts/*.woff2\r\n  Cache-Control: max-age=31536000, immutable\r\n');
    expect(getHeaders(rules, '/en/')).toEqual({ 'x-one': '1', 'x-two': 'a: b' });
    expect(getHeaders(rules, '/fonts/a.woff2')).toMatchObject({ 'cache-control': 'max-age=31536000, immutable' });
  });

  it.each(['  X-One: 1', '/*\n  no colon', '/*\n  : nameless'])('throws on a header line that it cannot place: %j', (text) => {
    expect(() => parseHeadersFile(text)).toThrow(/_headers, line \d/);
  });
});

describe('getHeaders', () => {
  it('takes a pattern literally except for its stars and placeholders', () => {
    const rules = parseHeadersFile('/a.b/*/c\n  X: star\n/:locale/guide/\n  Y: place');
    expect(getHeaders(rules, '/a.b/1/2/c')).toEqual({ x: 'star' });
    expect(getHeaders(rules, '/aXb/1/c')).toEqual({});
    expect(getHeaders(rules, '/he/guide/')).toEqual({ y: 'place' });
    expect(getHeaders(rules, '/he/x/guide/')).toEqual({});
  });

  it('joins what several rules say about one header', () => {
    expect(getHeaders(parseHeadersFile('/*\n  Vary: A\n/b\n  vary: B'), '/b')).toEqual({ vary: 'A, B' });
  });
});
