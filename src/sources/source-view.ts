import type { AccountRow } from './account.repository.js';
import type { Account, Grade, SourceSummary } from './source.contract.js';
import type { GradeRow, SourceRow } from './source.repository.js';

export function presentSource(row: SourceRow): SourceSummary {
  return {
    id: row.id,
    caseId: row.case_id,
    kind: row.kind as SourceSummary['kind'],
    name: row.name,
    notes: row.notes,
    reliability: row.reliability as SourceSummary['reliability'],
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export function presentAccount(row: AccountRow): Account {
  return {
    id: row.id,
    caseId: row.case_id,
    platform: row.platform,
    handle: row.handle,
    sourceId: row.source_id,
    firstSeenAt: row.first_seen?.toISOString() ?? null,
    lastSeenAt: row.last_seen?.toISOString() ?? null,
    clips: row.clips,
    clipIds: row.clip_ids,
  };
}

export function presentGrade(row: GradeRow): Grade {
  return {
    id: row.id,
    grade: row.grade as Grade['grade'],
    reason: row.reason,
    madeBy: row.made_by,
    createdAt: row.created_at.toISOString(),
  };
}
