import type { CopyFacts } from '../domain/facts.js';
import { clock, some } from '../domain/say.js';

/** `0:12–0:19 here = 0:03–0:10 there`, the longest first, at most five. */
export function segmentsText(segments: CopyFacts['segments']): string {
  const longest = segments.toSorted((a, b) => lengthMs(b) - lengthMs(a));
  return some(
    longest.map(
      ({ startMs, endMs, otherStartMs, otherEndMs }) =>
        `${clock(startMs)}–${clock(endMs)} here = ${clock(otherStartMs)}–${clock(otherEndMs)} there`,
    ),
    5,
  );
}

export function lengthMs({ startMs, endMs }: CopyFacts['segments'][number]): number {
  return Math.max(0, endMs - startMs);
}
