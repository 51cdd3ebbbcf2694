import { spawn } from 'node:child_process';
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { getCleanEnvironment, root } from '../../src/build/run-astro.ts';

/** What a build reads. Tests are not among it, so that a copy is never mistaken for the project. */
const parts = ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/**
 * Copies the project to `.cache/<name>/`, with the same packages, to be changed and built without touching what
 * other tests look at.
 *
 * @returns the path of the copy; what was there before is gone
 */
export async function copyProject(name: string): Promise<string> {
  const copy = join(root, '.cache', name);
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  await Promise.all(parts.map((part) => cp(join(root, part), join(copy, part), { recursive: true })));
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

/**
 * Builds a copy into its `dist/`, with `env` added to the environment.
 *
 * @returns the path of what was built
 * @throws with what the build printed, where it fails
 */
export async function buildProject(copy: string, env: Record<string, string> = {}): Promise<string> {
  // Vitest sets BASE_URL, which a build would take for its own base path.
  const { BASE_URL: _, ...clean } = getCleanEnvironment(process.env);
  const started = spawn(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: copy,
    env: { ...clean, OUT_DIR: './dist', BASE: '/', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (part: Buffer) => printed.push(part));
  const code = await new Promise<number | null>((resolve, reject) => started.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`The copy ${copy} could not be built (exit code ${code}):\n${Buffer.concat(printed).toString()}`);
  return join(copy, 'dist');
}
