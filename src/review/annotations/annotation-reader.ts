import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../../cases/index.js';
import { ClipRepository } from '../../clips/index.js';
import type { Principal } from '../../identity/index.js';
import type { Database } from '../../platform/db/database.js';
import { pageOf, type Page, type PageQuery } from '../../platform/http/validation.js';
import { InjectDatabase } from '../../platform/platform.tokens.js';
import { NotFoundError } from '../../shared/errors.js';
import { findFrame, listFramesAt } from './anchor.queries.js';
import { AnnotationAccess } from './annotation-access.js';
import type { Annotation, AnnotationRevision } from './annotation.contract.js';
import { AnnotationRepository, type AnnotationRow } from './annotation.repository.js';
import { presentAnnotation } from './present-annotation.js';
import type { z } from 'zod';

@Injectable()
export class AnnotationReader {
  readonly #annotations = new AnnotationRepository();
  readonly #clips = new ClipRepository();

  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly access: AnnotationAccess,
  ) {}

  /** By the frame's time, not by its id: what was drawn on an earlier extraction of it is found, too. */
  async ofFrame(principal: Principal, frameId: string, query: PageQuery): Promise<Page<Annotation>> {
    const frame = await findFrame(this.db, frameId);
    if (frame === undefined) throw new NotFoundError('not_found', 'There is no such frame.');
    return this.#list(
      principal,
      { clipId: frame.clip_id, sourcePts: frame.source_pts, what: 'frame' },
      query,
    );
  }

  async ofClip(principal: Principal, clipId: string, query: PageQuery): Promise<Page<Annotation>> {
    return this.#list(principal, { clipId, what: 'clip' }, query);
  }

  async one(principal: Principal, id: string): Promise<Annotation> {
    const { row } = await this.access.get(this.db, principal, id);
    return this.present(row);
  }

  async present(row: AnnotationRow): Promise<Annotation> {
    return presentAnnotation(row, (await listFramesAt(this.db, [row])).find(row));
  }

  async revisions(
    principal: Principal,
    id: string,
    query: { limit: number; cursor?: number | undefined },
  ): Promise<Page<z.infer<typeof AnnotationRevision>>> {
    await this.access.get(this.db, principal, id);
    const rows = await this.#annotations.listRevisions(this.db, id, { ...query, limit: query.limit + 1 });
    return pageOf(
      rows.map((row) => ({ ...row, id: String(row.version) })),
      query.limit,
      (row) => ({
        version: row.version,
        content: row.content as Record<string, unknown>,
        changedBy: row.changed_by,
        changedAt: row.changed_at.toISOString(),
      }),
    );
  }

  async #list(
    principal: Principal,
    of: { clipId: string; sourcePts?: number; what: string },
    query: PageQuery,
  ): Promise<Page<Annotation>> {
    const clip = await this.#clips.get(this.db, of.clipId);
    requireCaseRole(principal, clip.case_id, 'reviewer', of.what);
    const rows = await this.#annotations.list(this.db, of, { ...query, limit: query.limit + 1 });
    const frames = await listFramesAt(this.db, rows);
    return pageOf(rows, query.limit, (row) => presentAnnotation(row, frames.find(row)));
  }
}
