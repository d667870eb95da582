import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../cases/index.js';
import { CustodyLog, type CustodyEntry } from '../custody/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import type { Database, Tx } from '../platform/db/database.js';
import { requireVersion, type ExpectedVersion } from '../platform/http/version-tag.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { ConflictError } from '../shared/errors.js';
import { newId } from '../shared/ids.js';
import { AccountRepository } from './account.repository.js';
import { foldAccount } from '../shared/fold-account.js';
import type { GradeRequest, SourcePatch, SourceRequest } from './source.contract.js';
import { SourceRepository, type GradeRow, type SourceRow } from './source.repository.js';

/** Writes down who a source is and how far it can be relied on. */
@Injectable()
export class RecordSource {
  readonly #sources = new SourceRepository();
  readonly #accounts = new AccountRepository();

  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly custody: CustodyLog,
  ) {}

  /** @throws ConflictError `account_linked` when an account is said to be another source's. */
  async create(principal: Principal, request: SourceRequest): Promise<SourceRow> {
    const { caseId, kind, name } = request;
    requireCaseRole(principal, caseId, 'reviewer');
    return this.db.transaction().execute(async (tx) => {
      const notes = request.notes ?? null;
      const created_by = principal.userId;
      const row = await this.#sources.insert(tx, {
        id: newId(),
        case_id: caseId,
        kind,
        name,
        notes,
        created_by,
      });
      const accountIds = await this.#claimAccounts(tx, row, request);
      const common = { chain: caseId, actor: actorOf(principal) };
      await this.custody.append(tx, [
        {
          ...common,
          action: 'source.created',
          body: { sourceId: row.id, kind },
          private: { name, notes, accounts: request.accounts },
        },
        ...accountIds.map((accountId): CustodyEntry => ({
          ...common,
          action: 'account.linked',
          body: { accountId, sourceId: row.id },
        })),
      ]);
      return row;
    });
  }

  /** @param expected answers whether the caller's `If-Match` fits the present version. */
  async update(
    principal: Principal,
    id: string,
    patch: SourcePatch,
    expected: ExpectedVersion,
  ): Promise<SourceRow> {
    return this.#change(principal, id, async (tx, before) => {
      requireVersion(expected, before.version, 'source');
      const after = await this.#sources.update(tx, id, patch);
      const fields = Object.keys(patch) as (keyof SourcePatch)[];
      const valuesOf = (row: SourceRow) => Object.fromEntries(fields.map((field) => [field, row[field]]));
      const custody: CustodyEntry = {
        chain: before.case_id,
        action: 'source.updated',
        actor: actorOf(principal),
        body: { sourceId: id, fields },
        private: { before: valuesOf(before), after: valuesOf(after) },
      };
      return { result: after, custody };
    });
  }

  /** The newest grade is the source's reliability; earlier ones stay on record. */
  async grade(principal: Principal, id: string, request: GradeRequest): Promise<GradeRow> {
    return this.#change(principal, id, async (tx, before) => {
      const grade = { ...request, id: newId(), madeBy: principal.userId };
      const result = await this.#sources.grade(tx, id, grade);
      const custody: CustodyEntry = {
        chain: before.case_id,
        action: 'source.graded',
        actor: actorOf(principal),
        body: { sourceId: id, grade: request.grade, before: before.reliability },
        private: { reason: request.reason },
      };
      return { result, custody };
    });
  }

  async #change<Result>(
    principal: Principal,
    id: string,
    act: (tx: Tx, before: SourceRow) => Promise<{ result: Result; custody: CustodyEntry }>,
  ): Promise<Result> {
    const { case_id: caseId } = await this.#sources.get(this.db, id);
    requireCaseRole(principal, caseId, 'reviewer', 'source');
    return this.db.transaction().execute(async (tx) => {
      const { result, custody } = await act(tx, await this.#sources.lock(tx, id));
      await this.custody.append(tx, [custody]);
      return result;
    });
  }

  async #claimAccounts(tx: Tx, source: SourceRow, request: SourceRequest): Promise<string[]> {
    const names = request.accounts.flatMap(({ platform, handle }) => {
      const name = foldAccount(platform, handle);
      return name === undefined ? [] : [{ ...name, caseId: source.case_id }];
    });
    const ids = [...(await this.#accounts.ensureAll(tx, names)).values()].toSorted();
    for (const id of ids) {
      const account = await this.#accounts.lock(tx, id);
      if (account.source_id !== null)
        throw new ConflictError(
          'account_linked',
          'An account named here belongs to another source already.',
          {
            accountId: id,
          },
        );
      await this.#accounts.setSource(tx, id, source.id);
    }
    return ids;
  }
}
