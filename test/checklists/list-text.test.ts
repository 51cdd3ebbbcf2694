import { markdownToHtml } from 'satteri';
import { describe, expect, it } from 'vitest';
import { formatListText, type ListText } from '../../src/checklists/list-text.ts';
import { TEXTS } from '../support/hostile-inputs.ts';

const english: ListText = {
  title: 'The first hour',
  progress: '1 of 2 done',
  items: [
    { text: 'The harm is stopped', state: 'done', note: 'Dana switched it off' },
    { text: 'The client is told', state: 'open', note: '' },
    { text: 'A lawyer is called', state: 'not-applicable', note: 'small sum\n\nno contract' },
  ],
  labels: { notApplicable: 'not applicable', note: 'Note' },
  dir: 'ltr',
};
const hebrew: ListText = {
  title: 'השעה הראשונה',
  progress: '1 מתוך 3',
  items: [
    { text: 'הנזק נעצר', state: 'done', note: 'Dana, 050-123' },
    { text: 'Excel נסגר', state: 'open', note: 'שורה\nline' },
    { text: 'עורך דין', state: 'not-applicable', note: '' },
  ],
  labels: { notApplicable: 'לא רלוונטי', note: 'הערה' },
  dir: 'rtl',
};
const [FSI, PDI, LRM, RLM] = ['\u2068', '\u2069', '\u200e', '\u200f'];

/** A list whose text, note, title and labels are all hostile. */
const withText = (text: string, dir: ListText['dir'] = 'ltr'): ListText => ({
  ...english,
  dir,
  title: text,
  items: (['open', 'done', 'not-applicable'] as const).map((state) => ({ text, state, note: text })),
});

/** What is left of words in a copy: letters as they were, without what turns others around. */
const visible = (text: string) =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2060\u2066-\u2069]/g, '')
    .replace(/[\s\u0085\u200e\u200f]+/g, ' ')
    .trim();

/** The words of a page, the elements and the links in it. */
function render(markdown: string) {
  const { html } = markdownToHtml(markdown);
  const elements = new Set([...html.matchAll(/<([a-z]\w*)/g)].map(([, name]) => name as string));
  const decode = (text: string) =>
    text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '');
  return { html, elements, text: decode(html.replace(/<[^>]*>/g, '')), links: [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href as string) };
}

describe('a list as plain text', () => {
  it('has a line for each item and its note below it', () => {
    expect(formatListText(english, 'text')).toBe(
      [
        ...['The first hour', '1 of 2 done', '', '[x] The harm is stopped', `    Note: ${FSI}Dana switched it off${PDI}`, '[ ] The client is told'],
        ...['[–] A lawyer is called (not applicable)', '    Note:', `    ${FSI}small sum${PDI}`, `    ${FSI}no contract${PDI}`],
      ].join('\n'),
    );
  });

  it('keeps its order in a right-to-left language, where a line would begin with something else (W03)', () => {
    expect(formatListText(hebrew, 'text')).toBe(
      [
        ...['השעה הראשונה', `${RLM}1 מתוך 3`, '', `${RLM}[x] הנזק נעצר`, `${RLM}    הערה: ${FSI}Dana, 050-123${PDI}`],
        ...[`${RLM}[ ] Excel נסגר`, `${RLM}    הערה:`, `${RLM}    ${FSI}שורה${PDI}`, `${RLM}    ${FSI}line${PDI}`, `${RLM}[–] עורך דין (לא רלוונטי)`],
      ].join('\n'),
    );
    expect(formatListText({ ...hebrew, dir: 'ltr' }, 'text').split('\n')[5]).toBe(`${LRM}[ ] Excel נסגר`);
    expect(formatListText({ ...english, items: [{ text: 'שלום', state: 'open', note: '' }] }, 'text').split('\n')[3]).toBe(`${LRM}[ ] שלום`);
  });

  it.each(Object.entries(TEXTS))('keeps letter for letter what is text: %s (W01)', (_name, text) => {
    const plain = formatListText(withText(text), 'text');
    const note = visible(text) && ` Note: ${visible(text)}`;
    const lines = [`[ ] ${visible(text)}${note}`, `[x] ${visible(text)}${note}`, `[–] ${visible(text)} (not applicable)${note}`];
    expect(visible(plain)).toBe(visible([text, '1 of 2 done', ...lines].join(' ')));
  });

  it.each(Object.entries(TEXTS))('is turned around by nothing: %s (W02)', (_name, text) => {
    for (const kind of ['text', 'markdown'] as const)
      for (const dir of ['ltr', 'rtl'] as const) {
        // Asked at once: some texts have thousands of lines.
        const lines = formatListText(withText(text, dir), kind).split('\n');
        expect(lines.filter((line) => /[\u202a-\u202e\u2066\u2067]/.test(line))).toEqual([]);
        // Each isolate is closed on its line, none inside another.
        expect(lines.filter((line) => !/^(\u2068\u2069)*$/.test(line.replace(/[^\u2068\u2069]/g, '')))).toEqual([]);
        expect(lines.filter((line) => /[\r\0\u2028\u2029\x85]/.test(line))).toEqual([]);
      }
  });

  it('makes one U+FFFD of half a character, and never cuts a whole one (W06)', () => {
    expect(formatListText(withText('\ud83d'), 'text')).toContain('[ ] \ufffd\n');
    expect(formatListText(withText('👩‍👩‍👧‍👦 🏳️‍🌈'), 'markdown')).toContain('👩‍👩‍👧‍👦 🏳️‍🌈');
  });
});

describe('a list as Markdown', () => {
  it('is a task list with notes in its items', () => {
    expect(formatListText(english, 'markdown')).toBe(
      [
        ...['## The first hour', '', '1 of 2 done', '', '- [x] The harm is stopped\\', `  Note: ${FSI}Dana switched it off${PDI}`, '- [ ] The client is told'],
        ...['- [x] ~~A lawyer is called~~ (not applicable)\\', '  Note:\\', `  ${FSI}small sum${PDI}\\`, `  ${FSI}no contract${PDI}`],
      ].join('\n'),
    );
    const { elements, html } = render(formatListText(english, 'markdown'));
    expect([...elements].sort()).toEqual(['br', 'del', 'h2', 'input', 'li', 'p', 'ul'].filter((name) => name !== 'p' || html.includes('<p>')));
    expect([html.match(/<li/g)?.length, html.match(/<input[^>]*checked/g)?.length]).toEqual([3, 2]);
  });

  it.each(Object.entries(TEXTS).filter(([, text]) => visible(text)))(
    'shows letter for letter what is text, and makes nothing of it: %s (W01)',
    (_name, text) => {
      const { elements, text: shown, links } = render(formatListText(withText(text), 'markdown'));
      const note = visible(text) && ` Note: ${visible(text)}`;
      expect(visible(shown)).toBe(
        visible([text, '1 of 2 done', ...['', '', ' (not applicable)'].map((suffix) => `${visible(text)}${suffix}${note}`)].join(' ')),
      );
      // An address may be shown as a link to itself.
      expect([...elements].filter((name) => !['h2', 'p', 'ul', 'li', 'input', 'del', 'br', 'a'].includes(name))).toEqual([]);
      for (const link of links) expect(text).toContain(link.replaceAll('&amp;', '&').replace(/\/$/, ''));
    },
  );

  it.each([
    ...[
      '# x',
      '- x',
      '+ x',
      '* x',
      '1. x',
      '12) x',
      '> x',
      '===',
      '---',
      '***',
      '```',
      '~~~',
      '    code',
      '| a | b |',
      '[x]: y',
      '[^1]',
      '<b>',
      '&amp;',
      '$x$',
      '`a`',
    ],
    ...[
      'a\n# b',
      'a\n\n# b',
      'a\n---',
      'a\n===',
      'a\n\n    code',
      'a\n| - |',
      'a\\',
      'x  \ny',
      '\\*a\\*',
      '__a__',
      'a_b_c',
      '~~a~~',
      '![a](b)',
      '- [ ] a',
      'x #',
      'x ##',
    ],
  ])('makes no markup of %j', (text) => {
    const { elements, text: shown } = render(formatListText({ ...withText(text), progress: text }, 'markdown'));
    expect([...elements].filter((name) => !['h2', 'p', 'ul', 'li', 'input', 'del', 'br'].includes(name))).toEqual([]);
    expect(visible(shown).replaceAll(' ', '').split(visible(text).replaceAll(' ', '')).length).toBe(9);
  });

  it('mentions nobody and nothing', () => {
    const markdown = formatListText(withText('ask @dana-k, (@omar) see #12 !34 GH&1 :tada: $5'), 'markdown');
    expect(markdown).not.toMatch(/(^|\W)[@#!]\w/);
    expect(markdown).not.toContain(':tada:');
    expect(visible(render(markdown).text)).toContain('ask @dana-k, (@omar) see #12 !34 GH&1 :tada: $5');
  });

  it('takes long words and long notes in one go (W04)', () => {
    for (const text of ['a'.repeat(100_000), '*'.repeat(100_000), ':'.repeat(100_000), 'line\n'.repeat(10_000), '@a '.repeat(30_000), '\u2068'.repeat(100_000)])
      expect(formatListText(withText(text), 'markdown')).toContain('1 of 2 done');
  });

  it('begins what it says of an item in the direction of the page', () => {
    const lines = formatListText(hebrew, 'markdown').split('\n');
    expect(lines.slice(4, 7)).toEqual(['- [x] הנזק נעצר\\', `  הערה: ${FSI}Dana, 050-123${PDI}`, `- [ ] ${RLM}Excel נסגר\\`]);
  });
});
