import { reviewersRead, signedIn, type RoutesOfRoom } from './table.js';

/** Outcomes of automatic checks, and the rules that gave them. */
export const checksRoutes: RoutesOfRoom = {
  routes: {
    'GET /api/v1/clips/{id}/checks': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/checks` }),
    },
    'GET /api/v1/rules': { rule: { ...signedIn, submit: 403, dashboard: 403 } },
  },
};
