import type { AlignedSegment } from './alignment.js';

/** A segment with what is needed to weigh it against others. */
export interface Found {
  readonly segment: AlignedSegment;
  /** Mean bits between the pictures along it. */
  readonly bits: number;
  /** How much its pictures speak for it, in sum. */
  readonly evidence: number;
  otherTimeOf(timeMs: number): number;
}

/** A second place for the same moments counts only when its pictures are about as near as in the first: a loop, not a likeness. */
const AS_NEAR_BITS = 10;
const SHORTEST_REST_MS = 900;

/** The candidate beside the segments found already, cut back where they know better; undefined when nothing is left. */
export function admit(candidate: Found, found: readonly Found[]): Found | undefined {
  let rest: Found | undefined = candidate;
  for (const known of found) {
    if (rest === undefined) return undefined;
    const isOver = overlap(rest.segment, known.segment) > 0;
    const isOverOther = otherOverlap(rest.segment, known.segment) > 0;
    const isBoth = isOver && isOverOther;
    const isLoop = isOver !== isOverOther && rest.bits <= known.bits + AS_NEAR_BITS;
    if (isLoop || (!isOver && !isOverOther)) continue;
    rest = cutBack(rest, known, isBoth || isOver);
  }
  return rest;
}

function overlap(a: AlignedSegment, b: AlignedSegment): number {
  return Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs);
}

function otherOverlap(a: AlignedSegment, b: AlignedSegment): number {
  return Math.min(a.otherEndMs, b.otherEndMs) - Math.max(a.otherStartMs, b.otherStartMs);
}

/** The longer part that lies outside the known segment, by this clip's time or by the other's. */
function cutBack(candidate: Found, { segment: known }: Found, byOwnTime: boolean): Found | undefined {
  const { segment } = candidate;
  const toOwn = (otherMs: number): number =>
    segment.startMs + (otherMs - segment.otherStartMs) / segment.speed;
  const knownStart = byOwnTime ? known.startMs : toOwn(known.otherStartMs);
  const knownEnd = byOwnTime ? known.endMs : toOwn(known.otherEndMs);
  const before = { startMs: segment.startMs, endMs: Math.min(segment.endMs, knownStart) };
  const after = { startMs: Math.max(segment.startMs, knownEnd), endMs: segment.endMs };
  const longer = before.endMs - before.startMs >= after.endMs - after.startMs ? before : after;
  if (longer.endMs - longer.startMs < SHORTEST_REST_MS) return undefined;
  const within = (time: number): number =>
    Math.min(Math.max(candidate.otherTimeOf(time), segment.otherStartMs), segment.otherEndMs);
  const cut = { ...longer, otherStartMs: within(longer.startMs), otherEndMs: within(longer.endMs) };
  return { ...candidate, segment: { ...segment, ...cut } };
}

/** Share of a length that the spans cover, overlaps counted once. */
export function coveredShare(
  spans: readonly (readonly [start: number, end: number])[],
  lengthMs: number,
): number {
  let covered = 0;
  let reached = 0;
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return lengthMs === 0 ? 0 : Math.min(1, covered / lengthMs);
}
