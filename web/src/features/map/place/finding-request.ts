import type { Schemas } from '@/api/problem';
import type { DraftPlace } from './place-content';

export type FindingRequest = Schemas['FindingRequest'];
export type Calculation = Schemas['Calculation'];
type Evidence = Schemas['FindingEvidenceEntry'];
export type Stance = FindingRequest['stance'];

export interface Argument {
  readonly check: string;
  readonly claimId: string | null;
  readonly stance: Stance | null;
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  readonly calculation: Calculation | null;
  readonly foundValue: Record<string, unknown> | null;
}

export type Missing = 'stance' | 'summary' | 'claim' | 'evidence';

/** What a finding still lacks. A found value answers a claim, so it needs one. */
export function missingOf({
  stance,
  summary,
  claimId,
  foundValue,
  evidence,
  calculation,
}: Argument): Missing[] {
  return [
    ...(foundValue !== null && claimId === null ? ['claim' as const] : []),
    ...(stance === null ? ['stance' as const] : []),
    ...(summary.trim() === '' ? ['summary' as const] : []),
    ...(evidence.length === 0 && calculation === null ? ['evidence' as const] : []),
  ];
}

/** @throws Error when something is missing: ask `missingOf` first. */
export function requestOf(argument: Argument): FindingRequest {
  const { check, claimId, stance, summary, evidence, calculation, foundValue } = argument;
  if (stance === null || missingOf(argument).length > 0) throw new Error('the finding is not complete');
  return {
    check,
    stance,
    summary: summary.trim(),
    ...(claimId === null ? {} : { claimId }),
    ...(foundValue === null ? {} : { foundValue }),
    ...(calculation === null ? {} : { calculation }),
    ...(evidence.length === 0
      ? {}
      : {
          evidence: [
            ...evidence,
            // Named as well: with other evidence beside it the desk adds it only when asked.
            ...(calculation === null ? [] : [{ kind: 'calculation' as const, ref: 'detail.calculation' }]),
          ],
        }),
  };
}

/** The draft as the value of a finding about a place. */
export function foundValueOf({ point, uncertaintyM, viewDirectionDeg, fieldOfViewDeg }: DraftPlace) {
  if (point === null) return null;
  return {
    lat: point.lat,
    lon: point.lon,
    ...(uncertaintyM === null ? {} : { uncertaintyM }),
    ...(viewDirectionDeg === null ? {} : { viewDirectionDeg }),
    ...(fieldOfViewDeg === null ? {} : { fieldOfViewDeg }),
  };
}
