/** A passage that is played again and again; null at an end that is not set. */
export interface Loop {
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

export const noLoop: Loop = { fromMs: null, toMs: null };

/** A beginning behind the end, or an end before the beginning, takes the other one away. */
export const withStart = ({ toMs }: Loop, fromMs: number): Loop => ({
  fromMs,
  toMs: toMs !== null && toMs > fromMs ? toMs : null,
});
export const withEnd = ({ fromMs }: Loop, toMs: number): Loop => ({
  fromMs: fromMs !== null && fromMs < toMs ? fromMs : null,
  toMs,
});

/** Where to go on from a time: the beginning once the end is reached. */
export function loopBack({ fromMs, toMs }: Loop, atMs: number): number | null {
  return toMs !== null && atMs >= toMs ? (fromMs ?? 0) : null;
}
