import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, CurrentPrincipal, type Principal } from '../../identity/index.js';
import { Creates, IfMatch } from '../../platform/http/route.decorator.js';
import { PageQuery, Uuid, type Page } from '../../platform/http/validation.js';
import { versionTag, viewTag, type ExpectedVersion } from '../../platform/http/version-tag.js';
import { CreateSubject } from './create-subject.js';
import { SubjectReader } from './subject-reader.js';
import {
  ClipSubjectPage,
  Subject,
  SubjectPage,
  SubjectPatch,
  SubjectQuery,
  SubjectRequest,
  SubjectWithClips,
  type ClipSubject,
} from './subject.contract.js';
import { UpdateSubject } from './update-subject.js';

@Controller()
export class SubjectsController {
  constructor(
    private readonly createSubject: CreateSubject,
    private readonly updateSubject: UpdateSubject,
    private readonly reader: SubjectReader,
  ) {}

  @Post('subjects')
  @Access()
  @Creates(Subject)
  async create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: SubjectRequest }) body: SubjectRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Subject> {
    const subject = await this.createSubject.execute(principal, body);
    void reply.header('location', `/api/v1/subjects/${subject.id}`);
    return tagged(subject, reply);
  }

  @Get('subjects')
  @Access('read')
  @ApiOkResponse({ standardSchema: SubjectPage })
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: SubjectQuery }) query: SubjectQuery,
  ): Promise<Page<Subject>> {
    return this.reader.list(principal, query);
  }

  @Get('subjects/:id')
  @Access('read')
  @ApiOkResponse({ standardSchema: SubjectWithClips })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubjectWithClips> {
    const subject = await this.reader.one(principal, id, query);
    void reply.header('etag', viewTag(subject.id, subject.version, subject));
    return subject;
  }

  @Patch('subjects/:id')
  @Access()
  @ApiOkResponse({ standardSchema: Subject })
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SubjectPatch }) body: SubjectPatch,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Subject> {
    return tagged(await this.updateSubject.execute(principal, id, body, expected), reply);
  }

  @Get('clips/:id/subjects')
  @Access('read')
  @ApiOkResponse({ standardSchema: ClipSubjectPage })
  ofClip(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<ClipSubject>> {
    return this.reader.ofClip(principal, id, query);
  }
}

function tagged(subject: Subject, reply: FastifyReply): Subject {
  void reply.header('etag', versionTag(subject.id, subject.version));
  return subject;
}
