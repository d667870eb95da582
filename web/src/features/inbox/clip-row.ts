import type { ClipStatus } from '@/api/live';
import type { Schemas } from '@/api/problem';

/** One row of a list of clips. */
export type ClipRow = Schemas['ClipSummary'];

/** What a status says of a row; the same row when it is no newer. */
export function withStatus(row: ClipRow, status: ClipStatus): ClipRow {
  if (status.version <= row.version) return row;
  return {
    ...row,
    processing: status.processing.state,
    progress: status.processing.progress,
    work: status.work,
    verification: status.verification,
    claims: status.claims,
    version: status.version,
    updatedAt: status.updatedAt,
  };
}

/** Whether the status tells of a change that it does not show, such as the person a clip is assigned to. */
export function hidesMore(row: ClipRow, status: ClipStatus): boolean {
  if (status.version <= row.version) return false;
  const isTold =
    row.processing !== status.processing.state ||
    row.progress !== status.processing.progress ||
    row.verification !== status.verification ||
    JSON.stringify(row.claims) !== JSON.stringify(status.claims);
  return row.work !== status.work || !isTold;
}

/** A row from the whole clip, as changes to it are answered. */
export function rowOf(clip: Schemas['Clip'], before: ClipRow | undefined): ClipRow {
  return {
    id: clip.id,
    caseId: clip.caseId,
    canonicalUrl: clip.canonicalUrl,
    platform: clip.platform,
    postId: clip.postId,
    accountHandle: clip.accountHandle,
    title: clip.title,
    sensitivity: clip.sensitivity,
    advanceWarning: clip.advanceWarning,
    tags: clip.tags,
    priority: clip.priority,
    assigneeId: clip.assigneeId,
    assignedAt: clip.assignedAt,
    stale: clip.stale,
    processing: clip.processing.state,
    failure: clip.processing.error?.code ?? null,
    progress: clip.processing.progress,
    work: clip.work,
    verification: clip.verification,
    version: clip.version,
    createdAt: clip.createdAt,
    updatedAt: clip.updatedAt,
    claims: clip.claims.map(({ id, type, verdict, needsAttention }) => ({
      id,
      type,
      verdict,
      needsAttention,
    })),
    hasMatches: before?.hasMatches ?? clip.counts.matches > 0,
  };
}

/** What to call a clip: its title, else its address without the scheme, else the start of its id. */
export function nameOfClip(
  clip: Pick<Schemas['ClipSummary'], 'id' | 'title' | 'canonicalUrl' | 'accountHandle'>,
): string {
  return clip.title ?? clip.canonicalUrl?.replace(/^https?:\/\/(www\.)?/, '') ?? clip.id.slice(0, 13);
}
