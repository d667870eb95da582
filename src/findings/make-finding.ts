import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../cases/index.js';
import { ClipChange, requireOpen, StatusBoard, type ClaimRow, type ClipRow } from '../clips/index.js';
import type { CustodyEntry, JsonObject, JsonValue } from '../custody/index.js';
import { Calculations } from '../geo/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import type { Tx } from '../platform/db/database.js';
import { InvalidInputError } from '../shared/errors.js';
import { newId } from '../shared/ids.js';
import { callsForAttention } from './domain/attention.js';
import { CALCULATION_REF, type FindingEvidenceEntry } from './evidence.contract.js';
import type { FindingRequest } from './finding.contract.js';
import { FindingRepository, madePrivately, type FindingRow } from './finding.repository.js';
import { readFoundValue } from './found-value.js';
import { requireEvidenceInCase } from './require-evidence.js';

const BY_CALCULATION: FindingEvidenceEntry = { kind: 'calculation', ref: CALCULATION_REF };

type ArguedFinding = Omit<FindingRequest, 'detail' | 'evidence'> & {
  readonly detail: JsonValue;
  readonly evidence: readonly FindingEvidenceEntry[];
};

/** A person's argument for or against a claim, or about the clip as a whole. */
@Injectable()
export class MakeFinding {
  readonly #findings = new FindingRepository();

  constructor(
    private readonly change: ClipChange,
    private readonly board: StatusBoard,
    private readonly calculations: Calculations,
  ) {}

  /** @throws InvalidInputError for a claim or evidence that is not there; ConflictError `clip_closed`. */
  async execute(principal: Principal, clipId: string, request: FindingRequest): Promise<FindingRow> {
    // Before the lock: nobody waits for a calculation.
    const argued = await this.#argued(request);
    const made = await this.change.run(clipId, async (tx, clip) => {
      requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
      requireOpen(clip);
      const claim = await this.#claimOf(tx, clip, request.claimId);
      const row = await this.#insert(tx, principal, { clip, claim, request: argued });
      const alarming =
        claim !== null && !claim.needs_attention && callsForAttention(claim.verdict, row.stance);
      if (alarming) await this.change.claims.raiseAttention(tx, claim.id);
      const custody = [madeEntry(clip, principal, row)];
      if (alarming) custody.push(alarmEntry(clip, principal, row.id, claim.id));
      return { result: row, custody, events: [], changed: alarming };
    });
    this.board.drop(clipId);
    return made;
  }

  async #argued(request: FindingRequest): Promise<ArguedFinding> {
    const { calculation, detail = null, evidence = [BY_CALCULATION] } = request;
    if (calculation === undefined) return { ...request, detail: detail as JsonValue, evidence };
    const made = (await this.calculations.run(calculation)) as unknown as JsonValue;
    const words = typeof detail === 'string' ? { text: detail } : (detail as JsonObject | null);
    return { ...request, detail: { ...words, calculation: made }, evidence };
  }

  async #insert(
    tx: Tx,
    principal: Principal,
    made: { clip: ClipRow; claim: ClaimRow | null; request: ArguedFinding },
  ): Promise<FindingRow> {
    const { clip, claim, request } = made;
    if (request.foundValue !== undefined && claim === null)
      throw atPath('foundValue', 'a found value answers a claim: give its claimId');
    const foundValue =
      claim === null || request.foundValue === undefined
        ? null
        : readFoundValue(claim.type, request.foundValue);
    await requireEvidenceInCase(tx, clip.case_id, request.evidence);
    return this.#findings.insert(tx, {
      id: newId(),
      clipId: clip.id,
      claimId: claim?.id ?? null,
      check: request.check,
      stance: request.stance,
      summary: request.summary,
      detail: request.detail,
      foundValue,
      evidence: request.evidence,
      madeBy: principal.userId,
    });
  }

  async #claimOf(tx: Tx, clip: ClipRow, claimId: string | undefined): Promise<ClaimRow | null> {
    if (claimId === undefined) return null;
    const claims = await this.change.claims.list(tx, clip.id);
    const claim = claims.find(({ id }) => id === claimId.toLowerCase());
    if (claim === undefined) throw atPath('claimId', 'there is no such claim of this clip');
    return claim;
  }
}

function atPath(path: string, message: string): InvalidInputError {
  return new InvalidInputError('invalid_request', 'Some fields are not acceptable.', [{ path, message }]);
}

function madeEntry(clip: ClipRow, principal: Principal, row: FindingRow): CustodyEntry {
  return {
    chain: clip.case_id,
    clipId: clip.id,
    action: 'finding.made',
    actor: actorOf(principal),
    body: {
      findingId: row.id,
      claimId: row.claim_id,
      check: row.check_code,
      stance: row.stance,
      evidence: row.evidence.length,
    },
    private: madePrivately(row),
  };
}

function alarmEntry(clip: ClipRow, principal: Principal, findingId: string, claimId: string): CustodyEntry {
  return {
    chain: clip.case_id,
    clipId: clip.id,
    action: 'claim.attention_raised',
    actor: actorOf(principal),
    body: { claimId, by: { kind: 'finding', id: findingId } },
  };
}
