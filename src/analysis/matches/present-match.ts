import type { Match } from './match.contract.js';
import type { MatchSeen } from './match.repository.js';

export function presentMatch(match: MatchSeen): Match {
  const { alignment, decision } = match;
  return {
    id: match.id,
    ofClipId: match.ofClipId,
    clipId: match.otherClipId,
    kind: match.kind,
    mirrored: alignment.mirrored,
    speed: readable(alignment.speed),
    score: alignment.score,
    coverage: alignment.coverage,
    otherCoverage: alignment.otherCoverage,
    segments: alignment.segments.map((segment) => ({ ...segment, speed: readable(segment.speed) })),
    method: match.method,
    state: match.state,
    decision: decision === null ? null : { ...decision, at: decision.at.toISOString() },
    version: match.version,
    createdAt: match.createdAt.toISOString(),
  };
}

/** Turned round twice, 0.8 must read as 0.8. */
function readable(speed: number): number {
  return Math.round(speed * 100_000) / 100_000;
}
