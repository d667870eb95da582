import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Access, CurrentPrincipal, type Principal } from '../identity/index.js';
import { KnownAnswer, KnownRequest } from './known.contract.js';
import { KnownLinks } from './known-links.js';

@Controller('clips')
export class KnownController {
  constructor(private readonly known: KnownLinks) {}

  /** A question, not a change: posted because links belong into no log of addresses. */
  @Post('known')
  @HttpCode(200)
  @Access('submit')
  @ApiOkResponse({ standardSchema: KnownAnswer })
  async ask(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: KnownRequest }) body: KnownRequest,
  ): Promise<KnownAnswer> {
    return { items: await this.known.execute(principal, body) };
  }
}
