import { wordDigest, type JsonObject } from '../../custody/index.js';

/** What verification holds against the log, so that a changed verdict or rationale is found. */
export function judgementWords(judgement: {
  readonly id: string;
  readonly kind: string;
  readonly claimId: string;
  readonly madeBy: string;
  readonly verdict: string;
  readonly credibility: number;
  readonly rationale: string;
  readonly evidence: readonly object[];
  readonly checklist: readonly object[];
}): readonly [string, string] {
  const { id, kind, claimId, madeBy, verdict, credibility, rationale, evidence, checklist } = judgement;
  const said = {
    kind,
    claimId,
    madeBy,
    verdict,
    credibility,
    rationale,
    evidence: evidence as JsonObject[],
    // Judgements of before there were checklists keep the digest that the log holds.
    ...(checklist.length === 0 ? {} : { checklist: checklist as JsonObject[] }),
  };
  return [`judgement/${id}`, wordDigest(said)];
}
