import { reviewersWrite, type RoutesOfRoom } from './table.js';

/** Claims, findings and evidence files. */
export const claimsRoutes: RoutesOfRoom = {
  routes: {
    'POST /api/v1/clips/{id}/claims': {
      rule: reviewersWrite,
      call: ({ clipId }) => ({
        path: `/api/v1/clips/${clipId}/claims`,
        body: { type: 'other', statement: 'said in the matrix' },
      }),
    },
  },
};
