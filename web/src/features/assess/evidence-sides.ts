import type { Schemas } from '@/api/problem';

type Finding = Schemas['Finding'];
type Annotation = Schemas['Annotation'];
type Stance = 'supports' | 'contradicts' | 'neutral';

export const sides: readonly Stance[] = ['supports', 'contradicts', 'neutral'];

export interface Side {
  readonly stance: Stance;
  readonly findings: readonly Finding[];
  readonly annotations: readonly Annotation[];
}

/** What has been argued of a claim (null: of the clip as a whole), by side. Withdrawn arguments are apart. */
export function sidesOf(
  claimId: string | null,
  findings: readonly Finding[],
  annotations: readonly Annotation[],
): { readonly sides: readonly Side[]; readonly withdrawn: readonly Finding[] } {
  const argued = findings.filter((finding) => finding.claimId === claimId);
  const marked =
    claimId === null
      ? []
      : annotations.filter((mark) => mark.claimId === claimId && mark.withdrawnAt === null);
  return {
    sides: sides
      .map((stance) => ({
        stance,
        findings: argued.filter((finding) => finding.stance === stance && finding.withdrawn === null),
        annotations: marked.filter((mark) => (mark.stance ?? 'neutral') === stance),
      }))
      .filter((side) => side.findings.length + side.annotations.length > 0),
    withdrawn: argued.filter(({ withdrawn }) => withdrawn !== null),
  };
}

/** What has been argued against a conclusion since it was reached: why a concluded claim wants to be looked at again. */
export function newsAgainst(
  verdict: Schemas['Claim']['verdict'],
  concludedAt: string | undefined,
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.filter(
    ({ stance, withdrawn, createdAt }) =>
      withdrawn === null &&
      stance !== 'neutral' &&
      !(verdict === 'confirmed' && stance === 'supports') &&
      !(verdict === 'refuted' && stance === 'contradicts') &&
      (concludedAt === undefined || createdAt > concludedAt),
  );
}
