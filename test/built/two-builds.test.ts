import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dist } from '../../src/build/run-astro.ts';
import { buildProject, copyProject } from '../support/copy-project.ts';

/** Every file below a folder and a fingerprint of its bytes. */
function getFingerprints(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(dir.length).replaceAll('\\', '/').replace(/^\//, ''), createHash('sha256').update(readFileSync(path)).digest('hex')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

test('B21 a second build, in another folder and another time zone, gives the same bytes', async () => {
  const env = { BASE: process.env['BASE'] ?? '/', TZ: 'Pacific/Auckland' };
  const again = await buildProject(await copyProject('again'), env);
  expect(getFingerprints(again)).toEqual(getFingerprints(dist));
}, 240_000);
