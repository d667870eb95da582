import { Injectable } from '@nestjs/common';
import { ClipChange, requireOpen, StatusBoard, type ClipRow } from '../../clips/index.js';
import type { CustodyEntry } from '../../custody/index.js';
import type { Principal } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import { requireVersion, type ExpectedVersion } from '../../platform/http/version-tag.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { ConflictError, ForbiddenError, InvalidInputError } from '../../shared/errors.js';
import { wrongTarget } from './anchor-place.js';
import { findClipExtent, listFramesAt } from './anchor.queries.js';
import { AnnotationAccess } from './annotation-access.js';
import { contentOf } from './annotation-content.js';
import { annotationEvent } from './annotation-custody.js';
import type { AnnotationReplacement } from './annotation.contract.js';
import { askAttention } from './attention.js';
import { AnnotationRepository, type AnnotationRow } from './annotation.repository.js';
import type { Annotated } from './domain/selection.js';
import { frameImagePath, namesSource, originalPath } from './domain/source.js';
import { readContent } from './read-content.js';

/** A new wording, or the withdrawal, by whoever made the annotation or by a lead. The earlier wording is kept. */
@Injectable()
export class ChangeAnnotation {
  readonly #annotations = new AnnotationRepository();

  constructor(
    private readonly change: ClipChange,
    private readonly board: StatusBoard,
    private readonly access: AnnotationAccess,
  ) {}

  /** The same wording again changes nothing and makes no version. */
  async replace(
    principal: Principal,
    id: string,
    request: AnnotationReplacement,
    context: { readonly host: string; readonly expected: ExpectedVersion },
  ): Promise<AnnotationRow> {
    if (request.id !== undefined && request.id !== id) {
      throw new InvalidInputError('invalid_request', 'Some fields are not acceptable.', [
        { path: 'id', message: 'is not that of the address' },
      ]);
    }
    return this.#onOwn(principal, id, async (tx, clip, before) => {
      if (before.withdrawn_at !== null) {
        throw new ConflictError('annotation_withdrawn', 'The annotation was withdrawn.');
      }
      requireVersion(context.expected, before.version, 'annotation');
      const annotated = await annotatedBy(tx, before, request.target.source, context.host);
      const content = await readContent(tx, clip, annotated, request);
      if (canonicalJson(content) === canonicalJson(contentOf(before))) return { after: before, custody: [] };
      const after = await this.#annotations.replace(tx, before, content, principal.userId);
      const asked = await askAttention(tx, this.change, principal, clip, { before, after });
      const event = annotationEvent('annotation.changed', principal, clip, { before, after });
      return { after, custody: [event, ...asked], changed: asked.length > 0 };
    });
  }

  /** Withdrawn once is withdrawn: again changes nothing. */
  async withdraw(principal: Principal, id: string, expected: ExpectedVersion): Promise<void> {
    await this.#onOwn(principal, id, async (tx, clip, before) => {
      if (before.withdrawn_at !== null) return { after: before, custody: [] };
      requireVersion(expected, before.version, 'annotation');
      const after = await this.#annotations.withdraw(tx, id);
      return {
        after,
        custody: [annotationEvent('annotation.withdrawn', principal, clip, { before, after })],
      };
    });
  }

  async #onOwn(
    principal: Principal,
    id: string,
    act: (
      tx: Tx,
      clip: ClipRow,
      before: AnnotationRow,
    ) => Promise<{ after: AnnotationRow; custody: CustodyEntry[]; changed?: boolean }>,
  ): Promise<AnnotationRow> {
    const { row, role } = await this.access.get(this.change.db, principal, id);
    if (row.created_by !== principal.userId && role !== 'lead') {
      throw new ForbiddenError('not_yours', 'Only its maker or a lead of the case may do this.');
    }
    const changedRow = await this.change.run(row.clip_id, async (tx, clip) => {
      requireOpen(clip);
      // Read again: the clip's lock orders all that is written about it.
      const { row: before } = await this.access.get(tx, principal, id);
      const { after, custody, changed = false } = await act(tx, clip, before);
      return { result: after, custody, events: [], changed };
    });
    this.board.drop(row.clip_id);
    return changedRow;
  }
}

/** An annotation stays where it is: its source is the frame at its time, by its present or its earlier id, or the clip. */
async function annotatedBy(tx: Tx, row: AnnotationRow, source: string, host: string): Promise<Annotated> {
  const frame = (await listFramesAt(tx, [row])).find(row);
  const known = [frame?.id, row.frame_id].flatMap((id) => (id === undefined || id === null ? [] : [id]));
  const sources = [...known.map(frameImagePath), originalPath(row.clip_id)];
  if (!namesSource(source, sources, host)) throw wrongTarget(sources[0] ?? originalPath(row.clip_id));
  if (row.source_pts === null) return findClipExtent(tx, row.original_sha256);
  const drawnOn = frame ?? contentOf(row).frame;
  if (drawnOn === null) throw new Error(`annotation ${row.id} of a frame has no size of it`);
  return { kind: 'frame', frame: { width: drawnOn.width, height: drawnOn.height } };
}
