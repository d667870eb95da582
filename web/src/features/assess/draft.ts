import type { Schemas } from '@/api/problem';
import { entryName } from './differences';

export const verdicts = ['confirmed', 'refuted', 'inconclusive', 'undeterminable'] as const;
export type Verdict = (typeof verdicts)[number];
export type Evidence = Schemas['EvidenceEntry'];

export interface CheckStep {
  readonly state: 'done' | 'not_applicable';
  /** What was found, or why it does not apply. */
  readonly note: string;
}

/** A judgement that is being written. */
export interface Draft {
  readonly verdict: Verdict | null;
  readonly credibility: number;
  readonly rationale: string;
  readonly evidence: readonly Evidence[];
  readonly checklist: Readonly<Record<string, CheckStep>>;
}

export const emptyDraft: Draft = {
  verdict: null,
  credibility: 6,
  rationale: '',
  evidence: [],
  checklist: {},
};

export const isEmpty = (draft: Draft): boolean =>
  draft.verdict === null &&
  draft.rationale === '' &&
  draft.evidence.length === 0 &&
  Object.keys(draft.checklist).length === 0;

export type Gap = 'verdict' | 'rationale' | 'evidence' | 'noteOfNone';

/** What the desk would refuse the judgement for, in the order of the form. */
export function gapsOf({ verdict, rationale, evidence }: Draft): Gap[] {
  const unsaid = evidence.some(({ kind, note }) => kind === 'none_found' && (note ?? '').trim() === '');
  return [
    ...(verdict === null ? (['verdict'] as const) : []),
    ...(evidence.length === 0 ? (['evidence'] as const) : []),
    ...(unsaid ? (['noteOfNone'] as const) : []),
    ...(rationale.trim() === '' ? (['rationale'] as const) : []),
  ];
}

/** A search or a calculation is evidence of a finding alone; a judgement names the finding. */
export function isJudgementEvidence(entry: Schemas['FindingEvidenceEntry']): entry is Evidence {
  return entry.kind !== 'search' && entry.kind !== 'calculation';
}

/** The same entry twice says nothing more. */
export function withEvidence(evidence: readonly Evidence[], entry: Evidence): readonly Evidence[] {
  const name = entryName(entry);
  return evidence.some((each) => entryName(each) === name) ? evidence : [...evidence, entry];
}

/** What was stored, as far as it still is a draft; null for anything else. */
export function readDraft(text: string | null): Draft | null {
  if (text === null) return null;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof given !== 'object' || given === null) return null;
  const { verdict, credibility, rationale, evidence, checklist } = given as Record<string, unknown>;
  return {
    verdict: verdicts.find((known) => known === verdict) ?? null,
    credibility: typeof credibility === 'number' ? credibility : emptyDraft.credibility,
    rationale: typeof rationale === 'string' ? rationale : '',
    evidence: Array.isArray(evidence) ? (evidence as Evidence[]) : [],
    checklist: typeof checklist === 'object' && checklist !== null ? (checklist as Draft['checklist']) : {},
  };
}
