import { newId } from '../../../src/shared/ids.js';
import { answered, leadsWrite, reviewersRead, signedIn, type RoutesOfRoom } from './table.js';

const url = 'https://example.org/hook';
const mayRead = { ...signedIn, submit: 403, dashboard: 403 };

/** Counts, events, webhooks. */
export const dashboardRoutes: RoutesOfRoom = {
  /** A webhook and a dead delivery of the lead's, written straight into the tables: it was never posted anywhere. */
  prepare: async (desk, ids) => {
    const [webhookId, deliveryId] = [newId(), newId()];
    await desk.asOwner(
      `insert into webhook (id, case_id, url, secret, made_by, cursor_xid, cursor_id)
       values ($1, $2, $3, '{}', $4, '0', 0)`,
      [webhookId, ids.caseId, url, ids.users.lead],
    );
    await desk.asOwner(
      `insert into webhook_delivery (id, webhook_id, event_id, clip_id, case_id, body, state, finished_at)
       values ($1, $2, 0, $3, $4, '{}', 'delivered', now())`,
      [deliveryId, webhookId, ids.clipId, ids.caseId],
    );
    return { webhookId, deliveryId };
  },
  routes: {
    'GET /api/v1/dashboard': {
      rule: { ...reviewersRead, dashboard: 'ok' },
      call: ({ caseId }) => ({ path: `/api/v1/dashboard?case=${caseId}` }),
    },
    'GET /api/v1/events': {
      // Let in, but the id is none: an open stream would not end.
      rule: answered(signedIn, 400),
      call: () => ({ path: '/api/v1/events', headers: { 'last-event-id': 'x' } }),
    },
    'POST /api/v1/webhooks': {
      rule: leadsWrite,
      call: ({ caseId }) => ({ path: '/api/v1/webhooks', body: { url, caseId } }),
    },
    'GET /api/v1/webhooks': { rule: mayRead },
    'GET /api/v1/webhooks/{id}/deliveries': {
      rule: { ...answered(mayRead, 404), lead: 'ok', read: 'ok' },
      call: ({ webhookId }) => ({ path: `/api/v1/webhooks/${String(webhookId)}/deliveries` }),
    },
    'POST /api/v1/webhooks/{id}/deliveries/{deliveryId}/retry': {
      rule: { ...answered(mayRead, 404), lead: 409, read: 403 },
      call: ({ webhookId, deliveryId }) => ({
        path: `/api/v1/webhooks/${String(webhookId)}/deliveries/${String(deliveryId)}/retry`,
        body: {},
      }),
    },
    'DELETE /api/v1/webhooks/{id}': {
      rule: { ...answered(mayRead, 404), read: 403 },
      call: () => ({ path: `/api/v1/webhooks/${newId()}` }),
    },
  },
};
