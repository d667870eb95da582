import { Body, Controller, Delete, HttpCode, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentPrincipal, PublicAccess } from './access.decorator.js';
import { EndSession } from './end-session.js';
import { FreshPrincipals } from './fresh-principals.js';
import type { Principal } from './principal.js';
import { Principals } from './principals.js';
import { ReadMe } from './read-me.js';
import { RedeemSetupLink } from './redeem-setup-link.js';
import { SessionCookie } from './session-cookie.js';
import { SessionRequest, SetupPerson, SetupQuestion, SetupRequest } from './session.contract.js';
import { SignIn } from './sign-in.js';
import { signInFailed } from './start-session.js';
import { Me } from './token.contract.js';

@Controller()
@UseInterceptors(FreshPrincipals)
export class SessionController {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly signIn: SignIn,
    private readonly redeem: RedeemSetupLink,
    private readonly endSession: EndSession,
    private readonly principals: Principals,
    private readonly readMe: ReadMe,
  ) {}

  @Post('session')
  @PublicAccess()
  @ApiCreatedResponse({ standardSchema: Me, description: 'Signed in; the cookie is set.' })
  async create(
    @Body({ schema: SessionRequest }) body: SessionRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    this.cookie.refuseForeignPage(request);
    const former = this.cookie.read(request);
    return this.#welcome(reply, await this.signIn.execute(body, { ip: request.ip, former }));
  }

  @Delete('session')
  @HttpCode(204)
  @Access()
  @ApiNoContentResponse({ description: 'Signed out; the cookie is gone.' })
  async end(
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.cookie.clear(reply);
    if (principal.sessionId !== null) await this.endSession.execute(principal, principal.sessionId);
  }

  /** Uses up a one-time link: the first run, an invitation, a lost password. */
  @Post('setup')
  @PublicAccess()
  @ApiCreatedResponse({ standardSchema: Me, description: 'The password is set; signed in.' })
  async setUp(
    @Body({ schema: SetupRequest }) body: SetupRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    this.cookie.refuseForeignPage(request);
    const former = this.cookie.read(request);
    return this.#welcome(reply, await this.redeem.execute(body, { ip: request.ip, former }));
  }

  /** For whom a one-time link is. A body, not an address: the secret must not reach a log. */
  @Post('setup/person')
  @HttpCode(200)
  @PublicAccess()
  @ApiOkResponse({ standardSchema: SetupPerson })
  lookAtLink(
    @Body({ schema: SetupQuestion }) body: SetupQuestion,
    @Req() request: FastifyRequest,
  ): Promise<SetupPerson> {
    this.cookie.refuseForeignPage(request);
    return this.redeem.look(body.token, request.ip);
  }

  async #welcome(reply: FastifyReply, secret: string): Promise<Me> {
    const principal = await this.principals.resolve({ kind: 'session', secret });
    if (principal === undefined) throw signInFailed();
    this.cookie.set(reply, secret);
    return this.readMe.execute(principal);
  }
}
