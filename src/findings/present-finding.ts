import type { Finding } from './finding.contract.js';
import type { FindingRow } from './finding.repository.js';

export function presentFinding(row: FindingRow): Finding {
  return {
    id: row.id,
    clipId: row.clip_id,
    claimId: row.claim_id,
    check: row.check_code,
    stance: row.stance,
    summary: row.summary,
    detail: row.detail as Finding['detail'],
    foundValue: row.found_value as Finding['foundValue'],
    evidence: [...row.evidence],
    rule: row.rule,
    ruleVersion: row.rule_version,
    madeBy: row.made_by,
    withdrawn:
      row.withdrawn_at === null
        ? null
        : {
            by: row.withdrawn_by,
            reason: row.withdrawal_reason ?? '',
            at: row.withdrawn_at.toISOString(),
          },
    createdAt: row.created_at.toISOString(),
  };
}
