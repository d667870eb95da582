export const speeds = [0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** The next faster (`+1`) or slower (`-1`) speed; the ends stay. */
export function speedBeside(speed: number, by: 1 | -1): number {
  const found = by === 1 ? speeds.find((one) => one > speed) : speeds.findLast((one) => one < speed);
  return found ?? speed;
}
