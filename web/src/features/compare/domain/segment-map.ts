import type { Schemas } from '@/api/problem';

export type Match = Schemas['Match'];
export type Segment = Schemas['MatchSegment'];
/** `this` is the clip from whose page one came. */
export type Side = 'this' | 'other';

/** A moment of one clip, in milliseconds of its display time. */
export interface Point {
  readonly side: Side;
  readonly ms: number;
}

/** A moment of one clip and the moment of the other that shows the same; null where nothing is known to. */
export interface Place {
  readonly thisMs: number | null;
  readonly otherMs: number | null;
  /** Which segment joins the two. */
  readonly segment: number | null;
}

/** The match as told from the side of `clipId`; undefined when it is about two other clips. */
export function seenFrom(match: Match, clipId: string): Match | undefined {
  if (match.ofClipId === clipId) return match;
  if (match.clipId !== clipId) return undefined;
  return {
    ...match,
    ofClipId: match.clipId,
    clipId: match.ofClipId,
    speed: inverse(match.speed),
    coverage: match.otherCoverage,
    otherCoverage: match.coverage,
    segments: match.segments
      .map((segment) => ({
        ...segment,
        startMs: segment.otherStartMs,
        endMs: segment.otherEndMs,
        otherStartMs: segment.startMs,
        otherEndMs: segment.endMs,
        speed: inverse(segment.speed),
      }))
      .toSorted((a, b) => a.startMs - b.startMs),
  };
}

/**
 * Where the point lies on both sides. A compilation may show one stretch twice: then `preferred`, the segment one was in,
 * is kept, so that playing on does not jump.
 */
export function placeOf(segments: readonly Segment[], point: Point, preferred: number | null = null): Place {
  const alone: Place =
    point.side === 'this'
      ? { thisMs: point.ms, otherMs: null, segment: null }
      : { thisMs: null, otherMs: point.ms, segment: null };
  const kept = preferred === null ? undefined : segments[preferred];
  const index =
    kept !== undefined && holds(kept, point)
      ? preferred
      : segments.findIndex((segment) => holds(segment, point));
  const segment = index === null || index < 0 ? undefined : segments[index];
  if (segment === undefined || index === null) return alone;
  return point.side === 'this'
    ? { thisMs: point.ms, otherMs: toOther(segment, point.ms), segment: index }
    : { thisMs: toThis(segment, point.ms), otherMs: point.ms, segment: index };
}

/** Milliseconds of the other clip that pass in one of this, at a place; 1 where there is no counterpart. */
export function rateAt(segments: readonly Segment[], place: Place): number {
  const speed = place.segment === null ? undefined : segments[place.segment]?.speed;
  return speed === undefined || speed <= 0 ? 1 : speed;
}

/** Whether the two pictures agree only when one of them is turned left to right. */
export function isMirroredAt(match: Pick<Match, 'mirrored' | 'segments'>, place: Place): boolean {
  const segment = place.segment === null ? undefined : match.segments[place.segment];
  return segment?.mirrored ?? match.mirrored;
}

function holds(segment: Segment, { side, ms }: Point): boolean {
  return side === 'this'
    ? segment.startMs <= ms && ms <= segment.endMs
    : segment.otherStartMs <= ms && ms <= segment.otherEndMs;
}

// Start and end are rounded each for itself: the speed may carry a moment some milliseconds past the end.
function toOther({ startMs, otherStartMs, otherEndMs, speed }: Segment, ms: number): number {
  return between(otherStartMs, otherStartMs + (ms - startMs) * speed, otherEndMs);
}

function toThis({ startMs, endMs, otherStartMs, speed }: Segment, otherMs: number): number {
  return between(startMs, startMs + (otherMs - otherStartMs) / speed, endMs);
}

function between(least: number, value: number, most: number): number {
  return Math.min(Math.max(least, value), most);
}

/** Turned round twice, 0.8 must read as 0.8. */
function inverse(speed: number): number {
  return Math.round(100_000 / speed) / 100_000;
}

/** The segments of a match. Equal bytes need none: every moment is the same in both. */
export function segmentsOf(match: Match, durationMs: number | null): readonly Segment[] {
  if (match.segments.length > 0 || match.kind !== 'same_file' || durationMs === null) return match.segments;
  const whole = { startMs: 0, endMs: durationMs, otherStartMs: 0, otherEndMs: durationMs };
  return [{ ...whole, mirrored: false, speed: 1, score: 1 }];
}
