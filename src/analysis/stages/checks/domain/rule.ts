import type { JsonObject } from '../../../../custody/index.js';
import type { CheckFacts } from './facts.js';

/** Evidence as findings name it: a frame, a match, a metadata path, a URL. */
export interface RuleEvidence {
  readonly kind: 'frame' | 'match' | 'metadata' | 'url' | 'none_found';
  readonly ref?: string;
  readonly note?: string;
}

/** An argument. Summaries are plain sentences that name their own limits. */
export interface RuleArgument {
  readonly outcome: 'supports' | 'contradicts' | 'neutral';
  /** Null for what concerns the clip as a whole. */
  readonly claimId: string | null;
  readonly summary: string;
  /** The values that were compared, with units in their names. */
  readonly compared: JsonObject;
  readonly evidence: readonly RuleEvidence[];
  /** In the terms of the claim, when something else was found. */
  readonly foundValue?: JsonObject;
}

/** The rule had nothing to compare; `summary` says what was missing. */
export interface RuleNotApplicable {
  readonly outcome: 'not_applicable';
  readonly claimId: string | null;
  readonly summary: string;
  readonly compared?: JsonObject;
}

export type RuleAnswer = RuleArgument | RuleNotApplicable;

/** A small pure judgement on the facts. It argues; it never gives a verdict. */
export interface Rule {
  /** For example `post-time`; folder name under `rules/`. */
  readonly id: string;
  /** Raised with every change of what it answers. */
  readonly version: string;
  /** At least one answer: a rule that has nothing to say says why. */
  readonly check: (facts: CheckFacts) => readonly RuleAnswer[];
}
