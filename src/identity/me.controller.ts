import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { PageQuery, pageOf, Uuid, type Page } from '../platform/http/validation.js';
import { Access, CurrentPrincipal } from './access.decorator.js';
import { ChangePassword } from './change-password.js';
import { ChangeSecondFactor } from './change-second-factor.js';
import { EndSession } from './end-session.js';
import { FreshPrincipals } from './fresh-principals.js';
import type { Principal } from './principal.js';
import { SessionCookie } from './session-cookie.js';
import {
  PasswordPatch,
  SessionPage,
  TotpConfirmation,
  TotpRemoval,
  TotpSecret,
  type Session,
} from './session.contract.js';
import { SessionRepository } from './session.repository.js';

/** What everybody may do about their own ways in. */
@Controller('me')
@UseInterceptors(FreshPrincipals)
export class MeController {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly endSession: EndSession,
    private readonly changePassword: ChangePassword,
    private readonly changeSecondFactor: ChangeSecondFactor,
    private readonly cookie: SessionCookie,
  ) {}

  @Get('sessions')
  @Access()
  @ApiOkResponse({ standardSchema: SessionPage })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<Session>> {
    const rows = await this.sessions.list(principal.userId, query.limit + 1, query.cursor);
    return pageOf(rows, query.limit, (row) => ({
      id: row.id,
      method: row.method,
      current: row.id === principal.sessionId,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }));
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Access()
  @ApiNoContentResponse()
  end(@CurrentPrincipal() principal: Principal, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    return this.endSession.execute(principal, id);
  }

  @Patch('password')
  @HttpCode(204)
  @Access()
  @ApiNoContentResponse({ description: 'All other sessions have ended; this one has a new cookie.' })
  async password(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: PasswordPatch }) body: PasswordPatch,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const secret = await this.changePassword.execute(principal, body, request.ip);
    if (secret !== undefined) this.cookie.set(reply, secret);
  }

  @Post('totp')
  @Access()
  @ApiCreatedResponse({ standardSchema: TotpSecret, description: 'Counts once a code of it was confirmed.' })
  beginTotp(@CurrentPrincipal() principal: Principal): Promise<z.infer<typeof TotpSecret>> {
    return this.changeSecondFactor.begin(principal);
  }

  @Post('totp/confirm')
  @HttpCode(204)
  @Access()
  @ApiNoContentResponse()
  confirmTotp(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: TotpConfirmation }) body: TotpConfirmation,
  ): Promise<void> {
    return this.changeSecondFactor.confirm(principal, body.code);
  }

  @Delete('totp')
  @HttpCode(204)
  @Access()
  @ApiNoContentResponse()
  removeTotp(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: TotpRemoval }) body: TotpRemoval,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.changeSecondFactor.remove(principal, body.password, request.ip);
  }
}
