import { newId } from '../../../src/shared/ids.js';
import { admins, answered, signedIn, type RoutesOfRoom } from './table.js';

/** Whoever may read anything: what is asked for is no case's. */
const readers = { ...signedIn, submit: 403, dashboard: 403 };

/** Gazetteer, sun and shadow, time zones, distances. */
export const geoRoutes: RoutesOfRoom = {
  routes: {
    'GET /api/v1/gazetteer': { rule: readers, call: () => ({ path: '/api/v1/gazetteer?q=Idlib' }) },
    'GET /api/v1/sun': { rule: readers, call: () => ({ path: '/api/v1/sun?lat=35.76&lon=36.76' }) },
    'POST /api/v1/shadow': {
      rule: readers,
      call: () => ({ path: '/api/v1/shadow', body: { lat: 35.76, lon: 36.76, at: '2020-02-09T10:00:00Z' } }),
    },
    'GET /api/v1/timezone': { rule: readers, call: () => ({ path: '/api/v1/timezone?lat=35.76&lon=36.76' }) },
    'GET /api/v1/distance': {
      rule: readers,
      call: () => ({ path: '/api/v1/distance?from=35.76,36.76&to=35.93,36.63' }),
    },
    'GET /api/v1/map': { rule: readers },
    // This desk has no tiles of its own.
    'GET /api/v1/map/tiles': { rule: answered(readers, 404) },
    'POST /api/v1/gazetteer/imports': {
      // Let in, but the body is no multipart.
      rule: answered(admins, 400),
      call: () => ({ path: '/api/v1/gazetteer/imports', body: {} }),
    },
    'GET /api/v1/gazetteer/imports': { rule: admins },
    'GET /api/v1/gazetteer/imports/{id}': {
      rule: answered(admins, 404),
      call: () => ({ path: `/api/v1/gazetteer/imports/${newId()}` }),
    },
  },
};
