import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../../cases/index.js';
import { ClaimRepository, ClipRepository, listBlindClaims, type ClipRow } from '../../clips/index.js';
import type { Principal } from '../../identity/index.js';
import type { Database } from '../../platform/db/database.js';
import { InjectDatabase } from '../../platform/platform.tokens.js';
import { currentAssessments } from './domain/verdict.js';
import type { Assessment, AssessmentList, Ruling, RulingList } from './judgement.contract.js';
import { JudgementRepository, type JudgementRow } from './judgement.repository.js';

interface Seen {
  readonly shown: readonly JudgementRow[];
  readonly all: readonly JudgementRow[];
  readonly withheld: boolean;
}

/** Assessments and rulings as this reader may see them now. */
@Injectable()
export class ReadJudgements {
  readonly #judgements = new JudgementRepository();
  readonly #claims = new ClaimRepository();
  readonly #clips = new ClipRepository();

  constructor(@InjectDatabase() private readonly db: Database) {}

  async assessmentsOfClaim(reader: Principal, claimId: string): Promise<AssessmentList> {
    return listed(await this.#ofClaim(reader, claimId));
  }

  async rulingsOfClaim(reader: Principal, claimId: string): Promise<RulingList> {
    const { shown, withheld } = await this.#ofClaim(reader, claimId);
    const rulings = shown.filter(({ kind }) => kind === 'ruling');
    return { items: rulings.map(presentRuling), nextCursor: null, withheld };
  }

  async assessmentsOfClip(reader: Principal, clipId: string): Promise<AssessmentList> {
    const clip = await this.#clips.get(this.db, clipId);
    requireCaseRole(reader, clip.case_id, 'reviewer', 'clip');
    return listed(await this.#see(reader, clip, await this.#judgements.listOfClip(this.db, clipId)));
  }

  async #ofClaim(reader: Principal, claimId: string): Promise<Seen> {
    const claim = await this.#claims.get(this.db, claimId);
    const clip = await this.#clips.get(this.db, claim.clip_id);
    requireCaseRole(reader, clip.case_id, 'reviewer', 'claim');
    return this.#see(reader, clip, await this.#judgements.listOfClaim(this.db, claimId));
  }

  async #see(reader: Principal, clip: ClipRow, all: readonly JudgementRow[]): Promise<Seen> {
    const blind = await listBlindClaims(this.db, reader, clip);
    const shown = all.filter(({ claimId, madeBy }) => madeBy === reader.userId || !blind.has(claimId));
    return { shown, all, withheld: shown.length < all.length };
  }
}

function listed({ shown, all, withheld }: Seen): AssessmentList {
  const claims = Map.groupBy(all, ({ claimId }) => claimId);
  const current = new Set(
    [...claims.values()].flatMap((each) => currentAssessments(each).map(({ id }) => id)),
  );
  const assessments = shown.filter(({ kind }) => kind === 'assessment');
  return {
    items: assessments.map((row) => presentAssessment(row, current.has(row.id))),
    nextCursor: null,
    withheld,
  };
}

export function presentAssessment(row: JudgementRow, current: boolean): Assessment {
  return { ...presentRuling(row), supersedes: row.supersedes, current };
}

export function presentRuling(row: JudgementRow): Ruling {
  return {
    id: row.id,
    claimId: row.claimId,
    clipId: row.clipId,
    madeBy: row.madeBy,
    verdict: row.verdict,
    credibility: row.credibility,
    rationale: row.rationale,
    evidence: [...row.evidence],
    checklist: [...row.checklist],
    createdAt: row.createdAt.toISOString(),
  };
}
