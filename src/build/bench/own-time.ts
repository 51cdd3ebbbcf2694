import { getMedian } from './sizes.ts';

/** Milliseconds that `action` takes on this machine at its own speed: the median of nine runs. */
export async function measureOwnTime(action: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 9; run++) {
    const before = performance.now();
    await action();
    times.push(performance.now() - before);
  }
  return Math.round(getMedian(times));
}
