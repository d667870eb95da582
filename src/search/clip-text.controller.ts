import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { requireCaseRole } from '../cases/index.js';
import { ClipRepository } from '../clips/index.js';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { PageQuery, pageOf, Uuid } from '../platform/http/validation.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { listFrameTexts } from './clip-view.queries.js';
import { FrameTextPage } from './frame-text.contract.js';

@Controller('clips/:id/text')
export class ClipTextController {
  readonly #clips = new ClipRepository();

  constructor(@InjectDatabase() private readonly db: Database) {}

  /** What was read in the frames, by time. Nothing where nothing was read; the outcome of rule `on-screen-text` says why. */
  @Get()
  @Access('read')
  @ApiOkResponse({ standardSchema: FrameTextPage })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<FrameTextPage> {
    const clip = await this.#clips.get(this.db, id);
    requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
    const page = { afterId: query.cursor, limit: query.limit + 1 };
    const { items, nextCursor } = pageOf(await listFrameTexts(this.db, id, page), query.limit, (row) => ({
      frameId: row.id,
      ptsMs: row.pts_ms,
      text: row.text,
      confidence: row.confidence,
    }));
    return { items: [...items], nextCursor };
  }
}
