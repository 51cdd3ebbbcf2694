import { posix } from 'node:path';
import type { MdastNode } from 'satteri';
import type { ContentModel, SourceFile } from './content-model.ts';
import { getFilePlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { getNodePosition } from './mdx-body.ts';

/** Above this an image costs a reader on a telephone more than the whole page. */
export const largestImage = 300_000;

/** Images in bodies lie beside the text, are not too large and say in words what they show (B13, B18). */
export function checkImages(model: ContentModel, file: SourceFile, nodes: readonly MdastNode[]): Fault[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'image') return [];
    const at = getFilePlace(file, getNodePosition(node));
    const withoutAlt = (node.alt ?? '').trim() === '' ? [createFault('image-without-alt', at, { address: node.url })] : [];
    return [...withoutAlt, ...checkImageFile(model, file, node.url, at)];
  });
}

/** Image files in content/ that no text shows. */
export function checkUnusedImages(model: ContentModel): Fault[] {
  const shown = new Set([...model.files.values()].flatMap((file) => getImagePaths(file)));
  return [...model.files.values()]
    .filter(({ is, path }) => is.role === 'image' && !shown.has(path))
    .map((file) => createFault('unused-image', getFilePlace(file)));
}

function checkImageFile(model: ContentModel, file: SourceFile, address: string, at: ReturnType<typeof getFilePlace>): Fault[] {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(address)) return [createFault('foreign-address', at, { name: 'img', attribute: 'src', address })];
  const path = resolveImage(file, address);
  const image = model.files.get(path);
  if (image?.is.role !== 'image') return [createFault('image-missing', at, { path })];
  return image.size > largestImage ? [createFault('image-too-large', at, { path, size: image.size, largest: largestImage })] : [];
}

function getImagePaths(file: SourceFile): string[] {
  const addresses: string[] = [];
  const open: MdastNode[] = file.body?.root ? [file.body.root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'image') addresses.push(node.url);
    if ('children' in node) open.push(...(node.children as MdastNode[]));
  }
  return addresses.map((address) => resolveImage(file, address));
}

function resolveImage(file: SourceFile, address: string): string {
  return posix.join(posix.dirname(file.path), address);
}
