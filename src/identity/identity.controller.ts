import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PrivateVault, sealText, unsealText } from '../custody/index.js';
import { Idempotency } from '../platform/http/idempotency.js';
import { PageQuery, pageOf, Uuid, type Page } from '../platform/http/validation.js';
import { Access, CurrentPrincipal, type AuthenticatedRequest } from './access.decorator.js';
import { CreateToken } from './create-token.js';
import { FreshPrincipals } from './fresh-principals.js';
import type { Principal } from './principal.js';
import { ReadMe } from './read-me.js';
import { RevokeToken } from './revoke-token.js';
import { Me, NewToken, TokenPage, TokenRequest, type Token } from './token.contract.js';
import { TokenRepository, type TokenRow } from './token.repository.js';

@Controller()
@UseInterceptors(FreshPrincipals)
export class IdentityController {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly createToken: CreateToken,
    private readonly revokeToken: RevokeToken,
    private readonly readMe: ReadMe,
    private readonly idempotency: Idempotency,
    private readonly vault: PrivateVault,
  ) {}

  @Get('me')
  @Access('read', 'submit', 'dashboard')
  @ApiOkResponse({ standardSchema: Me })
  me(@CurrentPrincipal() principal: Principal): Promise<Me> {
    return this.readMe.execute(principal);
  }

  @Post('tokens')
  @Access()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ standardSchema: NewToken })
  async create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: TokenRequest }) body: TokenRequest,
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewToken> {
    // What is kept for a repeated request holds the token sealed.
    const { id, sealed } = await this.idempotency.once(request, reply, async () => {
      const made = await this.createToken.execute(principal, body);
      return { id: made.id, sealed: sealText(this.vault, made.id, made.token) };
    });
    return { id, token: unsealText(this.vault, id, JSON.parse(sealed)) };
  }

  @Get('tokens')
  @Access('read')
  @ApiOkResponse({ standardSchema: TokenPage })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<Token>> {
    return pageOf(
      await this.tokens.list(principal.userId, query.limit + 1, query.cursor),
      query.limit,
      presentToken,
    );
  }

  @Delete('tokens/:id')
  @HttpCode(204)
  @Access()
  @ApiNoContentResponse()
  revoke(@CurrentPrincipal() principal: Principal, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    return this.revokeToken.execute(principal, id);
  }
}

function presentToken(row: TokenRow): Token {
  return {
    id: row.id,
    name: row.name,
    userId: row.userId,
    scope: row.scope,
    caseIds: row.caseIds === null ? null : [...row.caseIds],
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}
