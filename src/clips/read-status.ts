import type { Database } from '../platform/db/database.js';
import { ClaimRepository, type ClaimRow } from './claim.repository.js';
import { ClipPartRepository, type PartRow } from './clip-part.repository.js';
import { ClipRepository, type ClipRow } from './clip.repository.js';
import type { ClipStatus } from './status.contract.js';
import { listSubmitterIds } from './submitters.js';

export interface StatusSnapshot {
  readonly caseId: string;
  readonly submitterIds: readonly string[];
  readonly status: ClipStatus;
}

/** Reads the status object in one consistent snapshot; undefined when there is no such clip. */
export async function readStatus(db: Database, clipId: string): Promise<StatusSnapshot | undefined> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const clip = await new ClipRepository().find(tx, clipId);
      if (clip === undefined) return undefined;
      const parts = await new ClipPartRepository().list(tx, clipId);
      const claims = await new ClaimRepository().list(tx, clipId);
      return {
        caseId: clip.case_id,
        submitterIds: await listSubmitterIds(tx, clipId),
        status: presentStatus(clip, parts, claims),
      };
    });
}

export function presentStatus(
  clip: ClipRow,
  parts: readonly PartRow[],
  claims: readonly ClaimRow[],
): ClipStatus {
  return {
    id: clip.id,
    version: clip.version,
    updatedAt: clip.updated_at.toISOString(),
    processing: {
      state: clip.processing,
      progress: round(clip.progress),
      parts: parts.map(presentPart),
      error: clip.processing_error as ClipStatus['processing']['error'],
    },
    work: clip.work,
    verification: clip.verification,
    claims: claims.map((claim) => ({
      id: claim.id,
      type: claim.type,
      verdict: claim.verdict,
      needsAttention: claim.needs_attention,
    })),
  };
}

function presentPart(row: PartRow): ClipStatus['processing']['parts'][number] {
  return {
    part: row.part,
    state: row.state,
    attempts: row.attempts,
    ...(row.state === 'running' ? { progress: round(row.progress) } : {}),
    outcome: row.outcome,
    warnings: [...row.warnings],
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    error: row.error,
  };
}

/** `real` columns carry seven digits; the rest is noise of the conversion. */
function round(fraction: number): number {
  return Math.round(fraction * 1000) / 1000;
}
