import { canonicalJson } from '../../shared/canonical-json.js';
import { sha256Hex } from '../../shared/sha256.js';
import type { Stance } from './attention.js';

/** What a rule argues. */
export interface Argument {
  readonly rule: string | null;
  readonly ruleVersion: string | null;
  readonly claimId: string | null;
  readonly stance: Stance;
  readonly summary: string;
  readonly detail: unknown;
  readonly foundValue: unknown;
  readonly evidence: readonly { readonly kind: string; readonly ref?: string | undefined }[];
}

/** Two arguments with the same key say the same, word for word. Independent of the order in which a store keeps members. */
export function argumentKey(argument: Argument): string {
  const { rule, ruleVersion, claimId, stance, summary, detail, foundValue, evidence } = argument;
  return sha256Hex(
    canonicalJson({ rule, ruleVersion, claimId, stance, summary, detail, foundValue, evidence }),
  );
}

/**
 * True when a new argument brings what none of the earlier ones of the same rule, claim and stance had: other words for the
 * same evidence do not call people back to a conclusion.
 */
export function bringsNewEvidence(argument: Argument, earlier: readonly Argument[]): boolean {
  const alike = earlier.filter(
    ({ rule, claimId, stance }) =>
      rule === argument.rule && claimId === argument.claimId && stance === argument.stance,
  );
  const known = new Set(alike.flatMap(({ evidence }) => evidence.map(entryKey)));
  return alike.length === 0 || argument.evidence.some((entry) => !known.has(entryKey(entry)));
}

function entryKey({ kind, ref }: Argument['evidence'][number]): string {
  return `${kind} ${ref ?? ''}`;
}
