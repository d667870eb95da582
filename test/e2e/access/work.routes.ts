import {
  answered,
  fullTokens,
  leadsRead,
  leadsWrite,
  PRINCIPALS,
  reviewersRead,
  reviewersWrite,
  signedIn,
  type RoutesOfRoom,
} from './table.js';

/** Assignment, inbox, comments, sensitivity and exposure. */
export const workRoutes: RoutesOfRoom = {
  prepare: async (desk, { clipId }) => {
    const comment = await desk.post<{ id: string }>(`clips/${clipId}/comments`, { text: 'matrix' });
    const rangeIds: Record<string, string> = {};
    for (const principal of PRINCIPALS) {
      const { body } = await desk.post<{ id: string }>(`clips/${clipId}/sensitive-ranges`, {
        startMs: 10,
        endMs: 20,
        sensitivity: 'personal',
        warning: 'matrix',
      });
      rangeIds[principal] = body.id;
    }
    return { commentId: comment.body.id, rangeIds };
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
    'POST /api/v1/clips/{id}/sensitive-ranges': {
      rule: reviewersWrite,
      call: ({ clipId }) => ({
        path: `/api/v1/clips/${clipId}/sensitive-ranges`,
        body: { startMs: 0, endMs: 1, sensitivity: 'personal', warning: 'matrix' },
      }),
    },
    'GET /api/v1/clips/{id}/sensitive-ranges': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/sensitive-ranges` }),
    },
    'DELETE /api/v1/sensitive-ranges/{id}': {
      // The desk's first administrator marked it, and what somebody else marked is the lead's to take away.
      rule: leadsWrite,
      call: ({ rangeIds }, as) => ({
        path: `/api/v1/sensitive-ranges/${(rangeIds as Record<string, string>)[as] ?? ''}`,
      }),
    },
    'GET /api/v1/me/exposure': { rule: { ...signedIn, submit: 403, dashboard: 403 } },
    'GET /api/v1/cases/{id}/exposure': {
      rule: leadsRead,
      call: ({ caseId }) => ({ path: `/api/v1/cases/${caseId}/exposure` }),
    },
    'GET /api/v1/me/topics': { rule: { ...signedIn, submit: 403, dashboard: 403 } },
    'PUT /api/v1/me/topics': {
      rule: fullTokens,
      call: () => ({ path: '/api/v1/me/topics', body: { topics: [] } }),
    },
    'GET /api/v1/inbox': { rule: { ...signedIn, submit: 403, dashboard: 403 } },
  },
};
