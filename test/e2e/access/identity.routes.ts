import { newId } from '../../../src/shared/ids.js';
import {
  admins,
  answered,
  everybody,
  fullTokens,
  leadsWrite,
  reviewersRead,
  type RoutesOfRoom,
} from './table.js';

/** People, the ways in, and members of cases. */
export const identityRoutes: RoutesOfRoom = {
  routes: {
    'POST /api/v1/users': {
      rule: admins,
      call: () => ({ path: '/api/v1/users', body: { email: `${newId()}@example.org`, name: 'Matrix' } }),
    },
    'GET /api/v1/users': { rule: admins },
    'GET /api/v1/users/{id}': {
      rule: admins,
      call: ({ users }) => ({ path: `/api/v1/users/${users.other}` }),
    },
    'PATCH /api/v1/users/{id}': {
      rule: admins,
      call: ({ users }) => ({ path: `/api/v1/users/${users.other}`, body: { name: 'Matrix' } }),
    },
    'POST /api/v1/users/{id}/setup-link': {
      rule: admins,
      call: ({ users }) => ({ path: `/api/v1/users/${users.other}/setup-link`, body: {} }),
    },
    'POST /api/v1/cases/{id}/members': {
      rule: leadsWrite,
      call: ({ caseId, users }) => ({
        path: `/api/v1/cases/${caseId}/members`,
        body: { userId: users.submitter, role: 'submitter' },
      }),
    },
    'GET /api/v1/cases/{id}/members': {
      rule: reviewersRead,
      call: ({ caseId }) => ({ path: `/api/v1/cases/${caseId}/members` }),
    },
    'DELETE /api/v1/cases/{id}/members/{userId}': {
      // Let in, but nobody is taken out.
      rule: answered(leadsWrite, 404),
      call: ({ caseId }) => ({ path: `/api/v1/cases/${caseId}/members/${newId()}` }),
    },
    'POST /api/v1/session': {
      // Let in, but an empty form signs nobody in.
      rule: answered(everybody, 400),
      call: () => ({ path: '/api/v1/session', body: {} }),
    },
    'DELETE /api/v1/session': { rule: fullTokens },
    'GET /api/v1/session/oidc': { rule: answered(everybody, 404) },
    'GET /api/v1/session/oidc/callback': { rule: answered(everybody, 404) },
    'POST /api/v1/setup': {
      rule: answered(everybody, 400),
      call: () => ({ path: '/api/v1/setup', body: {} }),
    },
    'POST /api/v1/setup/person': {
      rule: answered(everybody, 400),
      call: () => ({ path: '/api/v1/setup/person', body: {} }),
    },
    'GET /api/v1/session/oidc/configured': { rule: everybody },
    'GET /api/v1/me/sessions': { rule: fullTokens },
    'DELETE /api/v1/me/sessions/{id}': {
      rule: answered(fullTokens, 404),
      call: () => ({ path: `/api/v1/me/sessions/${newId()}` }),
    },
    'PATCH /api/v1/me/password': {
      rule: answered(fullTokens, 400),
      call: () => ({ path: '/api/v1/me/password', body: {} }),
    },
    'POST /api/v1/me/totp': {
      rule: fullTokens,
      call: () => ({ path: '/api/v1/me/totp', body: {} }),
    },
    'POST /api/v1/me/totp/confirm': {
      rule: answered(fullTokens, 400),
      call: () => ({ path: '/api/v1/me/totp/confirm', body: {} }),
    },
    'DELETE /api/v1/me/totp': {
      rule: answered(fullTokens, 400),
      call: () => ({ path: '/api/v1/me/totp', body: {} }),
    },
  },
};
