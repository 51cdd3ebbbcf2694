import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dist, runAstro } from '../../src/build/run-astro.ts';

// Vitest loads this file anew for each project: what they share must outlive the module.
const shared = globalThis as { siteBuild?: Promise<void> };

/** Builds the site into dist/ once for all projects that look at it. SKIP_BUILD=1 takes the dist/ that is there. */
export default function setup(): Promise<void> {
  shared.siteBuild ??= build();
  return shared.siteBuild;
}

async function build(): Promise<void> {
  if (!process.env['SKIP_BUILD']) await runAstro('build');
  else if (!existsSync(join(dist, 'index.html')))
    throw new Error('SKIP_BUILD is set and dist/ holds no site. Run `npm run build` first, or leave SKIP_BUILD out.');
}
