import { answered, leadsWrite, reviewersRead, reviewersWrite, type RoutesOfRoom } from './table.js';

const judgement = {
  verdict: 'confirmed',
  rationale: 'for the matrix (invented)',
  evidence: [{ kind: 'none_found', note: 'nothing was looked for' }],
};

/** Assessments and rulings. */
export const judgementRoutes: RoutesOfRoom = {
  prepare: async (desk, { clipId }) => {
    const { body } = await desk.post<{ id: string }>(`clips/${clipId}/claims`, {
      type: 'other',
      statement: 'nobody differs about this (invented)',
    });
    return { uncontestedClaimId: body.id };
  },
  routes: {
    'POST /api/v1/claims/{id}/assessments': {
      rule: reviewersWrite,
      call: ({ claimId }) => ({ path: `/api/v1/claims/${claimId}/assessments`, body: judgement }),
    },
    'POST /api/v1/claims/{id}/ruling': {
      // The claim is not contested: whoever may rule at all is told so.
      rule: answered(leadsWrite, 409),
      call: ({ uncontestedClaimId }) => ({
        path: `/api/v1/claims/${String(uncontestedClaimId)}/ruling`,
        body: judgement,
      }),
    },
    'GET /api/v1/claims/{id}/assessments': {
      rule: reviewersRead,
      call: ({ claimId }) => ({ path: `/api/v1/claims/${claimId}/assessments` }),
    },
    'GET /api/v1/claims/{id}/rulings': {
      rule: reviewersRead,
      call: ({ claimId }) => ({ path: `/api/v1/claims/${claimId}/rulings` }),
    },
    'GET /api/v1/clips/{id}/assessments': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/assessments` }),
    },
  },
};
