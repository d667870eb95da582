import { createParamDecorator, Injectable, type ExecutionContext } from '@nestjs/common';
import { UnauthenticatedError } from '../platform/http/http-errors.js';
import { ForbiddenError } from '../shared/errors.js';
import { principalOf, type AuthenticatedRequest } from './access.decorator.js';
import { AuthGuard } from './auth.guard.js';
import type { Principal } from './principal.js';

/** The call itself, for answers that go on for so long that the caller must be judged again meanwhile. */
export const CallContext = createParamDecorator(
  (_data: unknown, context: ExecutionContext): ExecutionContext => context,
);

/** Stands a caller before the guard once more, while their answer is under way. */
@Injectable()
export class Readmission {
  constructor(private readonly guard: AuthGuard) {}

  /** As `again`, where there is no answer yet that could be ended: throws what the guard throws. */
  async require(context: ExecutionContext): Promise<Principal> {
    await this.guard.canActivate(context);
    return principalOf(context.switchToHttp().getRequest<AuthenticatedRequest>());
  }

  /** Who calls, with the rights of this moment; undefined when they would not be let in any more. */
  async again(context: ExecutionContext): Promise<Principal | undefined> {
    try {
      return await this.require(context);
    } catch (error) {
      if (error instanceof UnauthenticatedError || error instanceof ForbiddenError) return undefined;
      throw error;
    }
  }
}
