import { expect, it } from 'vitest';
import Icon from '../../src/site/Icon.astro';
import { type IconName, icons } from '../../src/site/icons.ts';
import { getAttribute, hasClass } from '../support/html.ts';
import { render } from '../support/render.ts';

it('an icon is hidden from screen readers and marked to be mirrored exactly where it points along the text (rule 33)', async () => {
  for (const name of Object.keys(icons) as IconName[]) {
    const { elements } = await render(Icon, { name });
    const [svg] = elements.filter((element) => element.tagName === 'svg');
    expect([name, svg && getAttribute(svg, 'aria-hidden'), svg && getAttribute(svg, 'focusable')]).toEqual([name, 'true', 'false']);
    expect([name, svg && hasClass(svg, 'mirror')]).toEqual([name, icons[name].mirror]);
  }
});
