import { reviewersRead, type RoutesOfRoom } from './table.js';

/** What was read in a clip's frames. */
export const textRoutes: RoutesOfRoom = {
  routes: {
    'GET /api/v1/clips/{id}/text': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/text` }),
    },
  },
};
