import { bitCount } from './hash-distance.js';

/** A stretch of sound that both clips have. Milliseconds. */
export interface SoundSegment {
  readonly startMs: number;
  readonly endMs: number;
  readonly otherStartMs: number;
  readonly otherEndMs: number;
  /** 0..1: share of the bits that agree. */
  readonly score: number;
}

/** Bits of 32 that may differ: unrelated sound differs in some 15, a re-encoded copy in 1 to 8. */
const EVEN_BITS = 10;
/** Some three seconds of foreign sound end a stretch. */
const GAP_BITS = 24 * 6;
const SHORTEST_MS = 3_000;
/** Silence and steady tones repeat few words; they say nothing about when, nor about whose. */
const LEAST_DISTINCT = 16;
/** Of a word's 32 bits those that must agree to vote. */
const KEY_SHIFT = 12;
/** A word that stands everywhere votes for nothing. */
const MOST_PLACES = 24;
const MOST_OFFSETS = 6;
const MOST_SEGMENTS = 8;

/**
 * Stretches of common sound of two chromaprint fingerprints of one step, played at the same speed. Null when there are
 * none. Offsets are voted for by words that agree in their upper 20 bits, then judged by all bits along the offset.
 */
export function alignSound(words: Uint32Array, other: Uint32Array, stepMs: number): SoundSegment[] | null {
  const found: SoundSegment[] = [];
  const voted = new Set(votedOffsets(words, other).flatMap((offset) => [offset - 1, offset, offset + 1]));
  const candidates = [...voted].flatMap((offset) => stretches(words, other, offset));
  for (const stretch of candidates.toSorted((a, b) => b.sum - a.sum || a.offset - b.offset)) {
    const segment = segmentOf(stretch, stepMs);
    const isLong = segment.endMs - segment.startMs >= SHORTEST_MS;
    if (isLong && isVaried(words, other, stretch) && !found.some((known) => overlaps(known, segment))) {
      found.push(segment);
    }
  }
  if (found.length === 0) return null;
  return found.slice(0, MOST_SEGMENTS).toSorted((a, b) => a.startMs - b.startMs);
}

function segmentOf({ offset, start, end, bits }: Stretch, stepMs: number): SoundSegment {
  return {
    ...{ startMs: Math.round(start * stepMs), endMs: Math.round(end * stepMs) },
    otherStartMs: Math.round((start + offset) * stepMs),
    otherEndMs: Math.round((end + offset) * stepMs),
    score: 1 - bits / (32 * (end - start)),
  };
}

function votedOffsets(words: Uint32Array, other: Uint32Array): number[] {
  const places = new Map<number, number[]>();
  for (let j = 0; j < other.length; j += 1) {
    const key = other[j]! >>> KEY_SHIFT;
    const known = places.get(key);
    if (known === undefined) places.set(key, [j]);
    else if (known.length <= MOST_PLACES) known.push(j);
  }
  const votes = new Map<number, number>();
  for (let i = 0; i < words.length; i += 1) {
    const near = places.get(words[i]! >>> KEY_SHIFT);
    if (near === undefined || near.length > MOST_PLACES) continue;
    for (const j of near) votes.set(j - i, (votes.get(j - i) ?? 0) + 1 / near.length);
  }
  return [...votes]
    .toSorted(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MOST_OFFSETS)
    .map(([offset]) => offset);
}

interface Stretch {
  readonly offset: number;
  /** Evidence: neighbouring offsets agree, too, for sound changes little from word to word, but less. */
  readonly sum: number;
  /** In words; `end` is the first word after it. */
  readonly start: number;
  readonly end: number;
  readonly bits: number;
}

function stretches(words: Uint32Array, other: Uint32Array, offset: number): Stretch[] {
  const found: Stretch[] = [];
  const last = Math.min(words.length, other.length - offset);
  let open = { start: -1, end: -1, sum: 0, peak: 0, bits: 0, bitsAtEnd: 0 };
  const close = (): void => {
    if (open.start >= 0)
      found.push({ offset, sum: open.peak, start: open.start, end: open.end, bits: open.bitsAtEnd });
    open = { start: -1, end: -1, sum: 0, peak: 0, bits: 0, bitsAtEnd: 0 };
  };
  for (let i = Math.max(0, -offset); i < last; i += 1) {
    const bits = bitCount(words[i]! ^ other[i + offset]!);
    if (open.start < 0) {
      if (bits >= EVEN_BITS) continue;
      open.start = i;
    }
    open.sum += EVEN_BITS - bits;
    open.bits += bits;
    if (open.sum > open.peak) Object.assign(open, { peak: open.sum, end: i + 1, bitsAtEnd: open.bits });
    if (open.sum <= 0 || open.peak - open.sum > GAP_BITS) close();
  }
  close();
  return found;
}

function isVaried(words: Uint32Array, other: Uint32Array, { offset, start, end }: Stretch): boolean {
  const own = new Set(words.subarray(start, end));
  const theirs = new Set(other.subarray(start + offset, end + offset));
  return Math.min(own.size, theirs.size) >= LEAST_DISTINCT;
}

function overlaps(a: SoundSegment, b: SoundSegment): boolean {
  return a.startMs < b.endMs && b.startMs < a.endMs;
}
