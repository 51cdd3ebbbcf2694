import { describe, expect, it } from 'vitest';
import { builtFiles, builtPages, collectFaults, readBuilt } from '../support/built-pages.ts';
import { describeElement, getAncestors, getAttribute, getText, type TextNode } from '../support/html.ts';
import { getTexts, removeIsolates, type Text } from '../support/texts.ts';

/** Places whose words keep their direction to themselves. */
const isIsolated = (node: TextNode | undefined) => node !== undefined && getAncestors(node).some(({ tagName }) => tagName === 'bdi');

/** The faults that `find` sees in any text of the given languages. */
function lint(langs: readonly string[], find: (value: string, text: Text) => RegExpMatchArray | null): string[] {
  const faults = collectFaults(builtPages, (page) =>
    getTexts(page).flatMap((text) => {
      const found = langs.includes(text.lang) ? find(text.value, text) : null;
      return found ? [`“${text.value.slice(Math.max(0, (found.index ?? 0) - 20), (found.index ?? 0) + 25)}” in ${text.place} (${text.lang})`] : [];
    }),
  );
  return [...new Set(faults)];
}

describe('in Hebrew and Arabic', () => {
  it('phone numbers, addresses and the like stand in a <bdi> (rule 8)', () => {
    const direction = /\+\d|@|https?:|www\.|\w[+#)]/;
    expect(lint(['he', 'ar'], (value, { node }) => (isIsolated(node) ? null : removeIsolates(value).match(direction)))).toEqual([]);
  });

  it('no digit meets a digit over a dash outside a <bdi> (rule 10)', () => {
    expect(lint(['he', 'ar'], (value, { node }) => (isIsolated(node) ? null : removeIsolates(value).match(/[0-9:.]\s?[-–—]\s?[0-9]/)))).toEqual([]);
  });
});

describe('in every language', () => {
  it('an inline element with a direction holds no space at its ends (rule 12)', () => {
    const inline = ['a', 'bdi', 'span', 'mark', 'b', 'strong', 'em', 'i', 'code', 'small', 'cite', 'abbr', 'time', 'label'];
    const faults = collectFaults(builtPages, ({ elements }) =>
      elements.flatMap((element) => {
        if (!inline.includes(element.tagName) || getAttribute(element, 'dir') === undefined) return [];
        const text = getText(element);
        return text === text.trim() ? [] : [`${describeElement(element)} “${text}”`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('isolating marks come in pairs (rule 11)', () => {
    const all = ['he', 'ar', 'it', 'en'];
    expect(lint(all, (value) => value.replace(/\u2068[^\u2066-\u2069]*\u2069/g, '').match(/[\u2066-\u2069\u202a-\u202e]/))).toEqual([]);
  });

  it('no arrow, tick or cross is a character, neither in words nor in styles and scripts (rule 32)', () => {
    const signs =
      /[\u2190-\u21ff\u2260-\u2265\u2610-\u2612\u2705\u2713-\u2718\u271a-\u271e\u274c-\u274e\u2794-\u27bf\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff×]|\p{Extended_Pictographic}(?<![©®™])/u;
    const entity = /&(?:[lrud]arr|check|cross|times|#(?:8592|8594|10003|10007|x219\d|x271\d));/i;
    const inPages = collectFaults(builtPages, (page) => [
      ...(page.html.match(entity) ?? []),
      ...getTexts(page).flatMap(({ value }) => value.match(signs) ?? []),
      ...(page.html.match(signs) ?? []),
    ]);
    // But for the calendar library, whose messages to programmers no reader sees.
    const ownFiles = builtFiles.filter((file) => /^_astro\/.*\.(js|css)$|\.svg$/.test(file) && !file.includes('calendar'));
    const inScripts = ownFiles.filter((file) => signs.test(readBuilt(file)));
    expect([...inPages, ...inScripts]).toEqual([]);
  });

  it('no digit is an Eastern one (rule 36)', () => {
    expect(collectFaults(builtPages, ({ html }) => html.match(/[٠-٩۰-۹]/) ?? [])).toEqual([]);
  });

  it('no two spaces follow each other, no quotation is left to the browser, no mark is doubled (rule 37)', () => {
    const all = ['he', 'ar', 'it', 'en'];
    expect(lint(all, (value) => value.match(/[^\S\n]{2}|;'|[,،;؛]{2}|(?<!\.)\.\.(?!\.)|\s[,.;:!?](?=\s|$)|\u00ad|\ufffd/))).toEqual([]);
    expect(collectFaults(builtPages, ({ elements }) => elements.filter(({ tagName }) => ['q', 'i', 'em', 'u'].includes(tagName)).map(describeElement))).toEqual(
      [],
    );
  });

  it('no placeholder and no key is left in the words', () => {
    const all = ['he', 'ar', 'it', 'en'];
    expect(lint(all, (value) => value.match(/[{}]|\bundefined\b|\bNaN\b|\bnull\b|\[object|\$t\(|_(one|two|few|many|other|zero)\b/))).toEqual([]);
  });

  it('all text is in composed form (B14)', () => {
    expect(collectFaults(builtPages, ({ html }) => (html === html.normalize('NFC') ? [] : ['is not NFC']))).toEqual([]);
  });
});

describe('the marks of each language (rule 37)', () => {
  it('are in Arabic its own comma, semicolon and question mark, with no space before them', () => {
    expect(lint(['ar'], (value) => value.match(/[\p{Script=Arabic}][,;?]|\s[،؛؟]|["'“”‘’„]/u))).toEqual([]);
  });

  it('are in Hebrew geresh and gershayim, and a maqaf between a prefix and a digit or a Latin word', () => {
    expect(lint(['he'], (value) => value.match(/["'“”‘’„«»]|(?<![\p{L}\p{M}״׳])[ובכלמשה]{1,3}[-–]?[0-9A-Za-z]/u))).toEqual([]);
  });

  it('are in Italian the curly apostrophe, accented capitals and «…» without spaces inside', () => {
    expect(lint(['it'], (value) => value.match(/['"“”„]|\b[AEIOU]['’](?=\s)|«\s|\s»/))).toEqual([]);
  });

  it('are in English curly quotes', () => {
    expect(lint(['en'], (value) => value.match(/['"«»„]|(?<=\s)’(?=\p{L})|‘(?=\s)|“(?=\s)|(?<=\s)”/u))).toEqual([]);
  });
});
