import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, CurrentPrincipal, FreshPrincipals, type Principal } from '../identity/index.js';
import { Creates } from '../platform/http/route.decorator.js';
import { PageQuery, pageOf, Uuid, type Page } from '../platform/http/validation.js';
import { requireCaseRole } from './case-access.js';
import { Member, MemberPage, MemberRequest } from './member.contract.js';
import { MemberRepository, type MemberRow } from './member.repository.js';
import { PutMember } from './put-member.js';
import { RemoveMember } from './remove-member.js';

@Controller('cases/:id/members')
@UseInterceptors(FreshPrincipals)
export class MembersController {
  constructor(
    private readonly members: MemberRepository,
    private readonly putMember: PutMember,
    private readonly removeMember: RemoveMember,
  ) {}

  @Post()
  @Access()
  @Creates(Member)
  @ApiOkResponse({ standardSchema: Member, description: 'Was a member; has this role now.' })
  async put(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) caseId: string,
    @Body({ schema: MemberRequest }) body: MemberRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Member> {
    const { member, added } = await this.putMember.execute(principal, caseId, body);
    void reply.status(added ? 201 : 200);
    return presentMember(member);
  }

  @Get()
  @Access('read')
  @ApiOkResponse({ standardSchema: MemberPage })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) caseId: string,
    @Query({ schema: PageQuery }) { limit, cursor }: PageQuery,
  ): Promise<Page<Member>> {
    requireCaseRole(principal, caseId, 'reviewer');
    const rows = await this.members.list(caseId, { limit: limit + 1, cursor });
    return pageOf(
      rows.map((row) => ({ ...row, id: row.userId })),
      limit,
      presentMember,
    );
  }

  @Delete(':userId')
  @HttpCode(204)
  @Access()
  @ApiNoContentResponse()
  remove(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) caseId: string,
    @Param('userId', { schema: Uuid }) userId: string,
  ): Promise<void> {
    return this.removeMember.execute(principal, caseId, userId);
  }
}

function presentMember(row: MemberRow): Member {
  return { userId: row.userId, name: row.name, role: row.role, addedAt: row.addedAt.toISOString() };
}
