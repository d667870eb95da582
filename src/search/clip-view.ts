import { Injectable } from '@nestjs/common';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import {
  ClaimRepository,
  ClipPartRepository,
  ClipReader,
  ClipRepository,
  presentClaim,
  presentStatus,
  presentSummary,
  requireStatusReader,
  withoutTeam,
  type Artefact,
  type Capture,
  type Clip,
  type SubmissionRecord,
} from '../clips/index.js';
import type { CaseRole, Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import type { Capture as CaptureTable, Submission as SubmissionTable } from '../platform/db/schema.gen.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { NotFoundError } from '../shared/errors.js';
import {
  countFrames,
  countMatches,
  findOriginal,
  listArtefacts,
  listCaptures,
  listSubmissions,
  type ArtefactRow,
} from './clip-view.queries.js';

/** Composes what a person sees of a clip from the rooms that own its rows. */
@Injectable()
export class ClipView extends ClipReader {
  readonly #clips = new ClipRepository();
  readonly #parts = new ClipPartRepository();
  readonly #claims = new ClaimRepository();

  constructor(@InjectDatabase() private readonly db: Database) {
    super();
  }

  async read(principal: Principal, clipId: string): Promise<Clip> {
    const clip = await this.#clips.find(this.db, clipId);
    if (clip === undefined) throw new NotFoundError('not_found', 'There is no such clip.');
    const submissions = await listSubmissions(this.db, clipId);
    const role = requireStatusReader(principal, {
      caseId: clip.case_id,
      submitterIds: submissions.map((row) => row.submitted_by),
    });
    const outsider = role === 'submitter' || principal.scope === 'submit';
    const [parts, claims, captures, artefacts, original, frames, matches] = await Promise.all([
      this.#parts.list(this.db, clipId),
      this.#claims.list(this.db, clipId),
      listCaptures(this.db, clipId),
      listArtefacts(this.db, clipId),
      findOriginal(this.db, clip.original_sha256),
      countFrames(this.db, clipId),
      outsider ? 0 : countMatches(this.db, clipId),
    ]);
    const shown = outsider ? withoutTeam(presentSummary(clip)) : presentSummary(clip);
    const { processing: _state, failure: _failure, progress: _progress, ...summary } = shown;
    return {
      ...summary,
      urlKind: clip.url_kind,
      postTime: clip.post_time as Clip['postTime'],
      original:
        original === undefined
          ? null
          : {
              sha256: original.sha256,
              sha512: original.sha512,
              sizeBytes: original.size_bytes,
              mediaType: clip.original_media_type ?? 'application/octet-stream',
              url: `/api/v1/clips/${clipId}/original`,
            },
      processing: presentStatus(clip, parts, claims).processing,
      claims: claims.map(presentClaim),
      submissions: submissions.map((row) => presentSubmission(row, role, principal)),
      captures: captures.map(presentCapture),
      artefacts: artefacts.map(presentArtefact),
      counts: { frames, claims: claims.length, submissions: submissions.length, matches },
    };
  }
}

/** A protected submitter is shown to leads and to themselves alone. */
function presentSubmission(
  row: Selectable<SubmissionTable>,
  role: CaseRole,
  reader: Principal,
): z.infer<typeof SubmissionRecord> {
  const visible = !row.protect_submitter || role === 'lead' || row.submitted_by === reader.userId;
  return {
    id: row.id,
    via: row.via as z.infer<typeof SubmissionRecord>['via'],
    submittedUrl: row.submitted_url,
    fileName: row.file_name,
    note: row.note,
    postedAt: row.posted_at?.toISOString() ?? null,
    submittedBy: visible ? row.submitted_by : null,
    submittedAt: row.created_at.toISOString(),
  };
}

function presentCapture(row: Selectable<CaptureTable>): z.infer<typeof Capture> {
  return {
    id: row.id,
    fetcher: row.fetcher,
    outcome: row.outcome as 'sealed' | 'refused' | 'failed',
    record: row.record as Record<string, unknown>,
    platform: row.platform_info as Record<string, unknown> | null,
    at: row.created_at.toISOString(),
  };
}

function presentArtefact(row: ArtefactRow): z.infer<typeof Artefact> {
  return {
    id: row.id,
    part: row.part,
    kind: row.kind,
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    mediaType: row.media_type,
    parentSha256: row.parent_sha256,
    fileName: row.file_name,
    addedBy: row.added_by,
    url: `/api/v1/artefacts/${row.id}`,
    createdAt: row.created_at.toISOString(),
  };
}
