import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A page in the output: its file and its address below the base path (`he/guide/`, empty for the root, `404.html`). */
export interface BuiltPage {
  readonly file: string;
  readonly route: string;
}

/** Every HTML page in the output folder, by address, so that whatever is made from them has a fixed order. */
export async function getBuiltPages(dir: URL): Promise<BuiltPage[]> {
  const root = fileURLToPath(dir);
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.html')).sort();
  return files.map((file) => ({ file: join(root, file), route: file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1') }));
}
