import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { MetadataView } from '../analysis/index.js';
import { requireCaseRole } from '../cases/index.js';
import { ClipRepository, type ClipRow } from '../clips/index.js';
import { CustodyEventPage, CustodyLog } from '../custody/index.js';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { Uuid } from '../platform/http/validation.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { NotFoundError } from '../shared/errors.js';
import { findBlindEvents, withoutBlind } from './blind-events.js';
import { HistoryPage } from './history.contract.js';
import { ReadHistory } from './read-history.js';
import { findStageOutput } from './clip-view.queries.js';

const CustodyQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).optional(),
});
type CustodyQuery = z.infer<typeof CustodyQuery>;

@Controller('clips/:id')
export class ClipEvidenceController {
  readonly #clips = new ClipRepository();

  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly custody: CustodyLog,
    private readonly history: ReadHistory,
  ) {}

  /** What the file says of itself. Fields are null until the part that reads them has ended. */
  @Get('metadata')
  @Access('read')
  @ApiOkResponse({ standardSchema: MetadataView })
  async metadata(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<z.infer<typeof MetadataView>> {
    const clip = await this.#clipFor(principal, id);
    if (clip.original_sha256 === null)
      throw new NotFoundError('no_original', 'The clip has no original yet.');
    const [probe, metadata] = await Promise.all([
      findStageOutput(this.db, clip.original_sha256, 'probe'),
      findStageOutput(this.db, clip.original_sha256, 'metadata'),
    ]);
    return MetadataView.parse({ ...EMPTY, ...asObject(probe), ...asObject(metadata) });
  }

  @Get('custody')
  @Access('read')
  @ApiOkResponse({ standardSchema: CustodyEventPage })
  async custodyEvents(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: CustodyQuery }) query: CustodyQuery,
  ): Promise<z.infer<typeof CustodyEventPage>> {
    const clip = await this.#clipFor(principal, id);
    const page = await this.custody.listForClip(this.db, clip.id, {
      limit: query.limit,
      cursor: query.cursor,
    });
    const blind = await findBlindEvents(this.db, principal, clip, page.items);
    return { ...page, items: page.items.map((event) => (blind.has(event.id) ? withoutBlind(event) : event)) };
  }

  /** The same events as sentences, with what changed. */
  @Get('history')
  @Access('read')
  @ApiOkResponse({ standardSchema: HistoryPage })
  async story(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: CustodyQuery }) query: CustodyQuery,
  ): Promise<HistoryPage> {
    return this.history.execute(principal, await this.#clipFor(principal, id), query);
  }

  async #clipFor(principal: Principal, id: string): Promise<ClipRow> {
    const clip = await this.#clips.get(this.db, id);
    requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
    return clip;
  }
}

/** What has not been read yet is null, not absent. */
const EMPTY = {
  container: null,
  streams: null,
  video: null,
  audio: null,
  gps: null,
  times: null,
  device: null,
  tags: null,
  contentCredentials: null,
  notes: [],
};

function asObject(output: unknown): object {
  return typeof output === 'object' && output !== null ? output : {};
}
