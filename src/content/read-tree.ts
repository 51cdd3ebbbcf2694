import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every file of content/: its path relative to the project, with forward slashes, and what is in it. */
export type ContentTree = ReadonlyMap<string, Uint8Array | string>;

/**
 * Reads content/ below `root` (the folder of the project). Files are bytes, so that a wrong encoding can be seen.
 * Dot files are left out: editors and file managers make them (`.DS_Store`), and none can be content.
 * @throws if content/ cannot be read
 */
export async function readContentTree(root: URL | string): Promise<ContentTree> {
  const base = root instanceof URL ? fileURLToPath(root) : root;
  const tree = new Map<string, Uint8Array>();
  await readFolder(base, 'content', tree);
  return tree;
}

async function readFolder(base: string, folder: string, tree: Map<string, Uint8Array>): Promise<void> {
  for (const entry of await readdir(join(base, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) await readFolder(base, path, tree);
    else tree.set(path, await readFile(join(base, path)));
  }
}
