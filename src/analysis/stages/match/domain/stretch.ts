import { hashDistance } from './hash-distance.js';
import { otherTime, type Line } from './line.js';
import type { Channel, Overlay } from './overlay.js';
import { spread } from './series.js';

/** Moments of this clip, first and last, between which the pictures along a line agree. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  /** Moments within it that say anything. */
  readonly told: readonly Told[];
}

export interface Told {
  readonly moment: number;
  readonly bits: number;
}

/** Unrelated pictures are 128 bits apart, hardly ever under 90; copies under large logos 50 to 70. Between lies no evidence. */
export const EVEN_BITS = 76;
const BITS_PER_UNIT = 20;
const MOST_FOR = 1.5;
const MOST_AGAINST = -1;
/** About a second and a half of foreign pictures: a stretch does not go on behind them. */
const GAP_UNITS = 15;

function evidence(bits: number): number {
  return Math.min(MOST_FOR, Math.max(MOST_AGAINST, (EVEN_BITS - bits) / BITS_PER_UNIT));
}

/**
 * The best stretch along a line within two moments: the one whose moments speak for it most in sum. It ends with the
 * last moment that agrees, and never bridges a long gap.
 */
export function bestStretch(
  overlay: Overlay,
  line: Line,
  channel: Channel,
  from: number,
  to: number,
): Stretch | undefined {
  const told: Told[] = [];
  for (let moment = from; moment <= to; moment += 1) {
    const bits = overlay.distanceAt(moment, line, channel);
    if (!Number.isNaN(bits)) told.push({ moment, bits });
  }
  let sum = 0;
  let peak = 0;
  let start = 0;
  let best = { sum: 0, start: -1, end: -1 };
  for (const [at, { bits }] of told.entries()) {
    sum += evidence(bits);
    if (sum <= 0 || peak - sum > GAP_UNITS) {
      sum = 0;
      peak = 0;
      start = at + 1;
    } else if (sum > peak) {
      peak = sum;
      if (sum > best.sum) best = { sum, start, end: at };
    }
  }
  if (best.start < 0) return undefined;
  const within = told.slice(...softEnds(told, best.start, best.end));
  return { first: within[0]!.moment, last: within.at(-1)!.moment, told: within };
}

/** Hardly a picture is so near to one that has nothing to do with it: at its ends a stretch goes on that far. */
const SOFT_BITS = 88;

function softEnds(told: readonly Told[], start: number, end: number): [from: number, to: number] {
  let from = start;
  let to = end + 1;
  while (from > 0 && told[from - 1]!.bits <= SOFT_BITS) from -= 1;
  while (to < told.length && told[to]!.bits <= SOFT_BITS) to += 1;
  return [from, to];
}

/** Where else the other clip is looked at, milliseconds off the line. */
const SHIFTS_MS = [800, 1_200, 1_700, 2_500, 3_500, 5_000, 8_000, 12_000].flatMap((ms) => [-ms, ms]);
const MOST_PROBED = 60;

/**
 * How much nearer the pictures are on the line than beside it, in bits, on average. Pictures that stand still are as near
 * at any other time: they say that a scene is the same, not that the footage is. NaN when there is nothing beside the line.
 *
 * @param rank 0..1: which of the distances beside the line is compared with, 0 the nearest, 0.5 the middle one
 */
export function contrastBits(
  overlay: Overlay,
  line: Line,
  channel: Channel,
  stretch: Stretch,
  rank = 0.5,
): number {
  let sum = 0;
  let count = 0;
  for (const { moment, bits } of spread(stretch.told, MOST_PROBED)) {
    const beside = SHIFTS_MS.map((shift) =>
      overlay.distanceAt(moment, { ...line, offsetMs: line.offsetMs + shift }, channel),
    ).filter((distance) => !Number.isNaN(distance));
    if (beside.length === 0) continue;
    // Not the mean: a title or another scene beside the stretch would make any still picture look alive.
    sum += beside.toSorted((a, b) => a - b)[Math.floor((beside.length - 1) * rank)]! - bits;
    count += 1;
  }
  return count === 0 ? Number.NaN : sum / count;
}

/** Pictures nearer than this to one seen before are the same picture again. */
const SAME_PICTURE_BITS = 16;
const MOST_COMPARED = 200;
const ENOUGH_PICTURES = 24;

/** How many pictures of the stretch differ from each other, up to 24. */
export function distinctPictures(overlay: Overlay, stretch: Stretch): number {
  const agreeing = stretch.told.filter(({ bits }) => bits < EVEN_BITS);
  const kept: { words: Uint32Array; sample: number }[] = [];
  for (const { moment } of spread(agreeing, MOST_COMPARED)) {
    const picture = overlay.pictureAt(moment);
    if (picture === undefined) continue;
    const isKnown = kept.some(
      (known) => hashDistance(known.words, known.sample, picture.words, picture.sample) <= SAME_PICTURE_BITS,
    );
    if (!isKnown) kept.push(picture);
    if (kept.length === ENOUGH_PICTURES) break;
  }
  return kept.length;
}

export function evidenceOf({ told }: Stretch): number {
  return told.reduce((sum, { bits }) => sum + evidence(bits), 0);
}

export function meanBits({ told }: Stretch): number {
  return told.reduce((sum, { bits }) => sum + bits, 0) / told.length;
}

/** Milliseconds of both clips, the last moment's picture included, none of them before the start or after the end. */
export function spanOf(
  overlay: Overlay,
  line: Line,
  stretch: Stretch,
): { startMs: number; endMs: number; otherStartMs: number; otherEndMs: number } {
  const { lengthMs, otherLengthMs, spacingMs } = overlay;
  const startMs = overlay.moments[stretch.first]!;
  const endMs = Math.min(overlay.moments[stretch.last]! + spacingMs, lengthMs);
  const clamp = (time: number): number => Math.min(Math.max(time, 0), otherLengthMs);
  return {
    ...{ startMs, endMs },
    ...{ otherStartMs: clamp(otherTime(line, startMs)), otherEndMs: clamp(otherTime(line, endMs)) },
  };
}
