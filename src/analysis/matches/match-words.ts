import { wordDigest } from '../../custody/index.js';

/** What is held against the log of a decision on a match. What a search found may be found anew and is left out. */
export function matchWords(row: {
  readonly id: string;
  readonly clip_id: string;
  readonly other_clip_id: string;
  readonly kind: string;
  readonly state: string;
  readonly rationale: string | null;
  readonly decided_by: string | null;
}): readonly [string, string] {
  const { id, clip_id: clipId, other_clip_id: otherClipId, kind, state, rationale } = row;
  return [
    `clip_match/${id}`,
    wordDigest({ clipId, otherClipId, kind, state, rationale, decidedBy: row.decided_by }),
  ];
}
