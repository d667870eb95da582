import { newId } from '../../../src/shared/ids.js';
import {
  admins,
  answered,
  everybody,
  fullTokens,
  leadsWrite,
  reviewersRead,
  reviewersWrite,
  signedIn,
  type RoutesOfRoom,
  type Rule,
} from './table.js';

/** Whoever may see the clip's status: reviewers, and the submitter of this very clip. */
const statusReaders: Rule = { ...reviewersRead, submitter: 404, owner: 'ok', submit: 404, dashboard: 'ok' };
const clipReaders: Rule = { ...statusReaders, dashboard: 403 };
const steering: Rule = { ...answered(reviewersWrite, 409), submitter: 404 };
const members: Rule = { ...reviewersRead, submitter: 'ok', owner: 'ok', submit: 'ok' };
const submitters: Rule = { ...signedIn, read: 403, dashboard: 403 };

/** Health, tokens, cases, intake, clips and their evidence. */
export const coreRoutes: RoutesOfRoom = {
  routes: {
    'GET /healthz': { rule: everybody },
    'GET /readyz': { rule: everybody },
    'GET /metrics': { rule: { ...signedIn, submit: 403 } },
    'GET /api/v1/openapi.json': { rule: signedIn },
    'GET /api/v1/me': { rule: signedIn },
    'POST /api/v1/tokens': {
      rule: fullTokens,
      call: () => ({ path: '/api/v1/tokens', body: { name: 'matrix', scope: 'read' } }),
    },
    'GET /api/v1/tokens': { rule: { ...signedIn, submit: 403, dashboard: 403 } },
    'DELETE /api/v1/tokens/{id}': {
      rule: answered(fullTokens, 404),
      call: () => ({ path: `/api/v1/tokens/${newId()}` }),
    },
    'POST /api/v1/cases': {
      rule: fullTokens,
      call: () => ({ path: '/api/v1/cases', body: { title: 'matrix' } }),
    },
    'GET /api/v1/cases': { rule: { ...signedIn, dashboard: 403 } },
    'GET /api/v1/cases/{id}': { rule: members, call: ({ caseId }) => ({ path: `/api/v1/cases/${caseId}` }) },
    'PATCH /api/v1/cases/{id}': {
      rule: leadsWrite,
      call: ({ caseId }) => ({ path: `/api/v1/cases/${caseId}`, body: { reference: 'matrix' } }),
    },
    'POST /api/v1/clips': {
      rule: { ...submitters, admin: 404, other: 404 },
      call: ({ caseId }) => ({
        path: '/api/v1/clips',
        body: { url: `https://example.org/${newId()}`, caseId },
      }),
    },
    'POST /api/v1/clips/batch': {
      rule: submitters,
      call: ({ caseId }) => ({
        path: '/api/v1/clips/batch',
        body: { items: [{ url: 'gopher://e.org', caseId }] },
      }),
    },
    'POST /api/v1/clips/known': {
      rule: { ...submitters, admin: 404, other: 404 },
      call: ({ caseId }) => ({
        path: '/api/v1/clips/known',
        body: { urls: ['https://example.org/matrix'], caseId },
      }),
    },
    'POST /api/v1/clips/upload': {
      // Let in, but the body is no multipart.
      rule: answered(submitters, 400),
      call: () => ({ path: '/api/v1/clips/upload', body: {} }),
    },
    'GET /api/v1/clips': { rule: signedIn },
    'GET /api/v1/clips/{id}': {
      rule: clipReaders,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}` }),
    },
    'GET /api/v1/clips/{id}/claims': {
      rule: clipReaders,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/claims` }),
    },
    'GET /api/v1/clips/{id}/status': {
      rule: statusReaders,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/status` }),
    },
    'POST /api/v1/clips/{id}/retry': {
      rule: steering,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/retry`, body: {} }),
    },
    'POST /api/v1/clips/{id}/cancel': {
      rule: steering,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/cancel`, body: {} }),
    },
    'GET /api/v1/clips/{id}/original': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/original` }),
    },
    'GET /api/v1/clips/{id}/metadata': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/metadata` }),
    },
    'GET /api/v1/clips/{id}/frames': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/frames` }),
    },
    'GET /api/v1/clips/{id}/custody': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/custody` }),
    },
    'GET /api/v1/frames/{id}/image': {
      rule: reviewersRead,
      call: ({ frameId }) => ({ path: `/api/v1/frames/${frameId}/image` }),
    },
    'GET /api/v1/frames/{id}/thumb': {
      rule: reviewersRead,
      call: ({ frameId }) => ({ path: `/api/v1/frames/${frameId}/thumb` }),
    },
    'GET /api/v1/artefacts/{id}': {
      rule: reviewersRead,
      call: ({ artefactId }) => ({ path: `/api/v1/artefacts/${artefactId}` }),
    },
    'POST /api/v1/custody/verification': {
      rule: admins,
      call: () => ({ path: '/api/v1/custody/verification', body: {} }),
    },
    'GET /api/v1/custody/verification': { rule: admins },
  },
};
