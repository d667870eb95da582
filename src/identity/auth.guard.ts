import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { UnauthenticatedError } from '../platform/http/http-errors.js';
import { ForbiddenError } from '../shared/errors.js';
import { ACCESS, type AccessRule, type AuthenticatedRequest } from './access.decorator.js';
import type { Principal } from './principal.js';
import type { Credential } from './credential.js';
import { Principals } from './principals.js';
import { SessionCookie } from './session-cookie.js';

/** Stands before every route: no access rule, no entry. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly principals: Principals,
    private readonly cookie: SessionCookie,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, context.getHandler());
    if (rule === undefined) throw new ForbiddenError('route_closed', 'This route is closed.');
    if (rule.scopes === 'public') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const credential = this.#credentialOf(request);
    const known = this.principals.recall(credential);
    if (known !== undefined) return admit(request, known, rule);
    return this.principals.resolve(credential).then((principal) => {
      if (principal === undefined) throw unauthenticated();
      return admit(request, principal, rule);
    });
  }

  /** A token wins over the cookie: a program says what it means, a browser adds the cookie to everything. */
  #credentialOf(request: AuthenticatedRequest): Credential {
    const { authorization } = request.headers;
    if (authorization !== undefined && authorization !== '')
      return { kind: 'token', secret: bearerToken(authorization) };
    const secret = this.cookie.read(request);
    if (secret === undefined) throw unauthenticated();
    this.cookie.requireOwnPage(request);
    return { kind: 'session', secret };
  }
}

function bearerToken(header: string): string {
  const match = /^Bearer ([A-Za-z0-9._~+/=-]{1,512})$/i.exec(header);
  if (match?.[1] === undefined) throw unauthenticated();
  return match[1];
}

function admit(request: AuthenticatedRequest, principal: Principal, rule: AccessRule): boolean {
  if (rule.scopes === 'public') return true;
  if (!rule.scopes.includes(principal.scope)) {
    throw new ForbiddenError('scope_too_narrow', `This needs a token of scope ${rule.scopes.join(' or ')}.`);
  }
  if (rule.admin && !principal.admin)
    throw new ForbiddenError('admin_only', 'Only an administrator may do this.');
  request.principal = principal;
  return true;
}

function unauthenticated(): UnauthenticatedError {
  return new UnauthenticatedError(
    'unauthenticated',
    'Sign in, or give a valid API token as "Authorization: Bearer TOKEN".',
  );
}
