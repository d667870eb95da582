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
}
