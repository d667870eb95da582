import { Injectable } from '@nestjs/common';
import { UnauthenticatedError } from '../platform/http/http-errors.js';
import type { Principal } from './principal.js';
import type { Me } from './token.contract.js';
import { UserRepository } from './user.repository.js';

/** Who the caller is. A token for dashboards learns no name and no address. */
@Injectable()
export class ReadMe {
  constructor(private readonly users: UserRepository) {}

  async execute(principal: Principal): Promise<Me> {
    const user = await this.users.find(principal.userId);
    if (user === undefined) throw new UnauthenticatedError('unauthenticated', 'You are not known any more.');
    const isNamed = principal.scope !== 'dashboard';
    return {
      userId: principal.userId,
      name: isNamed ? user.name : null,
      email: isNamed ? user.email : null,
      tokenId: principal.tokenId,
      sessionId: principal.sessionId,
      scope: principal.scope,
      admin: principal.admin,
      totp: user.totp_confirmed_at !== null,
      cases: [...principal.roles]
        .filter(([caseId]) => principal.caseIds === null || principal.caseIds.has(caseId))
        .map(([caseId, role]) => ({ caseId, role })),
    };
  }
}
