import type { Alignment } from './alignment.js';

/** So many clips are told of as matches by pictures or sound, however many have them. */
export const MOST_KEPT = 100;

export interface MatchedClip {
  readonly clipId: string;
  /** When the clip is first known to have existed. */
  readonly knownAtMs: number;
  readonly alignment: Alignment;
}

/**
 * Which of the clips that match are told of: the half that is known earliest, because that is what a verifier asks first, and
 * then those that agree best. Answers them in the order given.
 */
export function keptMatches<M extends MatchedClip>(all: readonly M[], most = MOST_KEPT): M[] {
  if (all.length <= most) return [...all];
  const earliest = all
    .toSorted((a, b) => a.knownAtMs - b.knownAtMs || byId(a, b))
    .slice(0, Math.ceil(most / 2));
  const kept = new Set(earliest);
  for (const match of all.toSorted((a, b) => weightOf(b) - weightOf(a) || byId(a, b))) {
    if (kept.size >= most) break;
    kept.add(match);
  }
  return all.filter((match) => kept.has(match));
}

/** A long agreement counts more than a perfect moment. */
function weightOf({ alignment: { score, coverage, otherCoverage } }: MatchedClip): number {
  return score * Math.max(coverage, otherCoverage);
}

function byId(a: MatchedClip, b: MatchedClip): number {
  return a.clipId < b.clipId ? -1 : 1;
}
