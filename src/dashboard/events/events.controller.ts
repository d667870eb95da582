import { Controller, Get, Headers, Query, Res, type ExecutionContext } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { requireCaseRole } from '../../cases/index.js';
import { parsePosition, requireStatusReader, StatusBoard, type StatusPosition } from '../../clips/index.js';
import { Access, CallContext, CurrentPrincipal, Readmission, type Principal } from '../../identity/index.js';
import { InvalidInputError, NotFoundError } from '../../shared/errors.js';
import { Listener } from './listener.js';
import { StatusStream } from './status-stream.js';
import { Uuid } from '../../platform/http/validation.js';

const EventsQuery = z.strictObject({
  case: Uuid.optional(),
  clip: Uuid.optional(),
  lastEventId: z.string().max(100).optional(),
});
type EventsQuery = z.infer<typeof EventsQuery>;

/** Listeners that a restart cut off come back spread over this time. */
const RETRY_FROM_MS = 500;
const RETRY_SPREAD_MS = 1_000;

@Controller('events')
export class EventsController {
  constructor(
    private readonly stream: StatusStream,
    private readonly board: StatusBoard,
    private readonly readmission: Readmission,
  ) {}

  /**
   * Server-Sent Events `clip.status`: each state of each clip that the caller may see, once and in order, with the status
   * object as data. `Last-Event-ID` resumes after that event; when it is too old for that, `reset` comes first.
   * `clip.activity` says that something else was done about a clip (an annotation, a comment, a finding, a match …), to
   * reviewers and leads, at most once a second for each clip; it has no id and is not told again.
   */
  @Get()
  @Access('read', 'submit', 'dashboard')
  @ApiHeader({ name: 'Last-Event-ID', required: false })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({
    description:
      'Events `clip.status` (data: ClipStatus), `clip.activity` (data: `{id}` of a clip about which something was done that its status does not show; for reviewers and leads, at most once a second for each clip, without an id: after a break ask again) and `reset`.',
    schema: { type: 'string' },
  })
  async events(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: EventsQuery }) query: EventsQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @CallContext() call: ExecutionContext,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const after = positionOf(lastEventId ?? query.lastEventId);
    await this.#requireReach(principal, query);
    const filter = { caseId: query.case, clipId: query.clip };
    const listener = new Listener(reply.raw, filter, principal, () => this.readmission.again(call));
    reply.raw.once('close', () => this.stream.leave(listener));
    const headers = headersOf(reply);
    reply.hijack();
    listener.open(headers, RETRY_FROM_MS + Math.floor(Math.random() * RETRY_SPREAD_MS));
    if (reply.request.method === 'HEAD') listener.end();
    else await this.stream.join(listener, after);
  }

  async #requireReach(principal: Principal, query: EventsQuery): Promise<void> {
    if (query.case !== undefined) requireCaseRole(principal, query.case, 'submitter');
    if (query.clip === undefined) return;
    const posted = await this.board.get(query.clip);
    if (posted === undefined) throw new NotFoundError('not_found', 'There is no such clip.');
    requireStatusReader(principal, posted);
  }
}

function positionOf(text: string | undefined): StatusPosition | undefined {
  // An empty one is how a listener says that it has none.
  if (text === undefined || text === '') return undefined;
  const position = parsePosition(text);
  if (position !== undefined) return position;
  throw new InvalidInputError('invalid_cursor', 'Last-Event-ID is not an id that this stream gave.', [
    { path: 'lastEventId', message: 'not an id of this stream' },
  ]);
}

function headersOf(reply: FastifyReply): Record<string, string> {
  const set = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return {
    ...Object.fromEntries(set),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'private, no-cache, no-transform',
    // nginx would hold events back until its buffer is full.
    'x-accel-buffering': 'no',
  };
}
