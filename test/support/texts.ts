import { remember } from '../../src/content/remember.ts';
import type { BuiltPage } from './built-pages.ts';
import { describeElement, type Element, getAttribute, getInherited, getTextNodes, type TextNode } from './html.ts';

/** Words that a reader sees or hears: a text node, or an attribute that is read out or shown. */
export interface Text {
  readonly value: string;
  /** The language and direction of the place they stand in. */
  readonly lang: string;
  readonly dir: string;
  /** Where they stand, for a fault. */
  readonly place: string;
  /** The text node, where it is one. */
  readonly node: TextNode | undefined;
}

const READ_ATTRIBUTES = ['aria-label', 'alt', 'title', 'placeholder', 'data-ask', 'data-searching', 'data-none', 'data-failed', 'data-blocked', 'data-kept'];
const LIST_ATTRIBUTES = ['data-sentences', 'data-counts', 'data-kinds'];

/** All words of a page: text nodes, read attributes, the sentences for script, title and descriptions. */
export const getTexts = remember<BuiltPage, readonly Text[]>(readTexts);

function readTexts(page: BuiltPage): Text[] {
  const nodes = getTextNodes(page.root)
    .filter((node) => node.value.trim() !== '')
    .map((node) => createText(node.value, node.parentNode as Element, node));
  return [...nodes, ...page.elements.flatMap(getAttributeTexts)];
}

/** A text without the parts that invisible marks isolate, each of which has a direction of its own. */
export function removeIsolates(text: string): string {
  return text.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, '');
}

/** The script most of the letters are in; undefined where there are none. */
export function getDominantScript(text: string): 'hebrew' | 'arabic' | 'latin' | undefined {
  const counts = { hebrew: /\p{Script=Hebrew}/gu, arabic: /\p{Script=Arabic}/gu, latin: /\p{Script=Latin}/gu };
  const sorted = Object.entries(counts)
    .map(([script, letters]) => ({ script: script as keyof typeof counts, count: text.match(letters)?.length ?? 0 }))
    .sort((a, b) => b.count - a.count);
  return sorted[0]?.count ? sorted[0].script : undefined;
}

function getAttributeTexts(element: Element): Text[] {
  const isMeta =
    element.tagName === 'meta' &&
    /^(description|og:(title|description|site_name))$/.test(getAttribute(element, 'name') ?? getAttribute(element, 'property') ?? '');
  return element.attrs.flatMap(({ name, value }) => {
    if (READ_ATTRIBUTES.includes(name) || (isMeta && name === 'content')) return [createText(value, element)];
    if (LIST_ATTRIBUTES.includes(name)) return (Object.values(JSON.parse(value)) as string[]).map((sentence) => createText(sentence, element));
    return [];
  });
}

function createText(value: string, element: Element, node?: TextNode): Text {
  return { value, lang: getInherited(element, 'lang') ?? '', dir: getInherited(element, 'dir') ?? '', place: describeElement(element), node };
}
