import { answered, reviewersRead, reviewersWrite, signedIn, type RoutesOfRoom } from './table.js';

/** Assignment, inbox, comments, sensitivity and exposure. */
export const workRoutes: RoutesOfRoom = {
  prepare: async (desk, { clipId }) => {
    const comment = await desk.post<{ id: string }>(`clips/${clipId}/comments`, { text: 'matrix' });
    return { commentId: comment.body.id };
  },
  routes: {
    'PATCH /api/v1/clips/{id}': {
      rule: reviewersWrite,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}`, body: { tags: ['matrix'] } }),
    },
    'POST /api/v1/clips/{id}/comments': {
      rule: reviewersWrite,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/comments`, body: { text: 'matrix' } }),
    },
    'GET /api/v1/clips/{id}/comments': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/comments` }),
    },
    'DELETE /api/v1/comments/{id}': {
      // Somebody else's, also for those who may read it.
      rule: answered(reviewersWrite, 403),
      call: ({ commentId }) => ({ path: `/api/v1/comments/${String(commentId)}` }),
    },
    'GET /api/v1/me/mentions': { rule: { ...signedIn, submit: 403, dashboard: 403 } },
    'GET /api/v1/inbox': { rule: { ...signedIn, submit: 403, dashboard: 403 } },
  },
};
