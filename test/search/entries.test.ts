import { describe, expect, it } from 'vitest';
import { getSearchEntries } from '../../src/search/entries.ts';

/** A page of a phase as the site writes it, with `body` inside. */
const page = (body: string) =>
  `<!doctype html><html lang="it" dir="ltr"><head><title>Ammettere l’errore</title><meta name="description" content="Come dirlo al cliente."></head><body>${body}</body></html>`;
const getEntries = (body: string) => getSearchEntries(page(body)).entries;

describe('the search entries of a page', () => {
  it('are its elements with data-entry, with kind, anchor, title, summary and text', () => {
    const html = page(
      '<h1>Ammettere l’errore</h1><section data-entry="step" id="never-deny"><h2>Non negare</h2><p data-entry-summary>Non contestare i fatti.</p><div><p>Contro le <mark>prove</mark> non serve.</p></div></section>',
    );
    expect(getSearchEntries(html)).toEqual({
      lang: 'it',
      entries: [
        { kind: 'step', id: 'never-deny', title: 'Non negare', summary: 'Non contestare i fatti.', text: 'Non contestare i fatti. Contro le prove non serve.' },
      ],
    });
  });

  it('leave out words in another language, and a thing whose title is borrowed altogether', () => {
    const entries = getEntries(
      '<section data-entry="step" id="a"><h2>Titolo</h2><p>Testo.</p><div data-fallback lang="en">English body.</div></section><section data-entry="step" id="b"><h2 lang="en" data-fallback>Name the mistake</h2><p>Testo.</p></section>',
    );
    expect(entries).toEqual([{ kind: 'step', id: 'a', title: 'Titolo', summary: 'Come dirlo al cliente.', text: 'Testo.' }]);
  });

  it('hold no words of the entries inside them, which stand for themselves', () => {
    const [list, item] = getEntries(
      '<div data-entry="checklist"><h1>Checklist</h1><p>Dieci voci.</p><ol><li data-entry="item" id="no-but"><span data-entry-title>Nessun “ma”</span></li></ol></div>',
    );
    expect([list?.title, list?.text]).toEqual(['Checklist', 'Dieci voci.']);
    expect([item?.title, item?.text]).toEqual(['Nessun “ma”', '']);
  });

  it('skip badges, menus, code and templates', () => {
    const [entry] = getEntries(
      '<section data-entry="step" id="a"><h2>Titolo</h2><nav>Menu</nav><p>Testo.</p><p data-entry-skip>Fonti <a href="/">1</a></p><template>Modulo</template><script>f()</script><style>b{}</style></section>',
    );
    expect(entry?.text).toBe('Testo.');
  });

  it('take the summary of an item from the heading of its list, of anything else from the description', () => {
    const [item, phase] = getEntries(
      '<h1>Mentre parli con il cliente</h1><ol><li data-entry="item" id="a"><span data-entry-title>Scuse</span></li></ol><div data-entry="phase"><h2>Fase</h2></div>',
    );
    expect([item?.summary, phase?.summary]).toEqual(['Mentre parli con il cliente', 'Come dirlo al cliente.']);
  });

  it('put a space between the words of neighbouring elements and none inside a word', () => {
    const [entry] = getEntries('<section data-entry="step" id="a"><h2>Non<br>negare</h2><dl><dt>Da dire</dt><dd>«Sì.»</dd></dl><p>uno\n   due</p></section>');
    expect([entry?.title, entry?.text]).toEqual(['Non negare', 'Da dire «Sì.» uno due']);
  });

  it('are of a message what it is for, its parts and why they stand there, without the texts to fill in and the steps it leads to', () => {
    const [entry] = getEntries(
      '<article data-entry="message"><p data-entry-skip><a href="/">Fase</a></p><h1>Mail di scuse</h1><p data-entry-summary>Le scuse per iscritto.</p><section data-entry-skip><h2>Esempio</h2></section><ol><li><p>«Ci scusiamo.»</p><p>Prima di tutto.</p><p data-entry-skip><a href="/">Passo</a></p></li></ol></article>',
    );
    expect(entry).toEqual({
      kind: 'message',
      id: undefined,
      title: 'Mail di scuse',
      summary: 'Le scuse per iscritto.',
      text: 'Le scuse per iscritto. «Ci scusiamo.» Prima di tutto.',
    });
  });

  it('have no anchor where the page itself is meant', () => {
    expect(getEntries('<div data-entry="page"><h1>Fonti</h1></div>')[0]?.id).toBeUndefined();
  });

  it('are none on a page without any, without a title or without content', () => {
    expect(getEntries('<main><h1>404</h1></main>')).toEqual([]);
    expect(getEntries('<div data-entry="page"><p>Senza titolo</p></div>')).toEqual([]);
    expect(getSearchEntries('')).toEqual({ lang: '', entries: [] });
  });

  it('keep hostile words as words', () => {
    const [entry] = getEntries('<section data-entry="step" id="a"><h2>&lt;img src=x onerror=f()&gt; &amp; “b”</h2><p>&lt;/p&gt;</p></section>');
    expect([entry?.title, entry?.text]).toEqual(['<img src=x onerror=f()> & “b”', '</p>']);
  });
});
