import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Access, CurrentPrincipal, type Principal } from '../../identity/index.js';
import { Creates, IfMatch } from '../../platform/http/route.decorator.js';
import { PageQuery, Uuid, type Page } from '../../platform/http/validation.js';
import { viewTag, type ExpectedVersion } from '../../platform/http/version-tag.js';
import { AnnotationReader } from './annotation-reader.js';
import {
  Annotation,
  AnnotationPage,
  AnnotationReplacement,
  AnnotationRequest,
  AnnotationRevisionPage,
} from './annotation.contract.js';
import type { AnnotationRow } from './annotation.repository.js';
import { ChangeAnnotation } from './change-annotation.js';
import { MakeAnnotation } from './make-annotation.js';
import { sayMediaType } from './media-type.js';
import { requireSetByDesk } from './set-by-desk.js';

/** PostgreSQL's integer. */
const MOST_VERSION = 2 ** 31 - 1;

const RevisionQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.coerce.number().int().positive().max(MOST_VERSION).optional(),
});
type RevisionQuery = z.infer<typeof RevisionQuery>;

/** W3C Web Annotations of frames and of time ranges. */
@Controller()
export class AnnotationsController {
  constructor(
    private readonly make: MakeAnnotation,
    private readonly change: ChangeAnnotation,
    private readonly reader: AnnotationReader,
  ) {}

  @Post('frames/:id/annotations')
  @Access()
  @Creates(Annotation)
  async onFrame(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: AnnotationRequest }) body: AnnotationRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Annotation> {
    return this.#made(await this.make.onFrame(principal, id, body, request.host), request, reply);
  }

  @Get('frames/:id/annotations')
  @Access('read')
  @ApiOkResponse({ standardSchema: AnnotationPage })
  ofFrame(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<Annotation>> {
    return this.reader.ofFrame(principal, id, query);
  }

  @Post('clips/:id/annotations')
  @Access()
  @Creates(Annotation)
  async onClip(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: AnnotationRequest }) body: AnnotationRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Annotation> {
    return this.#made(await this.make.onClip(principal, id, body, request.host), request, reply);
  }

  @Get('clips/:id/annotations')
  @Access('read')
  @ApiOkResponse({ standardSchema: AnnotationPage })
  ofClip(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<Annotation>> {
    return this.reader.ofClip(principal, id, query);
  }

  @Get('annotations/:id')
  @Access('read')
  @ApiOkResponse({ standardSchema: Annotation })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Annotation> {
    return tagged(await this.reader.one(principal, id), request, reply);
  }

  @Get('annotations/:id/revisions')
  @Access('read')
  @ApiOkResponse({ standardSchema: AnnotationRevisionPage })
  revisions(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: RevisionQuery }) query: RevisionQuery,
  ): Promise<z.infer<typeof AnnotationRevisionPage>> {
    return this.reader.revisions(principal, id, query) as Promise<z.infer<typeof AnnotationRevisionPage>>;
  }

  @Put('annotations/:id')
  @Access()
  @ApiOkResponse({ standardSchema: Annotation })
  async replace(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: AnnotationReplacement }) body: AnnotationReplacement,
    @IfMatch() expected: ExpectedVersion,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Annotation> {
    requireSetByDesk(body, await this.reader.one(principal, id));
    const row = await this.change.replace(principal, id, body, { host: request.host, expected });
    return tagged(await this.reader.present(row), request, reply);
  }

  @Delete('annotations/:id')
  @Access()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Withdrawn; it stays on record.' })
  async withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<void> {
    await this.change.withdraw(principal, id, expected);
  }

  async #made(row: AnnotationRow, request: FastifyRequest, reply: FastifyReply): Promise<Annotation> {
    void reply.header('location', `/api/v1/annotations/${row.id}`);
    return tagged(await this.reader.present(row), request, reply);
  }
}

function tagged(annotation: Annotation, request: FastifyRequest, reply: FastifyReply): Annotation {
  void reply.header('etag', viewTag(annotation.id, annotation.version, annotation));
  sayMediaType(request, reply);
  return annotation;
}
