import { Controller, Get, Redirect, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { UnauthenticatedError } from '../../platform/http/http-errors.js';
import { PublicAccess } from '../access.decorator.js';
import { SessionCookie } from '../session-cookie.js';
import { OidcState } from '../session.contract.js';
import { OidcProvider, type OidcRound } from './oidc-provider.js';
import { SignInByOidc } from './sign-in-by-oidc.js';

const ROUND_SECONDS = 600;
const Round = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** Signing in with the identity provider: out to it, and back. */
@Controller('session/oidc')
export class OidcController {
  constructor(
    private readonly provider: OidcProvider,
    private readonly signIn: SignInByOidc,
    private readonly cookie: SessionCookie,
  ) {}

  @Get('configured')
  @PublicAccess()
  @ApiOkResponse({ standardSchema: OidcState })
  state(): OidcState {
    return { configured: this.provider.isConfigured };
  }

  @Get()
  @PublicAccess()
  @Redirect()
  @ApiFoundResponse({ description: 'To the identity provider.' })
  async begin(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ url: string }> {
    const { url, round } = await this.provider.begin();
    void reply.setCookie(this.#name, Buffer.from(JSON.stringify(round)).toString('base64url'), {
      ...this.#attributes,
      maxAge: ROUND_SECONDS,
    });
    void reply.header('cache-control', 'no-store');
    return { url: url.href };
  }

  @Get('callback')
  @PublicAccess()
  @Redirect('/')
  @ApiFoundResponse({ description: 'Signed in; to the desk’s page.' })
  async finish(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    // One round, one try: whatever comes of it, the same answer cannot be brought again.
    void reply.clearCookie(this.#name, this.#attributes).header('cache-control', 'no-store');
    this.provider.requireConfigured();
    const query = new URL(request.url, 'http://desk').search;
    const person = await this.provider.finish(query, readRound(request.cookies[this.#name]));
    this.cookie.set(reply, await this.signIn.execute(person, this.cookie.read(request)));
  }

  get #name(): string {
    return this.cookie.named('sightline_oidc');
  }

  /** Lax, because the browser comes back by way of another site, with which it sends no strict cookie. */
  get #attributes() {
    return { ...this.cookie.attributes, sameSite: 'lax' } as const;
  }
}

function readRound(value: string | undefined): OidcRound {
  try {
    return Round.parse(JSON.parse(Buffer.from(value ?? '', 'base64url').toString('utf8')));
  } catch (cause) {
    throw new UnauthenticatedError(
      'oidc_failed',
      'This browser did not begin to sign in here.',
      {},
      { cause },
    );
  }
}
