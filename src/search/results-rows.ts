import type { Locale } from '../i18n/locales.ts';
import type { Found } from './finder.ts';
import { type Excerpt, putMarked } from './marks.ts';
import { getAddress } from './results-address.ts';

/** What a row shows. */
export interface Row {
  readonly href: string;
  readonly kind: string;
  readonly title: Excerpt;
  readonly summary: Excerpt;
  /** The authored term that led here. */
  readonly via?: string | undefined;
  readonly related?: readonly Row[];
}

/** What is shown of something found. */
export function toRow(locale: Locale, found: Found): Row {
  const { kind, title, summary, marks, via, related } = found;
  return {
    href: getAddress(locale, found),
    kind,
    title: { text: title, marks: marks.title },
    summary: { text: summary, marks: marks.summary },
    via,
    related: related.map((other) => toRow(locale, other)),
  };
}

/**
 * Makes a row from a template of the server's: `data-link` takes the address; `data-title`, `data-summary`, `data-kind`
 * and `data-term` take words and vanish with what is around them (`data-if`) where there are none; `data-related` takes
 * a row of its own template for everything that goes with it.
 *
 * @param kinds the names of the kinds
 */
export function createRow(template: HTMLTemplateElement, row: Row, kinds: Readonly<Record<string, string>>): Element {
  const clone = document.importNode(template.content, true);
  const element = clone.firstElementChild ?? document.createElement('li');
  // An option is a link itself.
  const find = <T extends Element>(selector: string): T | null => (element.matches(selector) ? (element as T) : element.querySelector<T>(selector));
  find<HTMLAnchorElement>('[data-link]')?.setAttribute('href', row.href);
  const texts: [string, Excerpt][] = [
    ['title', row.title],
    ['summary', row.summary],
    ['kind', { text: kinds[row.kind] ?? '', marks: [] }],
    ['term', { text: row.via ?? '', marks: [] }],
  ];
  for (const [name, { text, marks }] of texts) {
    const place = find(`[data-${name}]`);
    if (!place) continue;
    putMarked(place, text, marks);
    if (!text) (place.closest('[data-if]') ?? place).remove();
  }
  const inner = element.querySelector<HTMLTemplateElement>('template');
  const place = element.querySelector('[data-related]');
  if (inner && place && row.related?.length) place.append(...row.related.map((other) => createRow(inner, other, kinds)));
  else (place?.closest('[data-if]') ?? place)?.remove();
  inner?.remove();
  return element;
}
