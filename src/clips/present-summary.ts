import type { ClipSummary } from './clip.contract.js';
import type { ClipRow } from './clip.repository.js';
import { priorityOf } from './domain/priority.js';
import { isStale } from './domain/stale.js';
import type { ClipStatus } from './status.contract.js';

/** A clip as lists show it. Whether its assignment is stale is as of `now`. */
export function presentSummary(row: ClipRow, now: Date = new Date()): ClipSummary {
  return {
    id: row.id,
    caseId: row.case_id,
    canonicalUrl: row.canonical_url,
    platform: row.platform,
    postId: row.post_id,
    accountHandle: row.account_handle,
    title: row.title,
    sensitivity: row.sensitivity as ClipSummary['sensitivity'],
    advanceWarning: row.advance_warning,
    tags: row.tags,
    priority: priorityOf(row.priority),
    assigneeId: row.assignee_id,
    assignedAt: row.assigned_at?.toISOString() ?? null,
    stale: isStale(
      { assignedAt: row.assigned_at, lastWorkedAt: row.last_worked_at, closed: row.work_hold === 'closed' },
      now,
    ),
    processing: row.processing,
    failure: failureOf(row),
    progress: Math.round(row.progress * 1000) / 1000,
    work: row.work,
    verification: row.verification,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** Who of the desk works on it is not the submitter's to know. */
export function withoutTeam<Summary extends Pick<ClipSummary, 'assigneeId' | 'assignedAt' | 'stale'>>(
  summary: Summary,
): Summary {
  return { ...summary, assigneeId: null, assignedAt: null, stale: false };
}

function failureOf({ processing_error: error }: ClipRow): ClipSummary['failure'] {
  return (error as ClipStatus['processing']['error'])?.code ?? null;
}
