import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Claim, presentClaim } from '../clips/index.js';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import { Creates } from '../platform/http/route.decorator.js';
import { Uuid } from '../platform/http/validation.js';
import { AddClaim } from './add-claim.js';
import { ClaimRequest } from './claim-request.contract.js';

@Controller('clips/:id/claims')
export class ClaimsController {
  constructor(private readonly addClaim: AddClaim) {}

  @Post()
  @HttpCode(201)
  @Access()
  @Creates(Claim)
  async add(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: ClaimRequest }) body: ClaimRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Claim> {
    const claim = await this.addClaim.execute(principal, id, body);
    void reply.header('location', `/api/v1/clips/${id}/claims`);
    return presentClaim(claim);
  }
}
