import { ClaimRepository, type ClaimRow } from '../clips/index.js';
import type { CustodyEntry, JsonObject } from '../custody/index.js';
import type { Tx } from '../platform/db/database.js';
import { newId } from '../shared/ids.js';
import { callsForAttention, type Stance } from './domain/attention.js';
import { argumentKey, bringsNewEvidence, type Argument } from './domain/same-argument.js';
import type { FindingEvidenceEntry } from './evidence.contract.js';
import { FindingRepository, findingWords, madePrivately, type FindingRow } from './finding.repository.js';

export interface RuleFinding {
  readonly rule: string;
  readonly ruleVersion: string;
  readonly claimId: string | null;
  readonly stance: Stance;
  readonly summary: string;
  readonly detail: JsonObject;
  readonly foundValue: JsonObject | null;
  readonly evidence: readonly FindingEvidenceEntry[];
}

export interface RuleFindingsWritten {
  /** Of each argument, in the order given. */
  readonly findingIds: readonly string[];
  readonly custody: readonly CustodyEntry[];
}

/**
 * Makes the findings that rules hold of a clip equal to what they argue now. An argument that stands keeps its finding; one
 * that a person has withdrawn stays withdrawn; what no rule says any more is withdrawn and stays readable, because judgements
 * may rest on it. New evidence against a conclusion asks people to look again. Also on closed clips: rules never rest.
 */
export class RuleFindings {
  readonly #findings = new FindingRepository();
  readonly #claims = new ClaimRepository();

  /** @param tx holds the clip's lock; the custody entries are to be appended at its end */
  async replace(
    tx: Tx,
    clip: { readonly id: string; readonly caseId: string; readonly actor: string },
    findings: readonly RuleFinding[],
  ): Promise<RuleFindingsWritten> {
    const known = await this.#findings.listByRules(tx, clip.id);
    const live = known.filter(({ withdrawn_at: at }) => at === null);
    const byKey = new Map(known.map((row) => [argumentKey(argumentOf(row)), row]));
    const claims = new Map((await this.#claims.list(tx, clip.id)).map((claim) => [claim.id, claim]));
    const custody: CustodyEntry[] = [];
    const findingIds: string[] = [];
    for (const finding of findings) {
      const stands = byKey.get(argumentKey(finding));
      const row = stands ?? (await this.#make(tx, clip, finding));
      byKey.set(argumentKey(finding), row);
      findingIds.push(row.id);
      if (stands !== undefined) continue;
      custody.push(madeEntry(clip, row));
      custody.push(...(await this.#alarm(tx, clip, { row, claims, earlier: live.map(argumentOf) })));
    }
    const kept = new Set(findingIds);
    for (const row of live.filter(({ id }) => !kept.has(id)))
      custody.push(...(await this.#supersede(tx, clip, row, successorOf(row, findings, findingIds))));
    return { findingIds, custody };
  }

  #make(tx: Tx, clip: { readonly id: string }, finding: RuleFinding): Promise<FindingRow> {
    return this.#findings.insert(tx, {
      ...finding,
      id: newId(),
      clipId: clip.id,
      check: finding.rule,
      rule: { id: finding.rule, version: finding.ruleVersion },
      madeBy: null,
    });
  }

  async #alarm(
    tx: Tx,
    clip: Place,
    made: { row: FindingRow; claims: Map<string, ClaimRow>; earlier: readonly Argument[] },
  ): Promise<CustodyEntry[]> {
    const { row, claims, earlier } = made;
    const claim = claims.get(row.claim_id ?? '');
    if (claim === undefined || claim.needs_attention || !callsForAttention(claim.verdict, row.stance))
      return [];
    if (!bringsNewEvidence(argumentOf(row), earlier)) return [];
    await this.#claims.raiseAttention(tx, claim.id);
    claims.set(claim.id, { ...claim, needs_attention: true });
    const by = { kind: 'finding', id: row.id };
    return [{ ...commonOf(clip), action: 'claim.attention_raised', body: { claimId: claim.id, by } }];
  }

  async #supersede(tx: Tx, clip: Place, row: FindingRow, by: string | null): Promise<CustodyEntry[]> {
    const reason =
      by === null
        ? 'The rule looked again and no longer says so.'
        : 'The rule looked again and says it otherwise.';
    const withdrawn = await this.#findings.withdraw(tx, row.id, null, reason);
    if (withdrawn === undefined) return [];
    const privately = {
      before: { withdrawn: false },
      after: { withdrawn: true, reason },
      rows: Object.fromEntries([findingWords(withdrawn)]),
    };
    return [
      {
        ...commonOf(clip),
        action: 'finding.superseded',
        body: { findingId: row.id, by },
        private: privately,
      },
    ];
  }
}

interface Place {
  readonly id: string;
  readonly caseId: string;
  readonly actor: string;
}

function commonOf(clip: Place) {
  return { chain: clip.caseId, clipId: clip.id, actor: clip.actor };
}

function argumentOf(row: FindingRow): Argument {
  return {
    rule: row.rule,
    ruleVersion: row.rule_version,
    claimId: row.claim_id,
    stance: row.stance,
    summary: row.summary,
    detail: row.detail,
    foundValue: row.found_value,
    evidence: row.evidence,
  };
}

/** The finding that now answers in its place: the same rule on the same claim. */
function successorOf(
  row: FindingRow,
  findings: readonly RuleFinding[],
  ids: readonly string[],
): string | null {
  const at = findings.findIndex(({ rule, claimId }) => rule === row.rule && claimId === row.claim_id);
  return ids[at] ?? null;
}

function madeEntry(clip: Place, row: FindingRow): CustodyEntry {
  return {
    ...commonOf(clip),
    action: 'finding.made',
    body: {
      findingId: row.id,
      claimId: row.claim_id,
      check: row.check_code,
      stance: row.stance,
      rule: row.rule,
      ruleVersion: row.rule_version,
      evidence: row.evidence.length,
    },
    private: madePrivately(row),
  };
}
