import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dist } from '../../src/build/run-astro.ts';
import { remember } from '../../src/content/remember.ts';
import { getLocaleRow, type Locale, locales } from '../../src/i18n/locales.ts';
import { type BuiltPage, base, builtFiles, builtPages, collectFaults, localePages, readBuilt } from '../support/built-pages.ts';
import { readDictionary } from '../support/content-files.ts';
import { getCss, getDeclarations } from '../support/css.ts';
import { getAttribute, getTextNodes, type TextNode } from '../support/html.ts';
import { findOversize, getBuiltSize } from '../support/sizes.ts';

const scripts = builtFiles.filter((file) => /^_astro\/.*\.js$/.test(file));
const fonts = builtFiles.filter((file) => /\.(woff2?|ttf|otf|eot)$/.test(file));

/** Bytes of woff2 that a reader of the language may load at most (the issue; replaces rule 31). */
const fontBudgets: Record<Locale, number> = { he: 60, it: 60, en: 60, ar: 90 };

/** The scripts that take readers' words and keyboards apart: of search, and of messages. */
const understanding = ['arabic', 'hebrew', 'italian', 'english', 'rescue', 'results-asker', 'message-tools'];

/** The font files in the styles of a page, below dist/. Many pages have the same styles: each is looked through once. */
const getFontFiles = (page: BuiltPage): readonly string[] => findFontFiles(getCss(page));

const findFontFiles = remember((css: string): readonly string[] => [
  ...new Set(getDeclarations(css).flatMap(({ value }) => [...value.matchAll(/url\("?([^")]+\.woff2)"?\)/g)].map(([, url = '']) => url.slice(base.length)))),
]);

describe('the fonts', () => {
  it('are woff2 files of the site itself, each used by some page and each there', () => {
    const used = new Set(builtPages.flatMap(getFontFiles));
    expect(fonts.filter((file) => !/^fonts\/[a-z0-9-]+\.woff2$/.test(file))).toEqual([]);
    expect([...used].sort()).toEqual(fonts);
    for (const file of fonts) expect(readBuilt(file).slice(0, 4)).toBe('wOF2');
  });

  it('weigh at most 60 KB in Hebrew, Italian and English, 90 KB in Arabic', () => {
    const faults = collectFaults(localePages, (page) => {
      const kilobytes = getFontFiles(page).reduce((sum, file) => sum + statSync(join(dist, file)).size, 0) / 1024;
      return kilobytes > 0 && kilobytes <= fontBudgets[page.route.endsWith('/with/ar/') ? 'ar' : page.locale] ? [] : [`${kilobytes.toFixed(1)} KB`];
    });
    expect(faults).toEqual([]);
  });

  it('are preloaded for the script of the page, the body first; beside a second language for that and for full stops too; all used there', () => {
    const faults = collectFaults(localePages, (page) => {
      const preloads = page.elements.filter((element) => element.tagName === 'link' && getAttribute(element, 'rel') === 'preload');
      const files = preloads.map((link) => (getAttribute(link, 'href') ?? '').slice(base.length));
      const { script } = getLocaleRow(page.locale);
      const [, guest] = /\/with\/(\w+)\/$/.exec(page.route) ?? [];
      const due = [
        `${script}-400`,
        `${script}-600`,
        ...(guest ? ['latin-400', ...['400', '600'].map((weight) => `${getLocaleRow(guest as Locale).script}-${weight}`)] : []),
      ];
      return [
        ...(files[0]?.startsWith(`fonts/body-${script}-400-`) ? [] : [`first preload is ${files[0]}`]),
        ...files.filter((file) => !getFontFiles(page).includes(file)).map((file) => `${file} is preloaded for nothing`),
        ...([...new Set(due)].join() === files.map((file) => /^fonts\/body-(\w+-\d+)-/.exec(file)?.[1]).join() ? [] : [`${files} are preloaded`]),
        ...preloads
          .filter(
            (link) => getAttribute(link, 'as') !== 'font' || getAttribute(link, 'type') !== 'font/woff2' || getAttribute(link, 'crossorigin') === undefined,
          )
          .map((link) => `${getAttribute(link, 'href')} would be loaded twice`),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('never leave text invisible while they load (E04)', () => {
    const faults = collectFaults(localePages, (page) => {
      const faces = getDeclarations(getCss(page)).filter(({ context }) => context.at(-1) === '@font-face');
      const remote = faces.filter(({ property, value }) => property === 'src' && value.includes('url(')).length;
      const displays = faces.filter(({ property }) => property === 'font-display').map(({ value }) => value);
      return displays.length === remote && displays.every((value) => /^(swap|optional|fallback)$/.test(value)) ? [] : [`font-display: ${displays.join(', ')}`];
    });
    expect(faults).toEqual([]);
  });

  it('claim every character of the texts in the scripts of the page', () => {
    const faults = collectFaults(localePages, (page) => {
      const ranges = getDeclarations(getCss(page))
        .filter(({ property }) => property === 'unicode-range')
        .flatMap(({ value }) => value.split(','))
        .map((range) => /U\+([\dA-F]+)(?:-([\dA-F]+))?/i.exec(range) ?? [])
        .map(([, from = '', to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const);
      const main = page.elements.find(({ tagName }) => tagName === 'main');
      const text = (main ? getTextNodes(main) : [])
        .filter(isInPageFonts)
        .map((node) => node.value)
        .join('');
      const unclaimed = [...new Set(text)].filter(
        (char) => /\S/.test(char) && !ranges.some(([from, to]) => (char.codePointAt(0) ?? 0) >= from && (char.codePointAt(0) ?? 0) <= to),
      );
      return unclaimed.length === 0 ? [] : [`no face for ${unclaimed.join(' ')}`];
    });
    expect(faults).toEqual([]);
  });
});

/** The glossary gives each term in three other languages; those words, like names of languages, are in the system's type. */
function isInPageFonts(node: TextNode): boolean {
  const parent = node.parentNode;
  return !(parent && 'tagName' in parent && (getAttribute(parent, 'class') ?? '').split(' ').some((name) => name === 'word' || name === 'language'));
}

describe('the scripts', () => {
  it('hold no byte of i18next', () => {
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((file) => /i18next|missingKeyHandler|pluralResolver|interpolat/i.test(readBuilt(file)))).toEqual([]);
  });

  it('hold no dictionary: not one UI string of any language, and no name of a key that only the server needs', () => {
    const code = scripts.map(readBuilt).join('\n');
    const sentences = locales.flatMap((locale) =>
      Object.values(readDictionary(locale))
        .flatMap((text) => text.split(/\{\{\w+\}\}/))
        .filter((text) => text.trim().length >= 12),
    );
    expect(sentences.length).toBeGreaterThan(150);
    expect(sentences.filter((text) => code.includes(text) || code.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
    expect(code).not.toMatch(/siteTagline|searchNoScript|itemsDone_/);
  });

  it('hold letters of Hebrew and Arabic only where words of readers are understood, which no page loads by itself', () => {
    const withLetters = scripts.filter((file) => /[\u0590-\u05ff\u0600-\u06ff]|\\u0(5[9a-f]|6)[\da-f]{2}/i.test(readBuilt(file)));
    expect(withLetters.map((file) => /^_astro\/([a-z-]+)\./.exec(file)?.[1]).filter((name) => !understanding.includes(name ?? ''))).toEqual([]);
    const pages = localePages.map(({ html }) => html).join('');
    expect(withLetters.filter((file) => pages.includes(file))).toEqual([]);
  });

  it('hold nothing of the schemas, the content or Node', () => {
    expect(scripts.filter((file) => /ZodError|strictObject|astro:content|require\(|process\.|__VITE_PRELOAD__|searchTerms/.test(readBuilt(file)))).toEqual([]);
  });

  it('are at most 2 KB on a page, 8 KB with a checklist, 6 KB with a message (brotli)', () => {
    const budgets = { 'atm-checklist': 8, 'atm-list-progress': 8, 'atm-search-results': 8, 'atm-message-builder': 6 };
    const faults = collectFaults(localePages, (page) => {
      const bytes = getSize(getScripts(page));
      const most = Math.max(2, ...page.elements.map(({ tagName }) => budgets[tagName as keyof typeof budgets] ?? 2));
      return bytes > 0 && bytes <= most * 1024 ? [] : [`${bytes} bytes of script`];
    });
    expect(faults).toEqual([]);
  });

  it('are at most 12 KB with a checklist and all its tools, but for what draws codes and writes calendars', () => {
    const page = localePages.find(({ elements }) => elements.some(({ tagName }) => tagName === 'atm-checklist'))!;
    const first = getScripts(page);
    const late = first.flatMap((file) => [...readBuilt(file).matchAll(/import\(["`]\.\/(checklist-tools[^"`]+)["`]\)/g)].map(([, name]) => `_astro/${name}`));
    expect(late).toHaveLength(1);
    expect(getSize([...first, ...late.flatMap(getImports)])).toBeLessThanOrEqual(12 * 1024);
  });

  it('are each loaded by a page or by another script', () => {
    const named = [...builtPages.map(({ html }) => html), ...scripts.map(readBuilt)].join('\n');
    expect(
      builtFiles.filter((file) => file.startsWith('_astro/') && !named.includes(file.slice('_astro/'.length)) && !file.startsWith('_astro/Moved.')),
    ).toEqual([]);
  });
});

/** The scripts that a page asks for at once, and what these import. */
function getScripts({ elements }: BuiltPage): string[] {
  const own = elements.flatMap((element) => (element.tagName === 'script' ? (getAttribute(element, 'src') ?? []) : []));
  return [...new Set(own.flatMap((src) => getImports(src.slice(base.length))))];
}

/** A script and everything that it imports at once. */
function getImports(file: string): string[] {
  return [file, ...[...readBuilt(file).matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].flatMap(([, name]) => getImports(`_astro/${name}`))];
}

/** The bytes of files after Brotli, each once. */
function getSize(files: readonly string[]): number {
  return [...new Set(files)].reduce((sum, file) => sum + getBuiltSize(file), 0);
}

describe('the pages', () => {
  it('fit with their styles into the first flight: at most 14.6 KB brotli for a phase', () => {
    const phases = localePages.filter(({ route }) => /^guide\/[^/]+\/$/.test(route));
    expect(phases.length).toBeGreaterThan(3);
    expect(collectFaults(phases, ({ html }) => findOversize(html, 14.6 * 1024))).toEqual([]);
  });
});
