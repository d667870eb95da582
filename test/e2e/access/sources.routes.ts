import { reviewersRead, reviewersWrite, signedIn, type RoutesOfRoom } from './table.js';

/** Sources and accounts. */
export const sourcesRoutes: RoutesOfRoom = {
  prepare: async (desk, { caseId }) => {
    const source = await desk.post<{ id: string }>('sources', {
      caseId,
      kind: 'person',
      name: 'Example Person (invented)',
      accounts: [{ platform: 'telegram', handle: '@matrix' }],
    });
    const accounts = await desk.get<{ items: { id: string }[] }>(`accounts?case=${caseId}`);
    return { sourceId: source.body.id, accountId: accounts.body.items[0]?.id };
  },
  routes: {
    'POST /api/v1/sources': {
      rule: reviewersWrite,
      call: ({ caseId }) => ({
        path: '/api/v1/sources',
        body: { caseId, kind: 'unknown', name: 'Matrix' },
      }),
    },
    'GET /api/v1/sources': { rule: { ...signedIn, submit: 403, dashboard: 403 } },
    'GET /api/v1/sources/{id}': {
      rule: reviewersRead,
      call: ({ sourceId }) => ({ path: `/api/v1/sources/${String(sourceId)}` }),
    },
    'PATCH /api/v1/sources/{id}': {
      rule: reviewersWrite,
      call: ({ sourceId }) => ({ path: `/api/v1/sources/${String(sourceId)}`, body: { notes: 'matrix' } }),
    },
    'POST /api/v1/sources/{id}/grades': {
      rule: reviewersWrite,
      call: ({ sourceId }) => ({
        path: `/api/v1/sources/${String(sourceId)}/grades`,
        body: { grade: 'C', reason: 'matrix' },
      }),
    },
    'GET /api/v1/accounts': { rule: { ...signedIn, submit: 403, dashboard: 403 } },
    'PUT /api/v1/accounts/{id}/source': {
      rule: reviewersWrite,
      call: ({ accountId, sourceId }) => ({
        path: `/api/v1/accounts/${String(accountId)}/source`,
        body: { sourceId },
      }),
    },
    'PUT /api/v1/claims/{id}/source': {
      rule: reviewersWrite,
      call: ({ claimId, sourceId }) => ({ path: `/api/v1/claims/${claimId}/source`, body: { sourceId } }),
    },
  },
};
