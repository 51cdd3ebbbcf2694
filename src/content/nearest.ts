/**
 * The candidate that `value` was most likely meant to be, or undefined if none is near: at most a third of the
 * letters differ, upper and lower case and the kind of hyphen set aside.
 */
export function getNearest(value: string, candidates: Iterable<string>): string | undefined {
  // Nobody mistypes sixty letters; the bound keeps hostile input from costing time.
  if (value === '' || value.length > 80) return undefined;
  const wanted = fold(value);
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const distance = getDistance(wanted, folded);
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3));
    if (distance > limit || (folded.length < 3 && distance > 0)) continue;
    // Ties go to the first in the alphabet, so that a message never depends on the order of the files.
    if (!best || distance < best.distance || (distance === best.distance && candidate < best.candidate)) best = { candidate, distance };
  }
  return best?.candidate;
}

function fold(value: string): string {
  return value.toLowerCase().replace(/[_\s]+/gu, '-');
}

/** Letters to add, drop, change or swap with their neighbour to make `b` of `a` (optimal string alignment). */
function getDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
