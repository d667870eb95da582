import type { Schemas } from '@/api/problem';

type Assessment = Schemas['Assessment'];

export interface Differences {
  readonly verdict: boolean;
  readonly credibility: boolean;
  /** Evidence, as `kind ref`, that not everybody names. */
  readonly evidence: ReadonlySet<string>;
}

export const entryName = ({ kind, ref, note }: Schemas['FindingEvidenceEntry']): string =>
  `${kind} ${ref ?? note ?? ''}`;

/** Where the people who assessed a claim part ways. One alone differs from nobody. */
export function differencesOf(assessments: readonly Assessment[]): Differences {
  const named = assessments.map(({ evidence }) => new Set(evidence.map(entryName)));
  const everything = new Set(named.flatMap((names) => [...names]));
  return {
    verdict: new Set(assessments.map(({ verdict }) => verdict)).size > 1,
    credibility: new Set(assessments.map(({ credibility }) => credibility)).size > 1,
    evidence: new Set([...everything].filter((name) => !named.every((names) => names.has(name)))),
  };
}
