import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium, type LaunchOptions } from 'playwright-core';
import { unpackBrowser } from './packed-browser.ts';
import { getBrowserPaths } from './preflight.mjs';

const run = promisify(execFile);
let found: Promise<string> | undefined;

/**
 * The path of the Chromium to test with: $CHROMIUM, Playwright's own, the one packed in @sparticuz/chromium (Linux
 * x64), else an installed Chrome or Chromium. BROWSER_SOURCE=packed takes the packed one whatever is asked for.
 * @throws where there is none, saying what to do
 */
export function findBrowser(): Promise<string> {
  found ??= find();
  return found;
}

/** How every launch here looks, by Playwright or by hand: `chromium.launch(await launchOptions())`. */
export async function launchOptions(): Promise<LaunchOptions & { executablePath: string; args: string[] }> {
  const [executablePath, chromiumSandbox] = await Promise.all([findBrowser(), isSandboxable()]);
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage', // containers give /dev/shm 64 MB, on which pages crash
    '--renderer-process-limit=1', // no spare process is started for each context: a tenth of the work of a test
  ];
  return { executablePath, args: chromiumSandbox ? args : ['--no-sandbox', ...args], chromiumSandbox };
}

async function find(): Promise<string> {
  const asked = process.env['CHROMIUM'];
  if (process.env['BROWSER_SOURCE'] === 'packed') return unpackBrowser();
  if (asked && !existsSync(asked))
    throw new Error(`CHROMIUM is set to ${asked}, where there is no file. Set it to the path of Chrome or Chromium, or unset it.`);
  if (asked) return asked;
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  // Before an installed one: it is the same everywhere, and a desktop browser takes twice its time.
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  for (const path of getBrowserPaths(process.platform, process.env)) if (await isRunnable(path)) return path;
  throw new Error('The tests need Chrome or Chromium. Install one, or set CHROMIUM to its path.');
}

/** Whether `path` starts. Ubuntu's chromium-browser may be a script that only says how to install the real one. */
async function isRunnable(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  if (process.platform !== 'linux') return true; // on Windows `--version` would open a window
  return run(path, ['--version'], { timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}

/**
 * Whether Chromium can put its renderers into a sandbox. Root never can; others cannot where the kernel, a container
 * or AppArmor keeps user namespaces from them, and Chromium then refuses to start. So make one and see.
 */
async function isSandboxable(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  if (process.getuid?.() === 0) return false;
  return run('unshare', ['--user', '--map-root-user', '--pid', '--fork', 'true'], { timeout: 5_000 }).then(
    () => true,
    () => false,
  );
}
