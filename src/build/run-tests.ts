import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './run-astro.ts';
import { type Counts, formatCounts, getTotal, getVitestCounts, type VitestReport } from './test-counts.ts';

// What `npm test` (everything), `npm run check` (--checks: all but Vitest) and `npm run check:full` (--full: FULL=1 for
// the tests that read it) do. A part that fails does not keep the next from running; what is left over goes to Vitest.
const { values: options, positionals } = parseArgs({ options: { checks: { type: 'boolean' }, full: { type: 'boolean' } }, allowPositionals: true });

/** No part takes longer than this on a slow machine; one that hangs must not hide the result of the others. */
const timeLimit = 45 * 60_000;

const checks: Part[] = [
  { title: 'Types', script: 'node_modules/astro/bin/astro.mjs', args: ['check'] },
  { title: 'Lint and format', script: 'node_modules/@biomejs/biome/bin/biome', args: ['check', '.'] },
  { title: 'Content', script: 'src/build/check-content.ts', args: [] },
];

const counts: Counts[] = [];
for (const part of checks) {
  const ok = (await run(part)) === 0;
  counts.push(ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}
if (!options.checks) counts.push(await runVitest());
const total = getTotal(counts);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${formatCounts(total)}`);

async function runVitest(): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'run-tests-'));
  const file = join(folder, 'report.json');
  // A forgotten `.only` would pass for a whole run.
  const args = [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...positionals,
  ];
  const exitCode = await run({ title: 'Tests', script: 'node_modules/vitest/vitest.mjs', args });
  const report = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as VitestReport)
    .catch(() => undefined);
  await rm(folder, { recursive: true });
  return getVitestCounts(report, exitCode);
}

/** Runs one part under a heading. Returns its exit code, 1 where it was killed or did not start. */
function run({ title, script, args }: Part): Promise<number> {
  console.log(`\n=== ${title} ===\n`);
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...(options.full ? { FULL: '1' } : {}) };
  const started = spawn(process.execPath, [...process.execArgv, script, ...args], { cwd: root, env, stdio: 'inherit', timeout: timeLimit });
  return new Promise((resolve) => {
    started.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    started.on('close', (code, signal) => {
      if (signal) console.error(`${title} was ended by ${signal}.`);
      resolve(code ?? 1);
    });
  });
}

interface Part {
  readonly title: string;
  /** What Node runs, from the project's folder. */
  readonly script: string;
  readonly args: readonly string[];
}
