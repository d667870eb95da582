import type { IndexHit } from '../../../match-index/match-index.js';
import type { FrameQueries, QueryFrame } from './choose-queries.js';
import { USUAL_SPEEDS } from './line.js';

/** What one look at the index brought. */
export interface LookResult {
  readonly queries: FrameQueries;
  readonly hits: readonly IndexHit[];
}

export interface Candidate {
  readonly fingerprintId: number;
  /** Pictures that agree on when they stand in the other clip; those within the exact radius count 1, others less. */
  readonly votes: number;
}

const MOST_CANDIDATES = 200;
/** Coarse: indexed samples are thinned, so that a still scene's lies where the scene began. */
const BIN_MS = 1_000;
const EXACT_BITS = 31;
const WIDE_BITS = 46;

/** One exact picture may be the only one that two clips have left; several wide ones must agree over time. */
const LEAST_VOTES = 0.75;

function weight(distance: number): number {
  if (distance <= EXACT_BITS) return 1;
  return distance <= WIDE_BITS ? 0.4 : 0.25;
}

/**
 * The fingerprints that are worth laying on the clip, most votes first, at most 200; among equals the earlier
 * fingerprint, so that of 10 000 copies always the same ones are looked at.
 */
export function chooseCandidates(results: readonly LookResult[], most = MOST_CANDIDATES): Candidate[] {
  const byFingerprint = new Map<number, Vote[]>();
  for (const { queries, hits } of results) {
    for (const hit of hits) {
      const frame = queries.frames[hit.query];
      if (frame === undefined) continue;
      const votes = byFingerprint.get(hit.fingerprintId) ?? [];
      votes.push({ frame, otherMs: hit.ptsMs, weight: weight(hit.distance) });
      byFingerprint.set(hit.fingerprintId, votes);
    }
  }
  return [...byFingerprint]
    .map(([fingerprintId, votes]) => ({ fingerprintId, votes: agreement(votes) }))
    .filter(({ votes }) => votes >= LEAST_VOTES)
    .toSorted((a, b) => b.votes - a.votes || a.fingerprintId - b.fingerprintId)
    .slice(0, most);
}

interface Vote {
  readonly frame: QueryFrame;
  readonly otherMs: number;
  readonly weight: number;
}

/** The most votes on one line; each moment of the clip votes once a bin, by its nearest picture. */
function agreement(votes: readonly Vote[]): number {
  let best = 0;
  for (const speed of USUAL_SPEEDS) {
    const bins = new Map<number, Map<number, number>>();
    for (const { frame, otherMs, weight: own } of votes) {
      const at = Math.floor((otherMs - speed * frame.ptsMs) / BIN_MS);
      for (const bin of [at, at - 1]) {
        // Even for plain and odd for mirrored, so that the two never share a bin.
        const key = 2 * bin + (frame.mirrored ? 1 : 0);
        const moments = bins.get(key) ?? new Map<number, number>();
        moments.set(frame.ptsMs, Math.max(moments.get(frame.ptsMs) ?? 0, own));
        bins.set(key, moments);
      }
    }
    for (const moments of bins.values()) {
      let sum = 0;
      for (const own of moments.values()) sum += own;
      best = Math.max(best, sum);
    }
  }
  return best;
}
