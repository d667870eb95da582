import { newId } from '../../../src/shared/ids.js';
import { answered, fullTokens, reviewersRead, signedIn, type RoutesOfRoom } from './table.js';

/** Full text and the readable story of a clip. */
export const searchRoutes: RoutesOfRoom = {
  routes: {
    'GET /api/v1/search': {
      rule: reviewersRead,
      call: ({ caseId }) => ({ path: `/api/v1/search?q=example&case=${caseId}` }),
    },
    'GET /api/v1/cases/{id}/timeline': {
      rule: reviewersRead,
      call: ({ caseId }) => ({ path: `/api/v1/cases/${caseId}/timeline` }),
    },
    'GET /api/v1/clips/{id}/history': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/history` }),
    },
    'GET /api/v1/me/views': { rule: { ...signedIn, submit: 403, dashboard: 403 } },
    'POST /api/v1/me/views': {
      rule: fullTokens,
      call: () => ({ path: '/api/v1/me/views', body: { name: 'matrix', query: 'work=needs_help' } }),
    },
    'DELETE /api/v1/me/views/{id}': {
      // Nobody's: there is nothing that somebody else could be told.
      rule: answered(fullTokens, 404),
      call: () => ({ path: `/api/v1/me/views/${newId()}` }),
    },
  },
};
