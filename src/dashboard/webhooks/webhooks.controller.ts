import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PrivateVault, sealText, unsealText } from '../../custody/index.js';
import { Access, CurrentPrincipal, type AuthenticatedRequest, type Principal } from '../../identity/index.js';
import { Idempotency } from '../../platform/http/idempotency.js';
import { PageQuery, pageOf, Uuid, type Page } from '../../platform/http/validation.js';
import { isWithinToken, ManageWebhooks } from './manage-webhooks.js';
import {
  Delivery,
  DeliveryPage,
  DeliveryQuery,
  DeliveryState,
  MadeWebhook,
  Webhook,
  WebhookPage,
  WebhookRequest,
} from './webhook.contract.js';
import type { DeliveryRow, WebhookRow } from './webhook.repository.js';

@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: ManageWebhooks,
    private readonly idempotency: Idempotency,
    private readonly vault: PrivateVault,
  ) {}

  @Post()
  @Access()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ standardSchema: MadeWebhook })
  async make(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: WebhookRequest }) body: WebhookRequest,
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MadeWebhook> {
    // What is kept for a repeated request holds the secret sealed.
    const kept = await this.idempotency.once(request, reply, async () => {
      const made = await this.webhooks.make(principal, body);
      return { webhook: presentWebhook(made), sealed: sealText(this.vault, made.id, made.plainSecret) };
    });
    const secret = unsealText(this.vault, kept.webhook.id, JSON.parse(kept.sealed));
    return { ...kept.webhook, secret };
  }

  @Get()
  @Access('read')
  @ApiOkResponse({ standardSchema: WebhookPage })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<Webhook>> {
    const rows = await this.webhooks.list(principal, { ...query, limit: query.limit + 1 });
    const page = pageOf(rows, query.limit, (row) => row);
    const seen = page.items.filter((row) => isWithinToken(principal, row));
    return { items: seen.map(presentWebhook), nextCursor: page.nextCursor };
  }

  @Delete(':id')
  @HttpCode(204)
  @Access()
  @ApiNoContentResponse()
  remove(@CurrentPrincipal() principal: Principal, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    return this.webhooks.remove(principal, id);
  }

  @Get(':id/deliveries')
  @Access('read')
  @ApiOkResponse({ standardSchema: DeliveryPage })
  async deliveries(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: DeliveryQuery }) query: DeliveryQuery,
  ): Promise<Page<Delivery>> {
    const rows = await this.webhooks.listDeliveries(principal, id, { ...query, limit: query.limit + 1 });
    return pageOf(rows, query.limit, presentDelivery);
  }

  /** Delivers it once more, from the beginning of its schedule. */
  @Post(':id/deliveries/:deliveryId/retry')
  @HttpCode(202)
  @Access()
  @ApiAcceptedResponse({ standardSchema: Delivery })
  async retry(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Param('deliveryId', { schema: Uuid }) deliveryId: string,
  ): Promise<Delivery> {
    return presentDelivery(await this.webhooks.retry(principal, id, deliveryId));
  }
}

function presentWebhook(row: WebhookRow): Webhook {
  return { id: row.id, url: row.url, caseId: row.case_id, createdAt: row.created_at.toISOString() };
}

function presentDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    clipId: row.clip_id,
    state: DeliveryState.parse(row.state),
    attempts: row.attempts,
    nextAttemptAt: row.state === 'pending' ? row.next_attempt_at.toISOString() : null,
    lastStatus: row.last_status,
    lastError: row.last_error,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
