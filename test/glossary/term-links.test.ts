import { describe, expect, it } from 'vitest';
import { linkTerms } from '../../src/glossary/term-links.ts';

const cause = { href: '/en/glossary/#root-cause', forms: ['root cause', 'root causes'] };
const trust = { href: '/en/glossary/#trust', forms: ['trust'] };

function link(body: string, ...terms: Parameters<typeof linkTerms>[1]): string {
  const before = '<!doctype html><html><head><meta charset="utf-8"></head><body>';
  const html = linkTerms(`${before}${body}</body></html>`, terms);
  expect(html.startsWith(before)).toBe(true);
  return html.slice(before.length, -'</body></html>'.length);
}

describe('links to the glossary', () => {
  it('stand at the first use of a term on the page, and only there', () => {
    expect(link('<div class="prose flow"><p>Trust. The trust, and trust.</p></div><div class="prose"><p>More trust.</p></div>', trust)).toBe(
      '<div class="prose flow"><p>Trust. The <a class="term" href="/en/glossary/#trust">trust</a>, and trust.</p></div><div class="prose"><p>More trust.</p></div>',
    );
  });

  it('take the longest form and only whole words', () => {
    expect(link('<div class="prose"><p>Distrust entrusts. Two root causes.</p></div>', cause, trust)).toBe(
      '<div class="prose"><p>Distrust entrusts. Two <a class="term" href="/en/glossary/#root-cause">root causes</a>.</p></div>',
    );
  });

  it('know where a word ends in Hebrew and Arabic, vowel signs included', () => {
    const client = { href: '#client', forms: ['לקוח'] };
    expect(link('<div class="prose"><p>הלקוח, לקוחות, לקוח.</p></div>', client)).toContain('לקוחות, <a class="term" href="#client">לקוח</a>.');
    const excuse = { href: '#excuse', forms: ['عذر'] };
    expect(link('<div class="prose"><p>عذرٌ وعذر عذر</p></div>', excuse)).toContain('وعذر <a class="term" href="#excuse">عذر</a>');
  });

  it('leave links, marks, headings, titles outside the prose and borrowed words alone', () => {
    const body =
      '<p>trust</p><div class="prose"><h2>trust</h2><p><a href="/">trust</a> <mark>trust</mark></p></div><div class="prose" lang="it" data-fallback><p>trust</p></div>';
    expect(link(body, trust)).toBe(body);
  });

  it('find a form that is written with an entity in the page', () => {
    const row = { href: '#qa', forms: ['Q&A'] };
    expect(link('<div class="prose"><p>A Q&amp;A.</p></div>', row)).toBe('<div class="prose"><p>A <a class="term" href="#qa">Q&amp;A</a>.</p></div>');
  });
});
