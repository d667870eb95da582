import { clock } from './commands/frames.js';
import { plainText } from './plain-text.js';

export interface Segment {
  readonly startMs: number;
  readonly endMs: number;
  readonly otherStartMs: number;
  readonly otherEndMs: number;
}

export interface SeenMatch {
  readonly id: string;
  readonly clipId: string;
  readonly kind: string;
  readonly mirrored: boolean;
  readonly speed: number;
  readonly score: number;
  readonly coverage: number;
  readonly otherCoverage: number;
  readonly segments: readonly Segment[];
  readonly state: string;
  readonly decision: { readonly rationale: string } | null;
}

export type Match = SeenMatch | { readonly id: string; readonly elsewhere: true };

/** One line for the match, one for each stretch, one for the last decision's reason. */
export function matchText(match: Match): string {
  if ('elsewhere' in match)
    return `${match.id}  elsewhere: the other clip lies in a case that you cannot see; ask the lead`;
  const how = [
    match.mirrored ? ['mirrored'] : [],
    match.speed === 1 ? [] : [`at ${match.speed} times the speed`],
    [`score ${match.score.toFixed(2)}`],
    [`${percent(match.coverage)} of this clip, ${percent(match.otherCoverage)} of the other`],
  ].flat();
  return [
    `${match.id}  ${match.state.padEnd(9)}  ${match.kind.padEnd(12)}  clip ${match.clipId}  ${how.join(', ')}`,
    ...match.segments.map(segmentText),
    ...(match.decision === null ? [] : [`    "${plainText(match.decision.rationale)}"`]),
  ].join('\n');
}

function segmentText({ startMs, endMs, otherStartMs, otherEndMs }: Segment): string {
  return `    ${clock(startMs)} to ${clock(endMs)} here = ${clock(otherStartMs)} to ${clock(otherEndMs)} there`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
