import { Injectable } from '@nestjs/common';
import { CustodyLog, type CustodyEntry } from '../custody/index.js';
import type { Database, Tx } from '../platform/db/database.js';
import { requireVersion, type ExpectedVersion } from '../platform/http/version-tag.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { ConflictError, NotFoundError } from '../shared/errors.js';
import { EndAccess } from './end-access.js';
import { Passwords } from './passwords.js';
import { actorOf, type Principal } from './principal.js';
import { announceChange } from './token.repository.js';
import type { UserPatch } from './user.contract.js';
import { UserRepository, type UserRow } from './user.repository.js';

/** Changes a person as an administrator may: name, address, rights, and the ways in. */
@Injectable()
export class UpdateUser {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly users: UserRepository,
    private readonly passwords: Passwords,
    private readonly access: EndAccess,
    private readonly custody: CustodyLog,
  ) {}

  /**
   * @param expected answers whether the caller's `If-Match` fits the present version
   * @throws ConflictError `last_admin`, `email_taken`; PreconditionFailedError `version_conflict`.
   */
  async execute(
    principal: Principal,
    userId: string,
    patch: UserPatch,
    expected: ExpectedVersion,
  ): Promise<UserRow> {
    // Before the lock: hashing takes longer than anybody should hold a row.
    const passwordHash = patch.password === undefined ? undefined : await this.passwords.hash(patch.password);
    return this.db.transaction().execute(async (tx) => {
      if (patch.admin === false || patch.disabled === true) await this.#keepOneAdministrator(tx, userId);
      const before = await this.users.lock(tx, userId);
      if (before === undefined) throw new NotFoundError('not_found', 'There is no such person.');
      requireVersion(expected, before.version, 'person');
      if (patch.password !== undefined) {
        const { email = before.email, name = before.name } = patch;
        this.passwords.check(patch.password, { email, name });
      }
      const fields = changedFields(before, patch);
      if (fields.length === 0) return before;
      const after = await this.#write(tx, before, patch, passwordHash);
      await this.custody.append(tx, [
        {
          chain: 'system',
          action: 'user.updated',
          actor: actorOf(principal),
          body: { userId, fields },
          private: { before: shown(before, fields), after: shown(after, fields) },
        },
        ...(await this.#close(tx, actorOf(principal), after, fields)),
      ]);
      return after;
    });
  }

  async #write(
    tx: Tx,
    before: UserRow,
    patch: UserPatch,
    passwordHash: string | undefined,
  ): Promise<UserRow> {
    const { email, name, admin, disabled } = patch;
    const isSame = disabled === (before.disabled_at !== null);
    const after = await this.users.update(tx, before.id, {
      email,
      name,
      admin,
      disabled: isSame ? undefined : disabled,
      passwordHash,
      withoutTotp: patch.totp === false,
    });
    await announceChange(tx);
    return after;
  }

  /** Other rights or another way in end what was opened with the old ones. */
  async #close(tx: Tx, actor: string, user: UserRow, fields: readonly string[]): Promise<CustodyEntry[]> {
    const body = { userId: user.id };
    const about: CustodyEntry[] = [];
    if (fields.includes('password')) about.push({ chain: 'system', action: 'password.changed', actor, body });
    if (fields.includes('totp'))
      about.push({
        chain: 'system',
        action: 'second_factor.changed',
        actor,
        body: { ...body, enabled: false },
      });
    if (fields.includes('disabled') && user.disabled_at !== null)
      return [...about, ...(await this.access.all(tx, user.id, actor))];
    const isRenewed = ['password', 'totp', 'admin'].some((field) => fields.includes(field));
    return isRenewed ? [...about, ...(await this.access.ofBrowsers(tx, user.id, actor))] : about;
  }

  async #keepOneAdministrator(tx: Tx, userId: string): Promise<void> {
    const administrators = await this.users.lockAdministrators(tx);
    if (administrators.length === 1 && administrators[0] === userId) {
      throw new ConflictError('last_admin', 'The last administrator can be neither disabled nor demoted.');
    }
  }
}

function changedFields(before: UserRow, patch: UserPatch): string[] {
  const now = values(before);
  return Object.entries(patch).flatMap(([name, value]) =>
    value !== undefined && (name === 'password' || now[name] !== value) ? [name] : [],
  );
}

function shown(row: UserRow, fields: readonly string[]): Record<string, string | boolean | null> {
  return Object.fromEntries(Object.entries(values(row)).filter(([name]) => fields.includes(name)));
}

function values(row: UserRow): Record<string, string | boolean | null> {
  return {
    email: row.email,
    name: row.name,
    admin: row.admin,
    disabled: row.disabled_at !== null,
    totp: row.totp_confirmed_at !== null,
  };
}
