import type { KnownTime } from './first-known.js';

/** One copy of some footage. Null is not known. */
export interface Copy {
  readonly clipId: string;
  readonly firstKnown: KnownTime;
  readonly durationMs: number | null;
  /** As shown. */
  readonly width: number | null;
  readonly height: number | null;
  /** Bits a second of the whole file. */
  readonly bitRate: number | null;
}

export interface Cluster<C extends Copy> {
  /** By when they are first known. */
  readonly copies: readonly C[];
  readonly earliestKnown: string | null;
  readonly longest: string | null;
  /** The most pixels; of those with as many, the most bits a second. */
  readonly bestQuality: string | null;
}

/** Of equals the copy that is known earlier, then the one handed in first. */
export function describeCluster<C extends Copy>(all: readonly C[]): Cluster<C> {
  const copies = all.toSorted(
    (a, b) => a.firstKnown.at.getTime() - b.firstKnown.at.getTime() || (a.clipId < b.clipId ? -1 : 1),
  );
  return {
    copies,
    earliestKnown: copies[0]?.clipId ?? null,
    longest: most(copies, ({ durationMs }) => [durationMs]),
    bestQuality: most(copies, ({ width, height, bitRate }) => [
      width === null || height === null ? null : width * height,
      bitRate ?? 0,
    ]),
  };
}

/** What has no first measure is out of the running. */
function most<C extends Copy>(copies: readonly C[], measures: (copy: C) => (number | null)[]): string | null {
  let best: { readonly clipId: string; readonly values: readonly number[] } | null = null;
  for (const copy of copies) {
    const values = measures(copy);
    if (values[0] === null) continue;
    const known = values.map((value) => value ?? 0);
    if (best === null || isMore(known, best.values)) best = { clipId: copy.clipId, values: known };
  }
  return best?.clipId ?? null;
}

function isMore(a: readonly number[], b: readonly number[]): boolean {
  const differing = a.findIndex((value, i) => value !== b[i]);
  return differing >= 0 && (a[differing] ?? 0) > (b[differing] ?? 0);
}
