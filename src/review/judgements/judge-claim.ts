import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../../cases/index.js';
import {
  ClaimRepository,
  ClipChange,
  ClipRepository,
  isConcluded,
  listSubmitterIds,
  StatusBoard,
  type ClaimVerdict,
  type ClipRow,
} from '../../clips/index.js';
import type { CustodyEntry } from '../../custody/index.js';
import { originsOf, requireEvidenceInCase } from '../../findings/index.js';
import { actorOf, type Principal } from '../../identity/index.js';
import type { Config } from '../../platform/config/config.js';
import type { Tx } from '../../platform/db/database.js';
import { InjectConfig } from '../../platform/platform.tokens.js';
import { ConflictError, ForbiddenError, InvalidInputError, type DomainError } from '../../shared/errors.js';
import { newId } from '../../shared/ids.js';
import { decideJudgement, type JudgementRefusal } from './domain/decide-judgement.js';
import { credibilityOf, currentAssessments } from './domain/verdict.js';
import type { JudgementRequest } from './judgement.contract.js';
import { JudgementRepository, type JudgementRow } from './judgement.repository.js';
import { judgementWords } from './words.js';

/** Independent origins that "confirmed by other sources" rests on. */
const ORIGINS_OF_CONFIRMED = 2;

/** Takes an assessment or a ruling: judgement, verdict, status and custody commit together, under a lock on the clip. */
@Injectable()
export class JudgeClaim {
  readonly #judgements = new JudgementRepository();
  readonly #claims = new ClaimRepository();
  readonly #clips = new ClipRepository();

  constructor(
    private readonly change: ClipChange,
    private readonly board: StatusBoard,
    @InjectConfig() private readonly config: Config,
  ) {}

  /**
   * @throws ForbiddenError `own_submission`, `assessed_by_you`, `ruled_by_you`; ConflictError `clip_closed`, `not_contested`;
   * InvalidInputError when evidence is not of this case, or credibility 1 rests on one origin.
   */
  async execute(
    principal: Principal,
    kind: JudgementRow['kind'],
    claimId: string,
    request: JudgementRequest,
  ): Promise<JudgementRow> {
    const { clip_id: clipId } = await this.#claims.get(this.change.db, claimId);
    const { case_id: caseId } = await this.#clips.get(this.change.db, clipId);
    requireCaseRole(principal, caseId, kind === 'ruling' ? 'lead' : 'reviewer', 'claim');
    const row = await this.change.run(clipId, async (tx, clip) => {
      const claim = await this.#claims.get(tx, claimId);
      const before = await this.#judgements.listOfClaim(tx, claimId);
      const verdict = await this.#decide(tx, principal, clip, kind, request, before);
      await requireEvidenceInCase(tx, caseId, request.evidence);
      await requireOrigins(tx, clip, request);
      const made = await this.#judgements.insert(tx, {
        id: newId(),
        kind,
        claimId,
        clipId,
        madeBy: principal.userId,
        ...request,
        supersedes: kind === 'assessment' ? supersededBy(before, principal) : null,
      });
      const credibility = isConcluded(verdict) ? credibilityOf([...before, made]) : null;
      await this.#claims.setVerdict(tx, claimId, verdict, credibility);
      return {
        result: made,
        custody: custodyOf(principal, clip, made, { from: claim.verdict, to: verdict }),
        events: [],
        changed: verdict !== claim.verdict || claim.needs_attention,
      };
    });
    this.board.drop(clipId);
    return row;
  }

  async #decide(
    tx: Tx,
    principal: Principal,
    clip: ClipRow,
    kind: JudgementRow['kind'],
    { verdict }: JudgementRequest,
    judgements: readonly JudgementRow[],
  ): Promise<ClaimVerdict> {
    const decision = decideJudgement(
      {
        judgements,
        submitterIds: await listSubmitterIds(tx, clip.id),
        closed: clip.work_hold === 'closed',
        reviewsRequired: this.config.reviewsRequired,
      },
      { kind, madeBy: principal.userId, verdict, ordinal: Number.MAX_SAFE_INTEGER },
    );
    if (!decision.allowed) throw refused(decision.refusal);
    return decision.verdict;
  }
}

function supersededBy(before: readonly JudgementRow[], principal: Principal): string | null {
  return currentAssessments(before).find(({ madeBy }) => madeBy === principal.userId)?.id ?? null;
}

async function requireOrigins(tx: Tx, clip: ClipRow, request: JudgementRequest): Promise<void> {
  if (request.credibility !== 1) return;
  const origins = await originsOf(tx, clip, request.evidence);
  if (origins.size >= ORIGINS_OF_CONFIRMED) return;
  throw new InvalidInputError(
    'one_origin',
    'Credibility 1 means confirmed by other sources: give evidence of two independent origins. Copies of one upload are one.',
    [{ path: 'credibility', message: `rests on ${origins.size} independent origin(s)` }],
  );
}

function custodyOf(
  principal: Principal,
  clip: ClipRow,
  made: JudgementRow,
  verdict: { from: ClaimVerdict; to: ClaimVerdict },
): CustodyEntry[] {
  const about = { chain: clip.case_id, clipId: clip.id, actor: actorOf(principal) };
  const { id, claimId, supersedes } = made;
  const said = {
    verdict: made.verdict,
    credibility: made.credibility,
    rationale: made.rationale,
    evidence: made.evidence.map((entry) => ({ ...entry })),
    checklist: made.checklist.map((step) => ({ ...step })),
    rows: Object.fromEntries([judgementWords(made)]),
  };
  const judgement: CustodyEntry =
    made.kind === 'assessment'
      ? {
          ...about,
          action: 'assessment.made',
          body: { assessmentId: id, claimId, supersedes },
          private: said,
        }
      : { ...about, action: 'ruling.made', body: { rulingId: id, claimId }, private: said };
  if (verdict.from === verdict.to) return [judgement];
  return [judgement, { ...about, actor: 'system', action: 'verdict.changed', body: { claimId, ...verdict } }];
}

const REFUSALS: Readonly<Record<JudgementRefusal, () => DomainError>> = {
  clip_closed: () => new ConflictError('clip_closed', 'The clip is closed; reopen it with a reason first.'),
  own_submission: () =>
    new ForbiddenError('own_submission', 'Whoever handed a clip in may not judge what is claimed of it.'),
  not_contested: () =>
    new ConflictError('not_contested', 'Only a claim on which assessments differ can be ruled on.'),
  assessed_by_you: () =>
    new ForbiddenError('assessed_by_you', 'Whoever assessed a claim may not rule on it.'),
  ruled_by_you: () => new ForbiddenError('ruled_by_you', 'Whoever ruled on a claim may not assess it.'),
};

function refused(refusal: JudgementRefusal): DomainError {
  return REFUSALS[refusal]();
}
