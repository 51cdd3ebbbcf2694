import { describe, expect, it } from 'vitest';
import { builtFiles, builtPages, localePages, readBuilt } from '../support/built-pages.ts';
import { type Declaration, describeDeclaration, getCss, getDeclarations } from '../support/css.ts';
import { hasClass } from '../support/html.ts';

/** Every different declaration of the site, with one page that has it. */
const declarations = new Map<string, Declaration>();
for (const page of builtPages) for (const declaration of getDeclarations(getCss(page))) declarations.set(describeDeclaration(declaration), declaration);
for (const file of builtFiles.filter((name) => name.endsWith('.css')))
  for (const declaration of getDeclarations(readBuilt(file))) declarations.set(describeDeclaration(declaration), declaration);

function find(isFault: (declaration: Declaration) => boolean): string[] {
  return [...declarations].filter(([, declaration]) => isFault(declaration)).map(([text]) => text);
}

/** The values of a shorthand, functions taken whole. */
const getParts = (value: string): string[] => value.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
const isPrintedAddress = ({ context }: Declaration) =>
  (context.includes('@media print') && /a\[href\](:not\(\.term\))?::?after/.test(context.at(-1) ?? '')) || /^\.address\b/.test(context.at(-1) ?? '');

describe('the styles of the built pages', () => {
  it('are all read', () => {
    expect(declarations.size).toBeGreaterThan(250);
    for (const property of ['font-family', 'src', '--paper', 'margin-block-start', 'display'])
      expect([...declarations.values()].some((declaration) => declaration.property === property)).toBe(true);
  });

  it('leave direction to the markup, but for the printed address (rules 2, 42)', () => {
    const set = [...declarations.values()].filter(({ property }) => property === 'direction' || property === 'unicode-bidi');
    expect(set.filter((declaration) => !isPrintedAddress(declaration)).map(describeDeclaration)).toEqual([]);
    expect(new Set(set.map(({ property, value }) => `${property}: ${value}`))).toEqual(new Set(['direction: ltr', 'unicode-bidi: isolate']));
  });

  it('name no left and no right (rule 3)', () => {
    const physical = /^((scroll-)?(margin|padding)|border|inset)-(left|right)|^(left|right|float|clear)$|^border-(top|bottom)-(left|right)-radius$/;
    expect(find(({ property, value }) => physical.test(property) || /(?<![\w-])(left|right)(?![\w-])/.test(value))).toEqual([]);
  });

  it('write no shorthand whose second and fourth values differ, and no corner alone (rule 3)', () => {
    const boxes = /^((scroll-)?(margin|padding)|inset|border-(width|style|color))$/;
    const isLopsided = ({ property, value }: Declaration) => {
      const parts = getParts(value);
      if (boxes.test(property)) return parts.length === 4 && parts[1] !== parts[3];
      return property === 'border-radius' && new Set(parts).size > 1;
    };
    expect(find(isLopsided)).toEqual([]);
  });

  it('move, shade and blend nothing sideways (rule 3)', () => {
    const isSideways = ({ property, value, context }: Declaration) => {
      if (property === 'transform' || property === 'translate')
        return /translate(X|3d)?\(|matrix|skew/.test(value) || (property === 'translate' && !/^(none|0(px)?\s)/.test(value));
      // The one mirror there is: icons that point along the text, in right-to-left text.
      if (property === 'scale') return !(context.at(-1)?.includes('[dir=rtl]') && context.at(-1)?.includes('.mirror') && value === '-1 1');
      if (property === 'box-shadow' || property === 'text-shadow') return value !== 'none' && !/^(inset )?0(px)?\s/.test(value);
      return /gradient\((?!(to (top|bottom)|0deg|180deg))/.test(value) && !/radial/.test(value);
    };
    expect(find(isSideways)).toEqual([]);
  });

  it('mirror the icons that point along the text (rule 33)', () => {
    const used = builtPages.filter((page) => page.elements.some((element) => hasClass(element, 'icon')));
    expect(used.length).toBeGreaterThan(0);
    for (const page of used) {
      const mirror = getDeclarations(getCss(page)).filter(
        ({ property, value, context }) => property === 'scale' && value === '-1 1' && /^\[dir="?rtl"?\] \.mirror/.test(context.at(-1) ?? ''),
      );
      expect([page.file, mirror.length]).toEqual([page.file, 1]);
    }
  });

  it('space no letters (rule 21)', () => {
    expect(find(({ property, value }) => property === 'letter-spacing' && !/^(normal|0)$/.test(value))).toEqual([]);
  });

  it('slant no letters and let the browser slant or embolden none (rule 22)', () => {
    expect(find(({ property, value }) => /^font(-style)?$/.test(property) && /italic|oblique/.test(value))).toEqual([]);
    for (const page of localePages) {
      const set = getDeclarations(getCss(page)).filter(({ property, context }) => property === 'font-synthesis' && context.at(-1) === 'html');
      expect([page.file, set.map(({ value }) => value)]).toEqual([page.file, ['none']]);
    }
  });

  it('change no letters to capitals (rule 23)', () => {
    expect(
      find(({ property, value }) => (property === 'text-transform' && value !== 'none') || (/^font(-variant.*)?$/.test(property) && /caps/.test(value))),
    ).toEqual([]);
  });

  it('justify nothing (rule 24)', () => {
    expect(find(({ property, value }) => (/^text-align(-last)?$/.test(property) && /justify/.test(value)) || property === 'text-justify')).toEqual([]);
  });

  it('break words only where an address needs it, and hyphenate none by rule of another language (rule 30)', () => {
    expect(
      find(
        ({ property, value }) => (property === 'word-break' && value !== 'normal') || (property === 'hyphens' && value === 'auto') || property === 'line-break',
      ),
    ).toEqual([]);
    expect(find((declaration) => declaration.property === 'overflow-wrap' && declaration.value === 'anywhere' && !isPrintedAddress(declaration))).toEqual([]);
  });

  it('fade no text (rule 28)', () => {
    expect(find(({ property, value }) => property === 'opacity' && value !== '1' && value !== '100%')).toEqual([]);
    expect(
      find(
        ({ property, value }) =>
          /^(color|-webkit-text-fill-color)$/.test(property) && /rgba|hsla|\/|transparent|color-mix|#[\da-f]{8}\b|#[\da-f]{4}\b/i.test(value),
      ),
    ).toEqual([]);
  });

  it('fetch nothing but fonts of the site itself', () => {
    const urls = [...declarations.values()].flatMap(({ property, value }) => (value.match(/url\([^)]*\)/g) ?? []).map((url) => `${property}: ${url}`));
    expect(urls.filter((url) => !/^src: url\("?\/(?!\/)[\w/.-]*fonts\/[\w-]+\.woff2"?\)$/.test(url))).toEqual([]);
    expect(builtPages.filter((page) => getCss(page).includes('@import')).map(({ file }) => file)).toEqual([]);
  });

  it('begin with the one line that orders the layers', () => {
    for (const page of builtPages.filter(({ moved }) => !moved))
      expect([page.file, getCss(page).startsWith('@layer tokens,base,layout,components,print;')]).toEqual([page.file, true]);
  });
});

describe('the scripts of the built pages', () => {
  it('never scroll sideways by number (rule 20)', () => {
    expect(builtFiles.filter((file) => file.startsWith('_astro/') && /scrollLeft|scrollBy\(|scrollTo\(/.test(readBuilt(file)))).toEqual([]);
  });
});
