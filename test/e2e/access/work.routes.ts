import { reviewersWrite, type RoutesOfRoom } from './table.js';

/** Assignment, inbox, comments, sensitivity and exposure. */
export const workRoutes: RoutesOfRoom = {
  routes: {
    'PATCH /api/v1/clips/{id}': {
      rule: reviewersWrite,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}`, body: { tags: ['matrix'] } }),
    },
  },
};
