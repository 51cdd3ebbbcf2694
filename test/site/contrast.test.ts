import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getDeclarations } from '../support/css.ts';

const declarations = getDeclarations(readFileSync('src/site/styles/tokens.css', 'utf8'));
const grounds = ['paper', 'surface', 'sunken'];

/** The tokens of the rule that stands in exactly this context below the layer. */
function getTokens(...context: string[]): Map<string, string> {
  const found = declarations.filter((declaration) => declaration.context.slice(1).join(' | ') === context.join(' | '));
  if (found.length === 0) throw new Error(`tokens.css has no rule ${context.join(' | ')}.`);
  return new Map(found.map(({ property, value }) => [property.replace(/^--/, ''), value]));
}

const light = getTokens(':root');
const chosenDark = getTokens('@media screen', ':root[data-theme="dark"]');
const systemDark = getTokens('@media screen and (prefers-color-scheme: dark)', ':root:not([data-theme="light"])');
const themes = { light, dark: new Map([...light, ...chosenDark]) };

/** What is set on what, and the contrast it needs (visual design, section 4; E09): body text 7, other text 4.5, controls 3. */
const uses: { of: string[]; on: string[]; least: number }[] = [
  { of: ['ink'], on: [...grounds, 'mend-tint'], least: 7 },
  { of: ['on-marker'], on: ['marker'], least: 7 },
  { of: ['ink-2', 'ink-3', 'mend', 'link', 'info', 'caution', 'stop'], on: grounds, least: 4.5 },
  { of: ['ink-2', 'link', 'mend'], on: ['mend-tint'], least: 4.5 },
  // A button in the other colours: paper on ink.
  { of: ['paper'], on: ['ink'], least: 7 },
  { of: ['ctl', 'focus'], on: [...grounds, 'mend-tint'], least: 3 },
];

describe.each(Object.entries(themes))('in the %s colours', (_name, tokens) => {
  const resolve = (name: string): string => {
    const value = tokens.get(name) ?? '';
    const [, other] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
    return other ? resolve(other) : value;
  };

  it('every pair has the contrast that its use needs', () => {
    const weak = uses.flatMap(({ of, on, least }) =>
      of
        .flatMap((front) => on.map((back) => ({ front, back, least, ratio: getContrast(resolve(front), resolve(back)) })))
        .filter(({ ratio }) => !(ratio >= least)),
    );
    expect(weak).toEqual([]);
  });

  it('every colour is opaque (rule 28)', () => {
    const colours = [...tokens].filter(([, value]) => /#|rgb|hsl|oklch|color\(|transparent/.test(value));
    expect(colours.length).toBeGreaterThan(14);
    for (const [name, value] of colours) expect([name, value]).toEqual([name, expect.stringMatching(/^#[\da-f]{6}$/)]);
  });
});

describe('the dark colours', () => {
  it('are the same by choice and by the system', () => {
    expect(Object.fromEntries(systemDark)).toEqual(Object.fromEntries(chosenDark));
  });

  it('replace every colour of the light ones that is not the same in both', () => {
    const lightColours = [...light].filter(([name, value]) => value.startsWith('#') && name !== 'on-marker').map(([name]) => name);
    expect(lightColours.filter((name) => !chosenDark.has(name))).toEqual([]);
  });

  it('tell the browser to draw its own controls dark', () => {
    expect([light.get('color-scheme'), chosenDark.get('color-scheme')]).toEqual(['light', 'dark']);
  });
});

/** WCAG 2 contrast of two colours `#rrggbb`; NaN where one is none. */
function getContrast(a: string, b: string): number {
  const [high = 0, low = 0] = [getLuminance(a), getLuminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function getLuminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
