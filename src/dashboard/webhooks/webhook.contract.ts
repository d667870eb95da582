import { z } from 'zod';
import { PageQuery, Uuid } from '../../platform/http/validation.js';
import { words } from '../../platform/http/words.js';

export const WebhookRequest = z
  .strictObject({
    url: words({ min: 1, max: 2048 }),
    caseId: Uuid.optional(),
  })
  .meta({ id: 'WebhookRequest' });
export type WebhookRequest = z.infer<typeof WebhookRequest>;

const fields = {
  id: z.uuid(),
  url: z.string(),
  caseId: z.uuid().nullable().meta({ description: 'Null: every case that its maker leads.' }),
  createdAt: z.iso.datetime(),
};
export const Webhook = z.object(fields).meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof Webhook>;
export const MadeWebhook = z
  .object({ ...fields, secret: z.string().meta({ description: 'Signs every message. Shown this once.' }) })
  .meta({ id: 'MadeWebhook' });
export type MadeWebhook = z.infer<typeof MadeWebhook>;
export const WebhookPage = z
  .object({ items: z.array(Webhook), nextCursor: z.uuid().nullable() })
  .meta({ id: 'WebhookPage' });

export const DeliveryState = z.enum(['pending', 'delivered', 'dead']);
export const DeliveryQuery = PageQuery.extend({ state: DeliveryState.optional() });
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

export const Delivery = z
  .object({
    id: z.uuid().meta({ description: 'Also the `webhook-id` of every attempt.' }),
    clipId: z.uuid(),
    state: DeliveryState,
    attempts: z.number().int(),
    nextAttemptAt: z.iso.datetime().nullable(),
    lastStatus: z.number().int().nullable(),
    lastError: z.string().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });
export type Delivery = z.infer<typeof Delivery>;
export const DeliveryPage = z
  .object({ items: z.array(Delivery), nextCursor: z.uuid().nullable() })
  .meta({ id: 'WebhookDeliveryPage' });
