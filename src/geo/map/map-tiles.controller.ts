import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../identity/index.js';
import type { Config } from '../../platform/config/config.js';
import { parseByteRange } from '../../platform/http/byte-range.js';
import { noneMatch } from '../../platform/http/version-tag.js';
import { InjectConfig } from '../../platform/platform.tokens.js';
import { NotFoundError } from '../../shared/errors.js';
import { MapSetup } from './map-tiles.contract.js';

const TILES_URL = '/api/v1/map/tiles';

/** The desk's own map tiles (`MAP_TILES`), for whoever may read anything. */
@Controller('map')
export class MapTilesController {
  constructor(@InjectConfig() private readonly config: Config) {}

  @Get()
  @Access('read')
  @ApiOkResponse({ standardSchema: MapSetup })
  async setup(): Promise<MapSetup> {
    const archive = await this.#archive();
    return { tiles: archive === undefined ? null : { url: TILES_URL, sizeBytes: archive.sizeBytes } };
  }

  /** The archive's bytes; maps ask for ranges of them. */
  @Get('tiles')
  @Access('read')
  @ApiProduces('application/vnd.pmtiles')
  async tiles(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const archive = await this.#archive();
    if (archive === undefined) throw new NotFoundError('not_found', 'This desk has no map tiles of its own.');
    const { path, sizeBytes, etag } = archive;
    void reply
      .header('etag', etag)
      .header('accept-ranges', 'bytes')
      .header('cache-control', 'private, no-cache');
    if (!noneMatch(request.headers['if-none-match'], etag)) {
      await reply.status(304).send();
      return;
    }
    const range = parseByteRange(request.headers.range, sizeBytes);
    if (range === 'unsatisfiable') {
      await reply.status(416).header('content-range', `bytes */${sizeBytes}`).send();
      return;
    }
    const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
    if (range !== undefined)
      void reply.status(206).header('content-range', `bytes ${start}-${end}/${sizeBytes}`);
    await reply
      .type('application/vnd.pmtiles')
      .header('content-length', end - start + 1)
      .send(createReadStream(path, { start, end }));
  }

  /** A file that was set and is not there is as good as none: the page falls back to borders. */
  async #archive() {
    const path = this.config.mapTiles;
    if (path === null) return undefined;
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || !found.isFile() || found.size === 0) return undefined;
    const etag = `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`;
    return { path, sizeBytes: found.size, etag };
  }
}
