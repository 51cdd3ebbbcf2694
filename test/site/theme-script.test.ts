import { describe, expect, it } from 'vitest';
import { getStorageKey } from '../../src/site/storage-key.ts';
import { themeScript } from '../../src/site/theme-script.ts';

/** Runs the script on a page whose storage holds `stored`; gives the theme that the page then has. */
function run(stored: string | null | (() => never)): string | undefined {
  const dataset: Record<string, string> = {};
  const getItem = (key: string) => {
    if (typeof stored === 'function') return stored();
    return key === getStorageKey('theme') ? stored : 'dark';
  };
  new Function('localStorage', 'document', themeScript)({ getItem }, { documentElement: { dataset } });
  return dataset['theme'];
}

describe('the theme script', () => {
  it('has at most 400 bytes', () => {
    expect(Buffer.byteLength(themeScript)).toBeLessThanOrEqual(400);
  });

  it('sets the choice of colours that is stored under the key of this site', () => {
    expect([run('light'), run('dark')]).toEqual(['light', 'dark']);
  });

  it('leaves the choice to the system where none, or no such one, is stored', () => {
    for (const stored of [null, '', 'DARK', 'dark ', 'null', '"><script>', '{"v":1}', '__proto__']) expect([stored, run(stored)]).toEqual([stored, undefined]);
  });

  it('does nothing where the browser blocks the storage (S01, S02)', () => {
    const blocked = run(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    expect(blocked).toBeUndefined();
    expect(() => new Function('localStorage', 'document', themeScript)(null, {})).not.toThrow();
  });

  it('cannot end the element that it stands in, or begin another', () => {
    expect(themeScript).not.toMatch(/<|-->/);
  });
});
