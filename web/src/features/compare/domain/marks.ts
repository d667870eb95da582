import type { Segment, Side } from './segment-map';

/** Where a segment lies on a clip's bar, in per cent of its length. */
export interface Mark {
  readonly fromPercent: number;
  readonly widthPercent: number;
}

export function marksOf(segments: readonly Segment[], side: Side, lengthMs: number): readonly Mark[] {
  if (lengthMs <= 0) return segments.map(() => ({ fromPercent: 0, widthPercent: 0 }));
  const percent = (ms: number) => Math.min(100, Math.max(0, (ms / lengthMs) * 100));
  return segments.map((segment) => {
    const [from, to] =
      side === 'this' ? [segment.startMs, segment.endMs] : [segment.otherStartMs, segment.otherEndMs];
    return { fromPercent: percent(from), widthPercent: percent(to) - percent(from) };
  });
}
