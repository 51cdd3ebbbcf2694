import type { Locale } from '../i18n/locales.ts';
import { paths } from '../i18n/paths.ts';
import type { Finder } from './finder.ts';
import type { Row } from './results-rows.ts';

/** What the part of the page needs to know about itself. */
type Root = HTMLElement;

/**
 * The way into the full text: a button, which gives its place to what is found. Nothing of it is loaded before.
 *
 * @param createRows makes what stands in the list
 */
export function createTextPart(root: Root, createRows: (rows: readonly Row[]) => Element[], query: string, finder: Finder, locale: Locale): Node[] {
  const template = root.querySelector<HTMLTemplateElement>('[data-text-part]');
  if (!template) return [];
  const part = document.importNode(template.content, true);
  const section = part.querySelector<HTMLElement>('section');
  const button = part.querySelector('button');
  button?.addEventListener('click', () => {
    const heading = section?.querySelector<HTMLElement>('[data-heading]');
    button.remove();
    heading?.removeAttribute('hidden');
    // The focus was on the button.
    heading?.focus();
    if (section) void search(section, root.dataset, createRows, query, finder, locale);
  });
  return [...part.childNodes];
}

async function search(
  section: HTMLElement,
  sentences: DOMStringMap,
  createRows: (rows: readonly Row[]) => Element[],
  query: string,
  finder: Finder,
  locale: Locale,
): Promise<void> {
  const status = section.querySelector('[data-text-status]')!;
  status.textContent = sentences['searching'] ?? '';
  try {
    const { findInFullText } = await import('./full-text.ts');
    const routes = JSON.parse(sentences['routes'] ?? '[]') as string[];
    const rows = await findInFullText({ base: paths.root(), locale, routes }, query, finder);
    section.querySelector('ol')?.append(...createRows(rows));
    const counts = JSON.parse(sentences['counts'] ?? '[]') as string[];
    status.textContent = (rows.length > 0 ? counts[rows.length] : sentences['textNone']) ?? '';
  } catch (error) {
    console.warn(error);
    status.textContent = sentences['textFailed'] ?? '';
  }
}
