interface Timed {
  readonly ptsMs: number;
}

/** The last frame at or before a time, or the first of all; undefined when there is none. Frames are ordered by time. */
export function frameAt<T extends Timed>(frames: readonly T[], ptsMs: number): T | undefined {
  const next = frames.findIndex((frame) => frame.ptsMs > ptsMs);
  if (next === -1) return frames.at(-1);
  return frames[Math.max(0, next - 1)];
}

/** The frame that lies `by` keyframes on from a time; standing between two, one step goes to the neighbour on that side. */
export function frameBeside<T extends Timed>(frames: readonly T[], ptsMs: number, by: number): T | undefined {
  if (frames.length === 0) return undefined;
  const here = frames.findIndex((frame) => frame.ptsMs === ptsMs);
  if (here !== -1) return frames[clamp(here + by, frames.length)];
  const next = frames.findIndex((frame) => frame.ptsMs > ptsMs);
  const before = next === -1 ? frames.length - 1 : next - 1;
  return frames[clamp(by > 0 ? before + by : before + 1 + by, frames.length)];
}

function clamp(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}
