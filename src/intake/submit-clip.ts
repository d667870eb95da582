import { Injectable } from '@nestjs/common';
import { CaseRepository, requireCaseRole } from '../cases/index.js';
import {
  ClaimRepository,
  claimText,
  claimWords,
  ClipChange,
  PART_NAMES,
  submissionWords,
  StatusBoard,
  type ClipEvent,
  type ClipRow,
  type NewClaim,
} from '../clips/index.js';
import type { CustodyEntry } from '../custody/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import type { Tx } from '../platform/db/database.js';
import type { StoredObject } from '../platform/storage/object-store.js';
import { recordStoredObject } from '../platform/storage/stored-object.repository.js';
import { NotFoundError } from '../shared/errors.js';
import { newId } from '../shared/ids.js';
import { claimsOf } from './claims-of.js';
import type { CanonicalUrl } from './domain/canonical-url.js';
import { canonicaliseUrl } from './domain/canonicalise-url.js';
import { decodePostTime } from './domain/decode-post-time.js';
import type { UploadSubmission } from './submission.contract.js';
import { SubmissionRepository } from './submission.repository.js';

export interface Upload {
  readonly object: StoredObject;
  readonly fileName: string | null;
}

export interface Submitted {
  readonly clipId: string;
  readonly duplicate: boolean;
}

/**
 * Takes a submission in: one transaction for clip, parts, claims, custody event and outbox row. The same canonical link in the
 * same case is the same clip; a further submission of it adds its claims and note to the clip.
 */
@Injectable()
export class SubmitClip {
  readonly #submissions = new SubmissionRepository();
  readonly #claims = new ClaimRepository();

  constructor(
    private readonly change: ClipChange,
    private readonly cases: CaseRepository,
    private readonly board: StatusBoard,
  ) {}

  async execute(
    principal: Principal,
    submission: UploadSubmission,
    via: 'link' | 'batch' | 'upload',
    upload: Upload | null = null,
  ): Promise<Submitted> {
    const link = submission.url === undefined ? null : canonicaliseUrl(submission.url);
    const caseId = await this.#resolveCase(principal, submission.caseId);
    const intake = {
      principal,
      submission,
      via,
      upload,
      link,
      caseId,
      clipId: newId(),
      submissionId: newId(),
    };
    const submitted = await this.change.db.transaction().execute((tx) => this.#insert(tx, intake));
    this.board.drop(submitted.clipId);
    return submitted;
  }

  async #resolveCase(principal: Principal, caseId: string | undefined): Promise<string> {
    const id = caseId ?? (await this.cases.findInbox())?.id;
    if (id === undefined) throw new NotFoundError('not_found', 'There is no inbox yet.');
    requireCaseRole(principal, id, 'submitter');
    return id;
  }

  async #insert(tx: Tx, intake: Intake): Promise<Submitted> {
    if (intake.upload !== null) await recordStoredObject(tx, intake.upload.object);
    const made = await this.change.clips.insertUnlessKnown(tx, newClip(intake));
    if (made !== undefined) {
      await this.change.parts.insertAll(tx, made.id);
      const claims = await this.#keep(tx, intake, made.id);
      await this.change.showFirst(tx, made);
      await this.change.announce(tx, {
        custody: [custodyOf(intake, 'clip.submitted', made.id, claims)],
        events: [{ event: 'clip.submitted', clipId: made.id }],
      });
      return { clipId: made.id, duplicate: false };
    }
    const known = await this.change.clips.getByCanonicalUrl(tx, intake.caseId, intake.link?.canonical ?? '');
    const held = await this.change.clips.lock(tx, known.id);
    const claims = await this.#keep(tx, intake, known.id);
    const redrive = intake.upload !== null && (await this.#lacksOriginal(tx, known));
    if (redrive) await this.change.parts.raiseRun(tx, known.id, PART_NAMES, 'asked');
    // New claims have not been judged: whoever closed the clip had not seen them.
    const reopened = held.work_hold === 'closed' && claims.length > 0;
    if (reopened) await this.change.clips.setWorkHold(tx, known.id, null);
    await this.change.refresh(tx, known.id);
    await this.change.announce(tx, {
      custody: [
        custodyOf(intake, 'clip.duplicate_submitted', known.id, claims),
        ...(reopened ? [reopening(intake, known.id)] : []),
      ],
      events: [
        ...(redrive ? [redriven(known.id)] : []),
        ...(hasFacts(intake, claims) ? [factsChanged(known.id)] : []),
      ],
    });
    return { clipId: known.id, duplicate: true };
  }

  async #keep(tx: Tx, intake: Intake, clipId: string): Promise<NewClaim[]> {
    const { submission, submissionId, upload } = intake;
    await this.#submissions.insert(tx, {
      id: submissionId,
      clipId,
      submittedUrl: submission.url ?? null,
      fileName: upload?.fileName ?? null,
      uploadSha256: upload?.object.sha256Hex ?? null,
      note: submission.note ?? null,
      postedAt: submission.postedAt ?? null,
      protectSubmitter: submission.protectSubmitter,
      via: intake.via,
      submittedBy: intake.principal.userId,
    });
    const claims = claimsOf(submission.claims, clipId, submissionId);
    await this.#claims.insertAll(tx, claims);
    return claims;
  }

  /** A file handed in for a link that could not be fetched takes the place of the fetch. */
  async #lacksOriginal(tx: Tx, clip: ClipRow): Promise<boolean> {
    if (clip.original_sha256 !== null) return false;
    const acquire = await this.change.parts.find(tx, clip.id, 'acquire');
    return acquire?.state === 'failed';
  }
}

interface Intake {
  readonly principal: Principal;
  readonly submission: UploadSubmission;
  readonly via: 'link' | 'batch' | 'upload';
  readonly upload: Upload | null;
  readonly link: CanonicalUrl | null;
  readonly caseId: string;
  readonly clipId: string;
  readonly submissionId: string;
}

function newClip(intake: Intake) {
  const { link } = intake;
  return {
    id: intake.clipId,
    caseId: intake.caseId,
    canonicalUrl: link?.canonical ?? null,
    platform: link?.platform ?? null,
    urlKind: link?.kind ?? null,
    postId: link?.postId ?? null,
    accountHandle: link?.accountHandle ?? null,
    postTime: link === null ? null : decodePostTime(link, new Date()),
    title: intake.upload?.fileName ?? null,
    sensitivity: intake.submission.sensitivity,
    createdBy: intake.principal.userId,
  };
}

function redriven(clipId: string): ClipEvent {
  return { event: 'part.redriven', clipId };
}

function factsChanged(clipId: string): ClipEvent {
  return { event: 'facts.changed', clipId };
}

/** Something that checks compare: claims, or a time of publication. */
function hasFacts({ submission }: Intake, claims: readonly NewClaim[]): boolean {
  return claims.length > 0 || submission.postedAt !== undefined;
}

function reopening(intake: Intake, clipId: string): CustodyEntry {
  return {
    chain: intake.caseId,
    clipId,
    action: 'work.changed',
    actor: 'system',
    body: { from: 'closed', to: 'reopened' },
    private: { reason: 'a further submission brought new claims' },
  };
}

/** Who, what and whence are personal: they go into the sealed part of the event, the rest is open. */
function custodyOf(
  intake: Intake,
  action: 'clip.submitted' | 'clip.duplicate_submitted',
  clipId: string,
  claims: readonly NewClaim[],
): CustodyEntry {
  const { submission, upload } = intake;
  return {
    chain: intake.caseId,
    clipId,
    action,
    actor: submission.protectSubmitter ? 'protected' : actorOf(intake.principal),
    body: {
      submissionId: intake.submissionId,
      via: intake.via,
      platform: intake.link?.platform ?? null,
      claimIds: claims.map(({ id }) => id),
      ...(upload === null ? {} : { uploadSha256: upload.object.sha256Hex }),
    },
    private: {
      submittedBy: intake.principal.userId,
      submittedUrl: submission.url ?? null,
      canonicalUrl: intake.link?.canonical ?? null,
      fileName: upload?.fileName ?? null,
      note: submission.note ?? null,
      postedAt: submission.postedAt ?? null,
      claims: claims.map((claim) => ({ id: claim.id, ...claimText(claim) })),
      rows: Object.fromEntries([
        ...claims.map((claim) => claimWords(claim)),
        submissionWords({
          id: intake.submissionId,
          clipId,
          submittedUrl: submission.url ?? null,
          fileName: upload?.fileName ?? null,
          note: submission.note ?? null,
          postedAt: submission.postedAt ?? null,
          submittedBy: intake.principal.userId,
        }),
      ]),
    },
  };
}
