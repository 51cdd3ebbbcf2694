import mdxRenderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { vi } from 'vitest';
import type { Locale } from '../../src/i18n/locales.ts';
import { type Element, getElements, parseHtml } from './html.ts';

// As in a build, where the step index of a search box is made once and not anew for every page.
vi.stubEnv('DEV', false);

const container = await AstroContainer.create({ astroConfig: { site: 'https://example.org' } });
container.addServerRenderer({ name: 'mdx', renderer: mdxRenderer });

/** A component rendered alone: its HTML, and its elements in document order. */
export async function render(component: AstroComponentFactory, props: Record<string, unknown>, slot = ''): Promise<{ html: string; elements: Element[] }> {
  const locale = props['locale'] as Locale | undefined;
  const html = await container.renderToString(component, {
    props,
    slots: { default: slot },
    ...(locale && { request: new Request(`https://example.org/${locale}/`) }),
  });
  const [, body] = getElements(parseHtml(html)).filter((element) => element.tagName === 'head' || element.tagName === 'body');
  return { html, elements: body ? getElements(body) : [] };
}
