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

// Types come last: like a build they write .astro/, and the build beside them has read it by then.
const checks: Part[] = [
  { title: 'Lint and format', script: 'node_modules/@biomejs/biome/bin/biome', args: ['check', '.'] },
  { title: 'Content', script: 'src/build/check-content.ts', args: [] },
  { title: 'Types', script: 'node_modules/astro/bin/astro.mjs', args: ['check'] },
];

// Vitest begins with a build, which keeps one core busy, so that the checks run beside it; what they print comes last.
const running = runChecks();
const tested = options.checks ? [] : [await runVitest()];
const checked = await running;
const total = getTotal([...tested, ...checked.map(({ code }) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }))]);
for (const { text } of checked) process.stdout.write(text);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${formatCounts(total)}`);

/** Beside Vitest, whose lines come at once, the checks must wait with theirs. */
async function runChecks(): Promise<Ended[]> {
  const ended: Ended[] = [];
  for (const part of checks) ended.push(await run(part, options.checks ? 'inherit' : 'pipe'));
  return ended;
}

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
  const { code } = await run({ title: 'Tests', script: 'node_modules/vitest/vitest.mjs', args }, 'inherit');
  const report = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as VitestReport)
    .catch(() => undefined);
  await rm(folder, { recursive: true });
  return getVitestCounts(report, code);
}

/** Runs one part under a heading. @param output whether it prints at once (`inherit`) or into what is returned */
function run({ title, script, args }: Part, output: 'inherit' | 'pipe'): Promise<Ended> {
  const texts: string[] = [];
  const tell = (text: string): unknown => (output === 'pipe' ? texts.push(text) : process.stdout.write(text));
  tell(`\n=== ${title} ===\n\n`);
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...(options.full ? { FULL: '1' } : {}) };
  const stdio = ['inherit', output, output] as const;
  const started = spawn(process.execPath, [...process.execArgv, script, ...args], { cwd: root, env, stdio: [...stdio], timeout: timeLimit });
  for (const stream of [started.stdout, started.stderr]) stream?.on('data', (part: Buffer) => tell(part.toString()));
  return new Promise((resolve) => {
    const end = (code: number): void => resolve({ code, text: texts.join('') });
    started.on('error', (error) => {
      tell(`${error.message}\n`);
      end(1);
    });
    started.on('close', (code, signal) => {
      if (signal) tell(`${title} was ended by ${signal}.\n`);
      end(code ?? 1);
    });
  });
}

interface Part {
  readonly title: string;
  /** What Node runs, from the project's folder. */
  readonly script: string;
  readonly args: readonly string[];
}

/** A part that has ended: its exit code (1 where it was killed or did not start) and what it printed, unless at once. */
interface Ended {
  readonly code: number;
  readonly text: string;
}
