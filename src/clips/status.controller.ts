import { Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { requireCaseRole } from '../cases/index.js';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import { noneMatch } from '../platform/http/version-tag.js';
import { Uuid } from '../platform/http/validation.js';
import { NotFoundError } from '../shared/errors.js';
import { requireStatusReader } from './clip-access.js';
import { ClipStatus } from './status.contract.js';
import { StatusBoard, type PostedStatus } from './status-board.js';
import { SteerClip } from './steer-clip.js';

const WaitQuery = z.strictObject({ wait: z.coerce.number().min(0).max(60).optional() });

@Controller('clips/:id')
export class StatusController {
  constructor(
    private readonly board: StatusBoard,
    private readonly steer: SteerClip,
  ) {}

  @Get('status')
  @Access('read', 'submit', 'dashboard')
  @ApiHeader({ name: 'If-None-Match', required: false })
  @ApiOkResponse({ standardSchema: ClipStatus })
  @ApiResponse({ status: 304, description: 'Unchanged since the version that If-None-Match names.' })
  async status(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: WaitQuery }) query: z.infer<typeof WaitQuery>,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    let posted = await this.#read(principal, id);
    if (query.wait !== undefined) {
      const deadline = Date.now() + query.wait * 1_000;
      const gone = hangUp(reply);
      while (!noneMatch(ifNoneMatch, posted.etag) && Date.now() < deadline && !gone.aborted) {
        await this.board.changed(id, deadline - Date.now(), gone);
        posted = await this.#read(principal, id);
      }
    }
    send(reply, posted, ifNoneMatch);
  }

  @Post('cancel')
  @HttpCode(202)
  @Access()
  @ApiAcceptedResponse({ standardSchema: ClipStatus })
  async cancel(@CurrentPrincipal() principal: Principal, @Param('id', { schema: Uuid }) id: string, @Res() reply: FastifyReply) {
    await this.#requireReviewer(principal, id);
    await this.steer.cancel(principal, id);
    this.board.drop(id);
    send(reply.status(202), await this.#read(principal, id), undefined);
  }

  @Post('retry')
  @HttpCode(202)
  @Access()
  @ApiAcceptedResponse({ standardSchema: ClipStatus })
  async retry(@CurrentPrincipal() principal: Principal, @Param('id', { schema: Uuid }) id: string, @Res() reply: FastifyReply) {
    await this.#requireReviewer(principal, id);
    await this.steer.retry(principal, id);
    this.board.drop(id);
    send(reply.status(202), await this.#read(principal, id), undefined);
  }

  async #read(principal: Principal, id: string): Promise<PostedStatus> {
    const posted = this.board.peek(id) ?? (await this.board.get(id));
    if (posted === undefined) throw new NotFoundError('not_found', 'There is no such clip.');
    requireStatusReader(principal, posted);
    return posted;
  }

  async #requireReviewer(principal: Principal, id: string): Promise<void> {
    requireCaseRole(principal, (await this.#read(principal, id)).caseId, 'reviewer', 'clip');
  }
}

function send(reply: FastifyReply, posted: PostedStatus, ifNoneMatch: string | undefined): void {
  void reply.header('etag', posted.etag).header('cache-control', 'private, no-cache');
  if (noneMatch(ifNoneMatch, posted.etag)) void reply.type('application/json; charset=utf-8').send(posted.body);
  else void reply.status(304).send();
}

/** Aborts when the client hangs up, so that nobody is waited for in vain. */
function hangUp(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());
  return controller.signal;
}
