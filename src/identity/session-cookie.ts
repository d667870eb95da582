import type { CookieSerializeOptions } from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../platform/config/config.js';
import { InjectConfig } from '../platform/platform.tokens.js';
import { ForbiddenError } from '../shared/errors.js';
import { isForeignPage, isOwnPage, type Provenance } from './domain/same-origin.js';

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** The browser's session cookie, and where the requests that carry it may come from. */
@Injectable()
export class SessionCookie {
  readonly #secure: boolean;
  readonly #publicOrigin: string | null;

  constructor(@InjectConfig() config: Config) {
    this.#publicOrigin = config.publicUrl?.origin ?? null;
    this.#secure = config.publicUrl?.protocol === 'https:';
  }

  get name(): string {
    return this.named('sightline_session');
  }

  /** `__Host-`: neither a sibling host nor plain http can plant the cookie (RFC 6265bis §4.1.3.2). Needs TLS. */
  named(name: string): string {
    return this.#secure ? `__Host-${name}` : name;
  }

  read(request: FastifyRequest): string | undefined {
    const value = request.cookies[this.name];
    return value !== undefined && SECRET.test(value) ? value : undefined;
  }

  set(reply: FastifyReply, secret: string): void {
    void reply.setCookie(this.name, secret, { ...this.attributes, sameSite: 'strict' });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, { ...this.attributes, sameSite: 'strict' });
  }

  get attributes(): CookieSerializeOptions {
    return { path: '/', httpOnly: true, secure: this.#secure };
  }

  /** The browser adds the cookie to whatever page's request. @throws ForbiddenError `cross_site`. */
  requireOwnPage(request: FastifyRequest): void {
    if (!isOwnPage(provenanceOf(request), this.#publicOrigin)) throw crossSite();
  }

  /** Signing somebody in as somebody else (login CSRF) needs no cookie. @throws ForbiddenError `cross_site`. */
  refuseForeignPage(request: FastifyRequest): void {
    if (isForeignPage(provenanceOf(request), this.#publicOrigin)) throw crossSite();
  }
}

function provenanceOf(request: FastifyRequest): Provenance {
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  return {
    method: request.method,
    host,
    origin,
    secFetchSite: typeof site === 'string' ? site : undefined,
  };
}

function crossSite(): ForbiddenError {
  return new ForbiddenError('cross_site', 'This must come from the desk’s own page.');
}
