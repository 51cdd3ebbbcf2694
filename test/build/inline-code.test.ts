import { describe, expect, it } from 'vitest';
import { getInlineCode } from '../../src/build/inline-code.ts';

describe('getInlineCode', () => {
  it('takes scripts that run and leaves data and files', () => {
    const html = `<script>one</script><script type="module">two</script><script type=" Text/JavaScript ">three</script>
      <script type="application/json">{}</script><script type="application/ld+json">{}</script><script type="speculationrules">{}</script>
      <script src="/a.js"></script><!-- <script>four</script> --><p>&lt;script>five</p>`;
    expect(getInlineCode(html).scripts).toEqual(['one', 'two', 'three']);
  });

  it('finds code in the head, in the body and in templates, in its order and as it is written', () => {
    const head = '<head><style>a>b{}</style><script>f("&amp;")</script></head>';
    const code = '<style>b{}</style><template><script>g()</script></template>';
    expect(getInlineCode(`${head}<body><script src="/a.js"></script></body>`)).toEqual({ styles: ['a>b{}'], scripts: ['f("&amp;")'] });
    expect(getInlineCode(`${head}<body>${code}</body>`)).toEqual({ styles: ['a>b{}', 'b{}'], scripts: ['f("&amp;")', 'g()'] });
  });
});
