const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** After how long a delivery is tried again: the schedule that Standard Webhooks recommends, without its last step. */
const DELAYS_MS = [
  5 * SECOND_MS,
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
] as const;

/** @param attempts made so far, 1 or more. Undefined: it is given up. */
export function retryDelayMs(attempts: number): number | undefined {
  return DELAYS_MS[attempts - 1];
}
