import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Selectable } from 'kysely';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireCaseRole } from '../cases/index.js';
import { ClipRepository, FramePage, type ClipRow, type Frame } from '../clips/index.js';
import { CustodyLog } from '../custody/index.js';
import { Access, actorOf, CurrentPrincipal, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import type { Frame as FrameTable } from '../platform/db/schema.gen.js';
import { Uuid } from '../platform/http/validation.js';
import { InjectDatabase, InjectObjectStore } from '../platform/platform.tokens.js';
import type { ObjectStore } from '../platform/storage/object-store.js';
import { NotFoundError } from '../shared/errors.js';
import { ExposureLog } from '../work/index.js';
import { findArtefact, findFrame, isGraphic, listFrames } from './clip-view.queries.js';
import { sendObject } from './send-object.js';
import { Viewings, wayOfOpening } from './viewings.js';

const VeilQuery = z.strictObject({
  veil: z.enum(['0', '1']).optional(),
  ranges: z
    .literal('1')
    .optional()
    .meta({ description: 'With `veil=0`: frames of passages that somebody warned of stay veiled.' }),
});
type VeilQuery = z.infer<typeof VeilQuery>;

/** Bytes and frames: for reviewers of the case. Opening an original or an artefact is itself a custody event. */
@Controller()
export class ClipMediaController {
  readonly #clips = new ClipRepository();
  readonly #viewings = new Viewings();

  constructor(
    @InjectDatabase() private readonly db: Database,
    @InjectObjectStore() private readonly store: ObjectStore,
    private readonly custody: CustodyLog,
    private readonly exposure: ExposureLog,
  ) {}

  @Get('clips/:id/original')
  @Access('read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The sealed bytes; ranges are served.' })
  async original(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const clip = await this.#clipFor(principal, id);
    if (clip.original_sha256 === null)
      throw new NotFoundError('no_original', 'The clip has no original yet.');
    await this.#noteOriginal(principal, clip, clip.original_sha256, request.headers);
    if (await isGraphic(this.db, clip)) this.exposure.opened(principal, { clipId: id, caseId: clip.case_id });
    await sendObject(this.store, request, reply, {
      sha256Hex: clip.original_sha256,
      mediaType: clip.original_media_type ?? 'application/octet-stream',
      fileName: `${clip.original_sha256}.${extensionOf(clip.original_media_type)}`,
      disposition: 'attachment',
    });
  }

  @Get('artefacts/:id')
  @Access('read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The bytes of a derivative or of a capture record; ranges are served.' })
  async artefact(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const artefact = await findArtefact(this.db, id);
    if (artefact === undefined) throw new NotFoundError('not_found', 'There is no such artefact.');
    requireCaseRole(principal, artefact.case_id, 'reviewer', 'artefact');
    await this.#note(principal, artefact.case_id, artefact.clip_id, 'artefact.viewed', {
      artefactId: id,
      kind: artefact.kind,
      sha256: artefact.sha256,
    });
    await sendObject(this.store, request, reply, {
      sha256Hex: artefact.sha256,
      mediaType: artefact.media_type,
      fileName: `${artefact.kind}-${artefact.sha256.slice(0, 16)}`,
      disposition: 'attachment',
    });
  }

  @Get('clips/:id/frames')
  @Access('read')
  @ApiOkResponse({ standardSchema: FramePage })
  async frames(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<z.infer<typeof FramePage>> {
    await this.#clipFor(principal, id);
    return { items: (await listFrames(this.db, id)).map(presentFrame), nextCursor: null };
  }

  @Get('frames/:id/image')
  @Access('read')
  @ApiProduces('image/jpeg')
  @ApiOkResponse({ description: 'The frame, or its veiled copy.' })
  image(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: VeilQuery }) query: VeilQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#sendFrame(principal, id, query, request, reply, (frame) => frame.sha256);
  }

  @Get('frames/:id/thumb')
  @Access('read')
  @ApiProduces('image/jpeg')
  @ApiOkResponse({ description: 'The frame at 320 pixels wide, or its veiled copy.' })
  thumb(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: VeilQuery }) query: VeilQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#sendFrame(principal, id, query, request, reply, (frame) => frame.thumb_sha256);
  }

  async #sendFrame(
    principal: Principal,
    id: string,
    query: VeilQuery,
    request: FastifyRequest,
    reply: FastifyReply,
    plain: (frame: Selectable<FrameTable>) => string,
  ): Promise<void> {
    const frame = await findFrame(this.db, id);
    if (frame === undefined) throw new NotFoundError('not_found', 'There is no such frame.');
    requireCaseRole(principal, frame.case_id, 'reviewer', 'frame');
    const sensitivities = [frame.sensitivity, ...frame.range_sensitivities];
    const veiled = isVeiled(query, frame.sensitivity, frame.range_sensitivities);
    if (!veiled && sensitivities.includes('graphic'))
      this.exposure.opened(principal, { clipId: frame.clip_id, caseId: frame.case_id });
    await sendObject(this.store, request, reply, {
      sha256Hex: veiled ? frame.veiled_sha256 : plain(frame),
      mediaType: 'image/jpeg',
      fileName: `frame-${frame.index}${veiled ? '-veiled' : ''}.jpg`,
      disposition: 'inline',
    });
  }

  async #clipFor(principal: Principal, id: string): Promise<ClipRow> {
    const clip = await this.#clips.get(this.db, id);
    requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
    return clip;
  }

  /**
   * The ranges of a player are one viewing, noted with the first one. Whoever fetches them otherwise is making a copy, if
   * piece by piece: noted each time, and as a download when it is the whole.
   */
  async #noteOriginal(
    principal: Principal,
    clip: ClipRow,
    sha256: string,
    headers: FastifyRequest['headers'],
  ): Promise<void> {
    const asked = wayOfOpening(headers, principal.sessionId !== null);
    if (asked === 'copy') {
      await this.#note(principal, clip.case_id, clip.id, 'original.downloaded', { sha256 });
      return;
    }
    const body = { sha256, range: (headers.range ?? '').slice(0, 200) };
    const write = () => this.#note(principal, clip.case_id, clip.id, 'original.viewed', body);
    if (asked === 'piece') await write();
    else await this.#viewings.note(`${principal.userId} ${principal.sessionId} ${clip.id} ${sha256}`, write);
  }

  async #note(
    principal: Principal,
    caseId: string,
    clipId: string,
    action: 'original.viewed' | 'original.downloaded' | 'artefact.viewed',
    body: { sha256: string; range?: string; artefactId?: string; kind?: string },
  ): Promise<void> {
    await this.db
      .transaction()
      .execute((tx) =>
        this.custody.append(tx, [{ chain: caseId, clipId, action, actor: actorOf(principal), body }]),
      );
  }
}

/** Unless asked, whatever is sensitive is veiled. */
function isVeiled({ veil, ranges }: VeilQuery, clip: string, ofRanges: readonly string[]): boolean {
  if (veil === '1') return true;
  const marked = ofRanges.some((level) => level !== 'none');
  return veil === '0' ? ranges === '1' && marked : marked || clip !== 'none';
}

function presentFrame(row: Selectable<FrameTable>): z.infer<typeof Frame> {
  return {
    id: row.id,
    index: row.index,
    ptsMs: row.pts_ms,
    sourcePts: row.source_pts,
    timeBase: row.time_base,
    frameNumber: row.frame_number,
    kind: row.kind as 'scene' | 'interval',
    width: row.width,
    height: row.height,
    sha256: row.sha256,
    imageUrl: `/api/v1/frames/${row.id}/image`,
    thumbUrl: `/api/v1/frames/${row.id}/thumb`,
    fingerprint: row.fingerprint,
    quality: row.quality,
  };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/matroska': 'mkv',
  'video/x-matroska': 'mkv',
  'video/mp2t': 'ts',
  'video/vnd.avi': 'avi',
  'video/x-msvideo': 'avi',
};

function extensionOf(mediaType: string | null): string {
  return EXTENSIONS[mediaType ?? ''] ?? 'bin';
}
