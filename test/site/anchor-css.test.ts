import { expect, it } from 'vitest';
import { getAnchorCss } from '../../src/site/anchor-css.ts';
import { getDeclarations } from '../support/css.ts';

it('shows the language links of an anchor while it is the target', () => {
  expect(getDeclarations(getAnchorCss(['no-but', 'T27']))).toEqual([
    { property: 'display', value: 'flex', context: [':root:has(#no-but:target) [data-for="no-but"]'] },
    { property: 'display', value: 'flex', context: [':root:has(#T27:target) [data-for="T27"]'] },
  ]);
});

it('writes nothing for a page without anchors', () => {
  expect(getAnchorCss([])).toBe('');
});
