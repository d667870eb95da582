import { Injectable } from '@nestjs/common';
import { CustodyLog } from '../custody/index.js';
import { actorOf, announceChange, roleIn, UserRepository, type Principal } from '../identity/index.js';
import type { Database, Tx } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { ConflictError, InvalidInputError } from '../shared/errors.js';
import { requireCaseRole } from './case-access.js';
import { CaseRepository } from './case.repository.js';
import type { MemberRequest } from './member.contract.js';
import { MemberRepository, type MemberRow } from './member.repository.js';

/** Adds somebody to a case, or gives a member another role. */
@Injectable()
export class PutMember {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly cases: CaseRepository,
    private readonly members: MemberRepository,
    private readonly users: UserRepository,
    private readonly custody: CustodyLog,
  ) {}

  /**
   * A lead decides. An administrator of no role in the case may only give it a lead when it has none who can sign in.
   * @throws ConflictError `last_lead`; InvalidInputError at `userId`.
   */
  async execute(
    principal: Principal,
    caseId: string,
    request: MemberRequest,
  ): Promise<{ member: MemberRow; added: boolean }> {
    if (!isRescue(principal, caseId, request)) requireCaseRole(principal, caseId, 'lead');
    return this.db.transaction().execute(async (tx) => {
      const leads = await this.#lock(tx, principal, caseId, request);
      const before = await this.members.find(tx, caseId, request.userId);
      if (request.role !== 'lead') requireAnotherLead(leads, request.userId);
      const unchanged = before?.role === request.role;
      if (!unchanged) await this.#write(tx, principal, caseId, request, before);
      const member = await this.members.find(tx, caseId, request.userId);
      if (member === undefined) throw new Error('the member was not written');
      return { member, added: before === undefined };
    });
  }

  /** The case, so that two leads cannot demote each other at once, and the person, so that they are not disabled meanwhile. */
  async #lock(tx: Tx, principal: Principal, caseId: string, request: MemberRequest): Promise<string[]> {
    const known = await this.cases.findAndLock(tx, caseId);
    const leads = await this.members.listEnabledLeads(tx, caseId);
    const mayRescue = known !== undefined && leads.length === 0;
    // Answers as for anybody else's case.
    if (isRescue(principal, caseId, request) && !mayRescue) requireCaseRole(principal, caseId, 'lead');
    const user = await this.users.lock(tx, request.userId);
    if (user === undefined || user.disabled_at !== null) {
      throw new InvalidInputError('invalid_request', 'Some fields are not acceptable.', [
        { path: 'userId', message: 'is unknown or disabled' },
      ]);
    }
    return leads;
  }

  async #write(
    tx: Tx,
    principal: Principal,
    caseId: string,
    { userId, role }: MemberRequest,
    before: MemberRow | undefined,
  ): Promise<void> {
    await this.members.put(tx, caseId, userId, role);
    await announceChange(tx);
    await this.custody.append(tx, [
      {
        chain: caseId,
        action: 'member.added',
        actor: actorOf(principal),
        body: { caseId, userId, role, before: before?.role ?? null },
      },
    ]);
  }
}

function isRescue(principal: Principal, caseId: string, { role }: MemberRequest): boolean {
  return principal.admin && role === 'lead' && roleIn(principal, caseId) !== 'lead';
}

/** @throws ConflictError `last_lead` when nobody else leads the case. */
export function requireAnotherLead(enabledLeads: readonly string[], userId: string): void {
  if (enabledLeads.includes(userId) && enabledLeads.length === 1) {
    throw new ConflictError('last_lead', 'The case’s last lead can neither leave nor step down.');
  }
}
