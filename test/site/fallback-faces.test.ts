import { describe, expect, it } from 'vitest';
import { fallbackFaces, fontStacks } from '../../src/site/fonts/fallback-faces.ts';

const scripts = ['latin', 'hebrew', 'arabic'] as const;
const bounds = { 'size-adjust': [70, 130], 'ascent-override': [70, 150], 'descent-override': [20, 60], 'line-gap-override': [0, 0] } as const;

describe.each(scripts)('the fallback faces for %s', (script) => {
  const rules = fallbackFaces[script].map(parseRule);

  it('stand in for the body at both of its weights', () => {
    const weights = rules.filter((rule) => rule['font-family'] === 'BodyFallback').map((rule) => rule['font-weight']);
    expect(weights.sort()).toEqual(['400', '600']);
  });

  it.each(Object.entries(bounds))('give a sane %s', (name, [least, most]) => {
    for (const rule of rules) {
      expect(rule[name]).toMatch(/^\d+(\.\d{1,2})?%$/);
      expect(Number.parseFloat(rule[name] ?? '')).toBeGreaterThanOrEqual(least);
      expect(Number.parseFloat(rule[name] ?? '')).toBeLessThanOrEqual(most);
    }
  });

  it('have the line box of the web face: ascent and descent times size are the same in every rule of a family', () => {
    for (const base of ['Body', 'Head']) {
      const family = rules.filter((rule) => rule['font-family']?.startsWith(base));
      for (const name of ['ascent-override', 'descent-override']) {
        const boxes = family.map((rule) => (Number.parseFloat(rule[name] ?? '') * Number.parseFloat(rule['size-adjust'] ?? '')) / 100);
        for (const box of boxes) expect(box).toBeCloseTo(boxes[0] ?? 0, 1);
      }
    }
  });

  it('use installed fonts only', () => {
    for (const rule of rules) expect(rule['src']).toMatch(/^local\("[\w -]+"\)(,local\("[\w -]+"\))*$/);
    expect(fallbackFaces[script].join('')).not.toMatch(/url\(|\/\//);
  });

  it('give no family the same weight twice', () => {
    const keys = rules.map((rule) => `${rule['font-family']} ${rule['font-weight']}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('stand in the stack between the web face and a generic family', () => {
    const stacks = [fontStacks[script].body, fontStacks[script].head].map((stack) => stack.split(','));
    for (const stack of stacks) {
      expect(['Body', 'Head']).toContain(stack[0]);
      expect(['serif', 'sans-serif']).toContain(stack.at(-1));
    }
    for (const rule of rules) expect(stacks.flat()).toContain(rule['font-family']);
  });

  it('stay small', () => {
    expect(fallbackFaces[script].join('').length).toBeLessThan(1300);
  });
});

describe('the fallback faces of headings', () => {
  it('exist where headings have a face of their own', () => {
    for (const script of scripts) {
      const hasHead = fallbackFaces[script].some((rule) => rule.includes('font-family:HeadFallback;'));
      expect(hasHead).toBe(fontStacks[script].head.startsWith('Head,'));
    }
    expect(fontStacks.arabic.head).toBe(fontStacks.arabic.body);
  });
});

function parseRule(rule: string): Record<string, string> {
  const body = /^@font-face\{(.*)\}$/.exec(rule)?.[1] ?? '';
  return Object.fromEntries(body.split(';').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}
