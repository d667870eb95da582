import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal, TokenScope } from './principal.js';

export const ACCESS = Symbol('access');

export interface AccessRule {
  /** Token scopes that open the route; `full` always does. Empty: anybody, signed in or not. */
  readonly scopes: readonly TokenScope[] | 'public';
  readonly admin: boolean;
}

/** Routes are closed unless they say who may come in: a route without one of these answers 403 to everyone. */
export const Access = (...scopes: TokenScope[]) =>
  SetMetadata(ACCESS, { scopes: ['full', ...scopes], admin: false } satisfies AccessRule);
export const AdminAccess = () => SetMetadata(ACCESS, { scopes: ['full'], admin: true } satisfies AccessRule);
export const PublicAccess = () =>
  SetMetadata(ACCESS, { scopes: 'public', admin: false } satisfies AccessRule);

export interface AuthenticatedRequest extends FastifyRequest {
  principal?: Principal;
}

export const CurrentPrincipal = createParamDecorator((_data: unknown, context: ExecutionContext): Principal =>
  principalOf(context.switchToHttp().getRequest<AuthenticatedRequest>()),
);

/** Whom the guard let in. */
export function principalOf(request: AuthenticatedRequest): Principal {
  if (request.principal === undefined)
    throw new Error('route without an access rule asked for the principal');
  return request.principal;
}
