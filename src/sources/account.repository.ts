import { sql } from 'kysely';
import type { Executor, Tx } from '../platform/db/database.js';
import { newId } from '../shared/ids.js';
import { foldAccount, type AccountName } from '../shared/fold-account.js';
import { containing } from './containing.js';

export interface AccountRow {
  readonly id: string;
  readonly case_id: string;
  readonly platform: string;
  readonly handle: string;
  readonly source_id: string | null;
  readonly first_seen: Date | null;
  readonly last_seen: Date | null;
  readonly clips: number;
  readonly clip_ids: string[];
}

export type CaseAccountName = AccountName & { readonly caseId: string };

const NEWEST_CLIPS = 20;

/** One text for what makes an account one. */
export function nameKey(name: Pick<CaseAccountName, 'caseId' | 'platform' | 'key'>): string {
  return JSON.stringify([name.caseId, name.platform, name.key]);
}

/** Owns `account` and, after the triggers that write it, `account_sighting`. */
export class AccountRepository {
  /**
   * The accounts of these names by `nameKey`, made where the case has none yet, as first written. Always in one order, so that two callers who
   * make the same accounts wait for each other and never both.
   */
  async ensureAll(tx: Tx, names: readonly CaseAccountName[]): Promise<ReadonlyMap<string, string>> {
    const wanted = new Map(names.toReversed().map((name) => [nameKey(name), name]));
    const sorted = [...wanted].toSorted(([one], [two]) => (one < two ? -1 : 1)).map(([, name]) => name);
    if (sorted.length === 0) return new Map();
    await tx
      .insertInto('account')
      .values(
        sorted.map(({ caseId, platform, handle, key }) => ({
          id: newId(),
          case_id: caseId,
          platform,
          handle,
          handle_key: key,
        })),
      )
      .onConflict((conflict) => conflict.columns(['case_id', 'platform', 'handle_key']).doNothing())
      .execute();
    const rows = await tx
      .selectFrom('account')
      .innerJoin(
        sql<{ case_id: string; platform: string; key: string }>`unnest(
          ${sorted.map(({ caseId }) => caseId)}::uuid[],
          ${sorted.map(({ platform }) => platform)}::text[],
          ${sorted.map(({ key }) => key)}::text[])`.as<'wanted'>(sql`wanted(case_id, platform, key)`),
        (join) =>
          join
            .onRef('account.case_id', '=', 'wanted.case_id')
            .onRef('account.platform', '=', 'wanted.platform')
            .onRef('account.handle_key', '=', 'wanted.key'),
      )
      .select(['account.id', 'account.case_id', 'account.platform', 'account.handle_key'])
      .execute();
    return new Map(
      rows.map((row) => [
        nameKey({ caseId: row.case_id, platform: row.platform, key: row.handle_key }),
        row.id,
      ]),
    );
  }

  /**
   * Up to `limit` sightings of these cases that no account holds yet, oldest first. Two callers never get the same ones: the
   * rows are locked, and those that somebody else is at are left to them.
   */
  takeNewSightings(tx: Tx, caseIds: readonly string[], limit: number) {
    return tx
      .selectFrom('account_sighting')
      .select(['id', 'case_id', 'platform', 'handle'])
      .where('account_id', 'is', null)
      .where('case_id', 'in', [...caseIds])
      .orderBy('case_id')
      .orderBy('id')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
  }

  async assignSightings(
    tx: Tx,
    found: readonly { readonly sightingId: number; readonly accountId: string }[],
  ): Promise<void> {
    if (found.length === 0) return;
    await sql`
      update account_sighting set account_id = found.account_id
      from unnest(${found.map(({ sightingId }) => sightingId)}::bigint[],
                  ${found.map(({ accountId }) => accountId)}::uuid[]) as found (id, account_id)
      where account_sighting.id = found.id`.execute(tx);
  }

  /** What can be no account: an empty handle. */
  async dropSightings(tx: Tx, sightingIds: readonly number[]): Promise<void> {
    if (sightingIds.length === 0) return;
    await tx
      .deleteFrom('account_sighting')
      .where('id', 'in', [...sightingIds])
      .execute();
  }

  /** Newest account first. `q` is looked for in the handle and the platform. */
  list(
    on: Executor,
    filter: {
      readonly caseIds: readonly string[];
      readonly q?: string | undefined;
      readonly cursor?: string | undefined;
      readonly limit: number;
    },
  ): Promise<AccountRow[]> {
    if (filter.caseIds.length === 0) return Promise.resolve([]);
    const { q, cursor } = filter;
    return accounts(on)
      .where('account.case_id', 'in', [...filter.caseIds])
      .$if(q !== undefined, (query) => {
        const name = foldAccount(null, q ?? '');
        return query.where((eb) =>
          eb.or([
            eb('account.handle_key', 'ilike', containing(name?.key ?? q ?? '')),
            eb('account.platform', 'ilike', containing(q ?? '')),
          ]),
        );
      })
      .$if(cursor !== undefined, (query) => query.where('account.id', '<', cursor ?? ''))
      .orderBy('account.id', 'desc')
      .limit(filter.limit)
      .execute();
  }

  listOfSource(on: Executor, sourceId: string): Promise<AccountRow[]> {
    return accounts(on).where('account.source_id', '=', sourceId).orderBy('account.id').execute();
  }

  find(on: Executor, id: string): Promise<AccountRow | undefined> {
    return accounts(on).where('account.id', '=', id).executeTakeFirst();
  }

  lock(tx: Tx, id: string) {
    return tx.selectFrom('account').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  }

  async setSource(tx: Tx, id: string, sourceId: string | null): Promise<void> {
    await tx.updateTable('account').set({ source_id: sourceId }).where('id', '=', id).execute();
  }
}

/** Accounts with when and where they were seen, from the sightings alone: nothing is counted twice, nothing can go stale. */
function accounts(on: Executor) {
  return on
    .selectFrom('account')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('account_sighting')
          .select([
            sql<Date | null>`min(seen_at)`.as('first_seen'),
            sql<Date | null>`max(seen_at)`.as('last_seen'),
            sql<number>`count(distinct clip_id)`.as('clips'),
          ])
          .whereRef('account_id', '=', 'account.id')
          .as('seen'),
      (join) => join.onTrue(),
    )
    .select(['account.id', 'account.case_id', 'account.platform', 'account.handle', 'account.source_id'])
    .select((eb) => [
      'seen.first_seen',
      'seen.last_seen',
      sql<number>`coalesce(seen.clips, 0)`.as('clips'),
      sql<string[]>`array(${eb
        .selectFrom('account_sighting')
        .select('clip_id')
        .distinct()
        .whereRef('account_id', '=', 'account.id')
        .orderBy('clip_id', 'desc')
        .limit(NEWEST_CLIPS)})`.as('clip_ids'),
    ]);
}
