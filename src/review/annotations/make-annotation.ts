import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../../cases/index.js';
import { ClipChange, requireOpen, StatusBoard, type ClipRow } from '../../clips/index.js';
import type { Principal } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import { NotFoundError } from '../../shared/errors.js';
import { newId } from '../../shared/ids.js';
import { placeOnClip, placeOnFrame, type Place, type Target } from './anchor-place.js';
import { findFrame } from './anchor.queries.js';
import { annotationEvent } from './annotation-custody.js';
import type { AnnotationRequest } from './annotation.contract.js';
import { askAttention } from './attention.js';
import { AnnotationRepository, type AnnotationRow } from './annotation.repository.js';
import { readContent } from './read-content.js';

/** Marks a part of a frame or of a clip's time. */
@Injectable()
export class MakeAnnotation {
  readonly #annotations = new AnnotationRepository();

  constructor(
    private readonly change: ClipChange,
    private readonly board: StatusBoard,
  ) {}

  /** @param host by which the desk was asked: absolute addresses of the target must stand on it. */
  async onFrame(
    principal: Principal,
    frameId: string,
    request: AnnotationRequest,
    host: string,
  ): Promise<AnnotationRow> {
    const frame = await findFrame(this.change.db, frameId);
    if (frame === undefined) throw new NotFoundError('not_found', 'There is no such frame.');
    return this.#make(principal, frame.clip_id, 'frame', request, (tx, clip) =>
      placeOnFrame(tx, clip, frameId, targetOf(request, host)),
    );
  }

  async onClip(
    principal: Principal,
    clipId: string,
    request: AnnotationRequest,
    host: string,
  ): Promise<AnnotationRow> {
    return this.#make(principal, clipId, 'clip', request, (tx, clip) =>
      placeOnClip(tx, clip, targetOf(request, host)),
    );
  }

  async #make(
    principal: Principal,
    clipId: string,
    what: string,
    request: AnnotationRequest,
    placeIn: (tx: Tx, clip: ClipRow) => Promise<Place>,
  ): Promise<AnnotationRow> {
    const { case_id: caseId } = await this.change.clips.get(this.change.db, clipId);
    requireCaseRole(principal, caseId, 'reviewer', what);
    const row = await this.change.run(clipId, async (tx, clip) => {
      requireOpen(clip);
      const { anchor, annotated } = await placeIn(tx, clip);
      const content = await readContent(tx, clip, annotated, request);
      const after = await this.#annotations.insert(tx, {
        id: newId(),
        clipId,
        anchor,
        content,
        createdBy: principal.userId,
      });
      const rows = { before: null, after };
      const asked = await askAttention(tx, this.change, principal, clip, rows);
      const custody = [annotationEvent('annotation.made', principal, clip, rows), ...asked];
      return { result: after, custody, events: [], changed: asked.length > 0 };
    });
    this.board.drop(clipId);
    return row;
  }
}

function targetOf(request: AnnotationRequest, host: string): Target {
  return { host, ...request.target };
}
