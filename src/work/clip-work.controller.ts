import { Body, Controller, Param, Patch, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clip, ClipReader } from '../clips/index.js';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import { IfMatch } from '../platform/http/route.decorator.js';
import { Uuid } from '../platform/http/validation.js';
import { versionTag, type ExpectedVersion } from '../platform/http/version-tag.js';
import { ChangeClip } from './change-clip.js';
import { ClipPatch } from './clip-patch.contract.js';

@Controller('clips/:id')
export class ClipWorkController {
  constructor(
    private readonly changeClip: ChangeClip,
    private readonly reader: ClipReader,
  ) {}

  /** `If-Match` takes the entity tag of the clip or of its status; the answer carries the new one. */
  @Patch()
  @Access()
  @ApiOkResponse({ standardSchema: Clip })
  async change(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: ClipPatch }) body: ClipPatch,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Clip> {
    await this.changeClip.execute(principal, id, body, expected);
    const clip = await this.reader.read(principal, id);
    void reply.header('etag', versionTag(id, clip.version));
    return clip;
  }
}
