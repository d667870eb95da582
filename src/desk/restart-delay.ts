const FIRST_MS = 250;
const LONGEST_MS = 5_000;
/** A process that lived this long did not die of its start. */
const PROVEN_MS = 30_000;

/**
 * How long to wait before starting again a process that has ended: short, doubling while it keeps dying young, so that a
 * process that cannot run does not take the machine with it.
 */
export function nextRestartDelayMs(previousDelayMs: number | null, livedMs: number): number {
  if (previousDelayMs === null || livedMs >= PROVEN_MS) return FIRST_MS;
  return Math.min(previousDelayMs * 2, LONGEST_MS);
}
