import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../../cases/index.js';
import { latestStatusPosition } from '../../clips/index.js';
import { CustodyLog, PrivateVault, sealText } from '../../custody/index.js';
import { actorOf, reachableCases, roleIn, type Principal } from '../../identity/index.js';
import type { Config } from '../../platform/config/config.js';
import type { Database, Tx } from '../../platform/db/database.js';
import { EgressGuard, parseEgressAllow } from '../../platform/egress/index.js';
import { InjectConfig, InjectDatabase } from '../../platform/platform.tokens.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../shared/errors.js';
import { newId } from '../../shared/ids.js';
import type { WebhookRequest } from './webhook.contract.js';
import { newSecret } from './webhook-secret.js';
import { WebhookRepository, type DeliveryRow, type WebhookRow } from './webhook.repository.js';

/** Making, showing and removing webhooks. Each belongs to the person who made it; what a narrow token made stays as narrow. */
@Injectable()
export class ManageWebhooks {
  readonly #webhooks = new WebhookRepository();
  readonly #guard: EgressGuard;

  constructor(
    @InjectConfig() config: Config,
    @InjectDatabase() private readonly db: Database,
    private readonly custody: CustodyLog,
    private readonly vault: PrivateVault,
  ) {
    this.#guard = new EgressGuard(parseEgressAllow(config.egressAllow));
  }

  /** @throws EgressRefusedError for links that would be refused at every delivery, as far as that can be told from the text. */
  async make(principal: Principal, request: WebhookRequest): Promise<WebhookRow & { plainSecret: string }> {
    requireLead(principal, request.caseId);
    this.#guard.checkUrl(request.url);
    const [id, plainSecret] = [newId(), newSecret()];
    const row = await this.db.transaction().execute(async (tx) => {
      const made = await this.#webhooks.insert(tx, {
        id,
        caseId: request.caseId ?? null,
        caseLimit: principal.caseIds === null ? null : [...principal.caseIds],
        url: request.url,
        secret: sealText(this.vault, id, plainSecret),
        madeBy: principal.userId,
        cursor: await latestStatusPosition(tx),
      });
      await this.#record(tx, principal, 'webhook.created', made);
      return made;
    });
    return { ...row, plainSecret };
  }

  async list(
    principal: Principal,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<WebhookRow[]> {
    return this.#webhooks.list(this.db, principal.userId, page);
  }

  async remove(principal: Principal, id: string): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      const row = await this.#get(principal, id, tx);
      if (!(await this.#webhooks.remove(tx, id, 'The webhook was removed.'))) throw noSuchWebhook();
      await this.#record(tx, principal, 'webhook.removed', row);
    });
  }

  async listDeliveries(
    principal: Principal,
    id: string,
    page: { limit: number; cursor?: string | undefined; state?: string | undefined },
  ): Promise<DeliveryRow[]> {
    await this.#get(principal, id);
    return this.#webhooks.listDeliveries(this.db, id, page);
  }

  /** @throws ConflictError `already_delivered`. */
  async retry(principal: Principal, id: string, deliveryId: string): Promise<DeliveryRow> {
    await this.#get(principal, id);
    return this.db.transaction().execute(async (tx) => {
      const delivery = await this.#webhooks.lockDelivery(tx, id, deliveryId);
      if (delivery === undefined) throw new NotFoundError('not_found', 'There is no such delivery.');
      if (delivery.state === 'delivered')
        throw new ConflictError('already_delivered', 'This was delivered already.');
      // A worker has it in hand at this moment: that is the retry.
      return delivery.worker_id === null ? this.#webhooks.startAgain(tx, deliveryId) : delivery;
    });
  }

  async #get(principal: Principal, id: string, on: Database | Tx = this.db): Promise<WebhookRow> {
    const row = await this.#webhooks.find(on, id, principal.userId);
    if (row === undefined || !isWithinToken(principal, row)) throw noSuchWebhook();
    return row;
  }

  async #record(
    tx: Tx,
    principal: Principal,
    action: 'webhook.created' | 'webhook.removed',
    row: WebhookRow,
  ): Promise<void> {
    await this.custody.append(tx, [
      {
        chain: row.case_id ?? 'system',
        action,
        actor: actorOf(principal),
        body: { webhookId: row.id },
        private: { url: row.url },
      },
    ]);
  }
}

/** A token that is limited to some cases does not get at webhooks that reach further. */
export function isWithinToken({ caseIds }: Principal, row: WebhookRow): boolean {
  if (caseIds === null) return true;
  if (row.case_id !== null) return caseIds.has(row.case_id);
  return row.case_limit !== null && row.case_limit.every((id) => caseIds.has(id));
}

function requireLead(principal: Principal, caseId: string | undefined): void {
  if (caseId !== undefined) {
    requireCaseRole(principal, caseId, 'lead');
    return;
  }
  if (reachableCases(principal).some((id) => roleIn(principal, id) === 'lead')) return;
  throw new ForbiddenError('role_too_low', 'Only a lead of a case may do this.');
}

function noSuchWebhook(): NotFoundError {
  return new NotFoundError('not_found', 'You have no such webhook.');
}
