import { answered, leadsWrite, reviewersRead, reviewersWrite, type RoutesOfRoom } from './table.js';

const finding = {
  stance: 'neutral',
  summary: 'found in the matrix',
  evidence: [{ kind: 'none_found', note: 'nothing was looked for' }],
};

/** Claims, findings and evidence files. */
export const claimsRoutes: RoutesOfRoom = {
  prepare: async (desk, { clipId }) => {
    const { body } = await desk.post<{ id: string }>(`clips/${clipId}/findings`, finding);
    return { findingId: body.id };
  },
  routes: {
    'POST /api/v1/clips/{id}/claims': {
      rule: reviewersWrite,
      call: ({ clipId }) => ({
        path: `/api/v1/clips/${clipId}/claims`,
        body: { type: 'other', statement: 'said in the matrix' },
      }),
    },
    'POST /api/v1/clips/{id}/files': {
      // Let in, but the body is no multipart.
      rule: answered(reviewersWrite, 400),
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/files`, body: {} }),
    },
    'POST /api/v1/clips/{id}/findings': {
      rule: reviewersWrite,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/findings`, body: finding }),
    },
    'GET /api/v1/clips/{id}/findings': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/findings` }),
    },
    'GET /api/v1/findings/{id}': {
      rule: reviewersRead,
      call: ({ findingId }) => ({ path: `/api/v1/findings/${String(findingId)}` }),
    },
    'POST /api/v1/findings/{id}/withdrawal': {
      // A reviewer may withdraw their own; this one is not theirs.
      rule: leadsWrite,
      call: ({ findingId }) => ({
        path: `/api/v1/findings/${String(findingId)}/withdrawal`,
        body: { reason: 'made for the matrix' },
      }),
    },
  },
};
