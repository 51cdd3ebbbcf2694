import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever a script is started from. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where `astro build` writes the site. */
export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/**
 * Runs `astro <command>` in a process of its own, which leaves nothing behind in this one.
 * @returns what it printed
 * @throws with what it printed, where it fails
 */
export function runAstro(command: 'build' | 'sync'): Promise<string> {
  const started = spawn(process.execPath, [fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url)), command], {
    cwd: root,
    env: getCleanEnvironment(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (part: Buffer) => printed.push(part));
  return new Promise((resolve, reject) => {
    started.on('error', reject);
    started.on('close', (code) => {
      const text = Buffer.concat(printed).toString().trim();
      if (code === 0) resolve(text);
      else reject(new Error(`\`astro ${command}\` failed (exit code ${code}):\n${text}`));
    });
  });
}

/** The environment without what Vitest adds to it, which would turn the build into one for tests. */
export function getCleanEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const testing = /^(NODE_ENV|BASE_URL|TEST|MODE|DEV|PROD|SSR|VITEST(_.*)?)$/;
  return { ...Object.fromEntries(Object.entries(env).filter(([name]) => !testing.test(name))), ASTRO_TELEMETRY_DISABLED: '1' };
}
