import type { MdastNode } from 'satteri';
import type { SourceFile } from './content-model.ts';
import { getFilePlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import type { IdIndex } from './id-index.ts';
import { getNodePosition, getNodeText } from './mdx-body.ts';
import { getNearest } from './nearest.ts';

/** Kinds that a link in a text may lead to: `[words](step:name-the-mistake)`. The site makes the address of each language. */
export const linkKinds: readonly string[] = ['step', 'phase', 'checklist', 'item', 'source', 'tension', 'term', 'message', 'triage', 'page'];

/** Links lead to an id of the content or to an https: or mailto: address (B08). */
export function checkLinks(file: SourceFile, nodes: readonly MdastNode[], resolve: IdIndex): Fault[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'link') return [];
    const at = getFilePlace(file, getNodePosition(node));
    const empty = getNodeText(node).trim() === '' ? [createFault('link-without-words', at, { address: node.url })] : [];
    return [...empty, ...checkAddress(node.url, at, resolve)];
  });
}

function checkAddress(address: string, at: ReturnType<typeof getFilePlace>, resolve: IdIndex): Fault[] {
  const [, scheme, rest = ''] = /^([A-Za-z][A-Za-z\d+.-]*):(.*)$/su.exec(address) ?? [];
  if (scheme === undefined) return [createFault('relative-link', at, { address, ...guessLink(address, resolve) })];
  if (linkKinds.includes(scheme)) {
    const resolved = resolve(scheme, rest);
    return resolved.found ? [] : [createFault('dead-link', at, { kind: scheme, id: rest, ...resolved })];
  }
  if (scheme === 'https') return URL.canParse(address) ? [] : [createFault('bad-address', at, { address })];
  if (scheme === 'mailto') return /^[^\s@?]+@[^\s@?]+\.[^\s@?]+(?:\?.*)?$/u.test(rest) ? [] : [createFault('bad-address', at, { address })];
  const nearest = getNearest(scheme, linkKinds);
  return [createFault('link-scheme', at, { address, scheme, known: linkKinds, ...(nearest === undefined ? {} : { nearest: `${nearest}:${rest}` }) })];
}

/** Of an address such as /he/guide/own-up/#name-the-mistake: the link that was meant. */
function guessLink(address: string, resolve: IdIndex): { meant?: string } {
  const words = address
    .split(/[/#?]+/u)
    .filter((word) => word !== '')
    .toReversed();
  for (const word of words) {
    const kind = linkKinds.find((candidate) => resolve(candidate, word).found);
    if (kind !== undefined) return { meant: `${kind}:${word}` };
  }
  return {};
}
