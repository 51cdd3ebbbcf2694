/** A calendar keeps SEQUENCE in 32 bits; what the clock gives stays a million below, so that counting on has room. */
const HIGHEST = 2 ** 31 - 1;
const HIGHEST_BY_CLOCK = HIGHEST - 1_000_000;

/** Ten seconds: with these the number lasts until the year 2650. */
const UNIT = 10_000;

/**
 * The SEQUENCE of the next export: above `last`, the one before, and growing with the clock, so that a calendar takes
 * the newer file for newer even where `last` was forgotten. `now` in milliseconds; a wrong clock gives no negative
 * number. A `last` that can have been no sequence is not read.
 */
export function getSequence(last: number | undefined, now: number): number {
  const byClock = Number.isFinite(now) ? Math.min(Math.max(Math.floor(now / UNIT), 0), HIGHEST_BY_CLOCK) : 0;
  const isRead = last !== undefined && Number.isInteger(last) && last >= 0 && last < HIGHEST;
  return isRead ? Math.max(byClock, last + 1) : byClock;
}
