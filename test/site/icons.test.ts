import { describe, expect, it } from 'vitest';
import { icons } from '../../src/site/icons.ts';

/** Rule 33: what points along the text turns round in right-to-left text, what shows a thing does not. */
const turning: Record<string, boolean> = {
  ...{ next: true, previous: true, back: true, forward: true, reply: true, external: true, undo: true, redo: true },
  ...{
    search: false,
    tick: false,
    cross: false,
    clock: false,
    plus: false,
    minus: false,
    download: false,
    upload: false,
    phone: false,
    lock: false,
    print: false,
    copy: false,
  },
};

describe('the registry of icons', () => {
  it('turns round exactly the icons that point along the text (rule 33)', () => {
    const mirrors = Object.fromEntries(Object.entries(icons).map(([name, { mirror }]) => [name, mirror]));
    expect(mirrors).toEqual(Object.fromEntries(Object.keys(icons).map((name) => [name, turning[name]])));
  });

  it('draws every icon inside its grid of 20', () => {
    for (const { path } of Object.values(icons)) {
      const [, x, y] = /^M(-?[\d.]+) (-?[\d.]+)/.exec(path) ?? [];
      for (const start of [Number(x), Number(y)]) expect(start).toBeGreaterThan(0);
      for (const start of [Number(x), Number(y)]) expect(start).toBeLessThan(20);
    }
  });

  it('draws “next” and “previous” as each other’s mirror image', () => {
    const toTips = (path: string) =>
      path
        .split('M')
        .slice(1)
        .map((part) => Number.parseFloat(part));
    expect(toTips(icons.next.path)[0]).toBe(20 - (toTips(icons.previous.path)[0] ?? Number.NaN));
    expect(toTips(icons.next.path)[1]).toBe(20 - (toTips(icons.previous.path)[1] ?? Number.NaN));
  });
});
