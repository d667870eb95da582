import type { Executor } from '../platform/db/database.js';

export interface NewSubmission {
  readonly id: string;
  readonly clipId: string;
  /** Word for word as submitted. */
  readonly submittedUrl: string | null;
  readonly fileName: string | null;
  readonly uploadSha256: string | null;
  readonly note: string | null;
  readonly postedAt: string | null;
  readonly protectSubmitter: boolean;
  readonly via: 'link' | 'batch' | 'upload';
  readonly submittedBy: string;
}

/** Owns `submission`. */
export class SubmissionRepository {
  async insert(tx: Executor, submission: NewSubmission): Promise<void> {
    await tx
      .insertInto('submission')
      .values({
        id: submission.id,
        clip_id: submission.clipId,
        submitted_url: submission.submittedUrl,
        file_name: submission.fileName,
        upload_sha256: submission.uploadSha256,
        note: submission.note,
        posted_at: submission.postedAt,
        protect_submitter: submission.protectSubmitter,
        via: submission.via,
        submitted_by: submission.submittedBy,
      })
      .execute();
  }

  /** Where the bytes are to come from: the newest upload, else the first submitted link. */
  async findOrigin(
    on: Executor,
    clipId: string,
  ): Promise<
    { kind: 'upload'; sha256Hex: string; fileName: string | null } | { kind: 'link'; url: string } | undefined
  > {
    const rows = await on
      .selectFrom('submission')
      .select(['submitted_url', 'upload_sha256', 'file_name'])
      .where('clip_id', '=', clipId)
      .orderBy('id')
      .execute();
    const upload = rows.findLast((row) => row.upload_sha256 !== null);
    if (upload !== undefined && upload.upload_sha256 !== null) {
      return { kind: 'upload', sha256Hex: upload.upload_sha256, fileName: upload.file_name };
    }
    const link = rows.find((row) => row.submitted_url !== null);
    return link === undefined || link.submitted_url === null
      ? undefined
      : { kind: 'link', url: link.submitted_url };
  }

  /** The clips of these canonical links in the case, each with whoever handed it in. */
  async findClips(
    on: Executor,
    caseId: string,
    canonicalUrls: readonly string[],
  ): Promise<{ id: string; canonicalUrl: string; createdAt: Date; submitterIds: string[] }[]> {
    if (canonicalUrls.length === 0) return [];
    const rows = await on
      .selectFrom('clip')
      .innerJoin('submission', 'submission.clip_id', 'clip.id')
      .select(['clip.id', 'clip.canonical_url', 'clip.created_at'])
      .select((eb) => eb.fn.agg<string[]>('array_agg', ['submission.submitted_by']).as('submitters'))
      .where('clip.case_id', '=', caseId)
      .where('clip.canonical_url', 'in', canonicalUrls)
      .groupBy('clip.id')
      .execute();
    return rows.flatMap(({ id, canonical_url: canonicalUrl, created_at: createdAt, submitters }) =>
      canonicalUrl === null ? [] : [{ id, canonicalUrl, createdAt, submitterIds: submitters }],
    );
  }
}
