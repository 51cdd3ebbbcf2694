import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runAstro } from '../run-astro.ts';

/** What the build leaves behind and would use again. */
const leftovers = ['dist', '.astro', '.cache', 'node_modules/.astro'];

/** Linux counts CPU time in hundredths of a second, on every machine that Node runs on. */
const ticksPerSecond = 100;

export interface BuildTime {
  readonly seconds: number;
  /** CPU seconds of the whole process tree; undefined where the system does not say. */
  readonly cpuSeconds: number | undefined;
}

/** Builds the site as on a fresh clone and takes the time. */
export async function measureColdBuild(): Promise<BuildTime> {
  for (const name of leftovers) await rm(join(root, name), { recursive: true, force: true });
  const cpuBefore = getChildrenTime();
  const start = performance.now();
  await runAstro('build');
  const cpuAfter = getChildrenTime();
  return { seconds: (performance.now() - start) / 1000, cpuSeconds: cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore };
}

/** CPU seconds of all processes that this one started and that have ended. Only Linux tells, and Node has no call for it. */
function getChildrenTime(): number | undefined {
  try {
    return parseChildrenTime(readFileSync('/proc/self/stat', 'utf8'));
  } catch {
    return undefined;
  }
}

/** Adds up cutime and cstime of a line of /proc/<pid>/stat, in seconds. See proc(5). */
export function parseChildrenTime(stat: string): number {
  // The name of the program, in brackets, may hold spaces; the state after it is field 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[16 - 3]) + Number(fields[17 - 3])) / ticksPerSecond;
}
