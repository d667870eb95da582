import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiParam,
  ApiQuery,
  ApiResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { requireCaseRole } from '../cases/index.js';
import {
  Access,
  CurrentPrincipal,
  principalOf,
  type AuthenticatedRequest,
  type Principal,
} from '../identity/index.js';
import { noneMatch } from '../platform/http/version-tag.js';
import { fieldErrors, Uuid } from '../platform/http/validation.js';
import { InvalidInputError, NotFoundError } from '../shared/errors.js';
import { requireStatusReader } from './clip-access.js';
import { ClipStatus } from './status.contract.js';
import { StatusBoard, type PostedStatus } from './status-board.js';
import { SteerClip } from './steer-clip.js';

type StatusRequest = AuthenticatedRequest & { readonly params: { readonly id: string } };

const WaitQuery = z.strictObject({ wait: z.coerce.number().min(0).max(60).optional() });
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function clipIdOf(text: string): string {
  if (UUID.test(text)) return text;
  throw new InvalidInputError('invalid_request', 'The id in the path is not a UUID.', [
    { path: 'id', message: 'Invalid UUID' },
  ]);
}

function waitMsOf(query: unknown): number {
  if (typeof query !== 'object' || query === null || Object.keys(query).length === 0) return 0;
  const parsed = WaitQuery.safeParse(query);
  if (parsed.success) return (parsed.data.wait ?? 0) * 1_000;
  throw new InvalidInputError(
    'invalid_request',
    'The query is not acceptable.',
    parsed.error.issues.flatMap(fieldErrors),
  );
}

@Controller('clips/:id')
export class StatusController {
  constructor(
    private readonly board: StatusBoard,
    private readonly steer: SteerClip,
  ) {}

  /**
   * Polled by every dashboard: reads its few inputs by hand, because validation pipes cost more than the whole answer, and
   * answers from memory without waiting for anything when the status is known.
   */
  @Get('status')
  @Access('read', 'submit', 'dashboard')
  @ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } })
  @ApiQuery({ name: 'wait', required: false, schema: { type: 'number', minimum: 0, maximum: 60 } })
  @ApiHeader({ name: 'If-None-Match', required: false })
  @ApiOkResponse({ standardSchema: ClipStatus })
  @ApiResponse({ status: 304, description: 'Unchanged since the version that If-None-Match names.' })
  status(@Req() request: StatusRequest, @Res() reply: FastifyReply): void | Promise<void> {
    const principal = principalOf(request);
    const id = clipIdOf(request.params.id);
    const waitMs = waitMsOf(request.query);
    const ifNoneMatch = request.headers['if-none-match'];
    const posted = this.board.peek(id);
    if (posted === undefined || waitMs > 0)
      return this.#statusLater(principal, id, ifNoneMatch, waitMs, reply);
    requireStatusReader(principal, posted);
    send(reply, posted, ifNoneMatch);
  }

  @Post('cancel')
  @HttpCode(202)
  @Access()
  @ApiAcceptedResponse({ standardSchema: ClipStatus })
  async cancel(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Res() reply: FastifyReply,
  ) {
    await this.#requireReviewer(principal, id);
    await this.steer.cancel(principal, id);
    this.board.drop(id);
    send(reply.status(202), await this.#read(principal, id), undefined);
  }

  @Post('retry')
  @HttpCode(202)
  @Access()
  @ApiAcceptedResponse({ standardSchema: ClipStatus })
  async retry(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Res() reply: FastifyReply,
  ) {
    await this.#requireReviewer(principal, id);
    await this.steer.retry(principal, id);
    this.board.drop(id);
    send(reply.status(202), await this.#read(principal, id), undefined);
  }

  async #statusLater(
    principal: Principal,
    id: string,
    ifNoneMatch: string | undefined,
    waitMs: number,
    reply: FastifyReply,
  ): Promise<void> {
    let posted = await this.#read(principal, id);
    if (waitMs > 0) {
      const deadline = Date.now() + waitMs;
      const gone = hangUp(reply);
      while (!noneMatch(ifNoneMatch, posted.etag) && Date.now() < deadline && !gone.aborted) {
        await this.board.changed(id, deadline - Date.now(), gone);
        posted = await this.#read(principal, id);
      }
    }
    send(reply, posted, ifNoneMatch);
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
  if (noneMatch(ifNoneMatch, posted.etag))
    void reply.type('application/json; charset=utf-8').send(posted.body);
  else void reply.status(304).send();
}

/** Aborts when the client hangs up, so that nobody is waited for in vain. */
function hangUp(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());
  return controller.signal;
}
