import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { AccountRepository, nameKey, type CaseAccountName } from './account.repository.js';
import { foldAccount } from '../shared/fold-account.js';

const AT_ONCE = 5_000;

/**
 * Turns sightings into accounts when accounts are about to be read. Intake only notes what it saw: making the accounts there
 * would let two intakes of the same handles wait for each other.
 */
@Injectable()
export class KnownAccounts {
  readonly #accounts = new AccountRepository();

  constructor(@InjectDatabase() private readonly db: Database) {}

  async refresh(caseIds: readonly string[]): Promise<void> {
    if (caseIds.length === 0) return;
    let taken = AT_ONCE;
    while (taken === AT_ONCE) taken = await this.db.transaction().execute((tx) => this.#take(tx, caseIds));
  }

  async #take(tx: Tx, caseIds: readonly string[]): Promise<number> {
    const sightings = await this.#accounts.takeNewSightings(tx, caseIds, AT_ONCE);
    const named = sightings.map(({ id, case_id: caseId, platform, handle }) => {
      const name = foldAccount(platform, handle);
      return { sightingId: id, name: name === undefined ? undefined : { ...name, caseId } };
    });
    const names = named.flatMap(({ name }): CaseAccountName[] => (name === undefined ? [] : [name]));
    const ids = await this.#accounts.ensureAll(tx, names);
    const found = named.flatMap(({ sightingId, name }) => {
      const accountId = name === undefined ? undefined : ids.get(nameKey(name));
      return accountId === undefined ? [] : [{ sightingId, accountId }];
    });
    await this.#accounts.assignSightings(tx, found);
    const nameless = named.flatMap(({ sightingId, name }) => (name === undefined ? [sightingId] : []));
    await this.#accounts.dropSightings(tx, nameless);
    return sightings.length;
  }
}
