import { reviewersRead, type RoutesOfRoom } from './table.js';

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
  },
};
