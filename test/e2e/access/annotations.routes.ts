import { newId } from '../../../src/shared/ids.js';
import { answered, reviewersRead, reviewersWrite, type Ids, type RoutesOfRoom, type Rule } from './table.js';

/** What a lead made, so that a reviewer may not change it: the table has one subject for all. */
const makersAndLeads: Rule = { ...reviewersWrite, reviewer: 403 };
/** Their own case's subjects; to those with no case at all an empty list. */
const subjectLists: Rule = { ...reviewersRead, submitter: 'ok', owner: 'ok', admin: 'ok', other: 'ok' };

const onFrame = ({ frameId }: Ids) => ({
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'a minaret (invented)' },
  target: {
    source: `/api/v1/frames/${frameId}/image`,
    selector: { type: 'FragmentSelector', value: 'xywh=percent:10,10,20,20' },
  },
});

const onClip = ({ clipId }: Ids) => ({
  type: 'Annotation',
  target: {
    source: `/api/v1/clips/${clipId}/original`,
    selector: { type: 'FragmentSelector', value: 't=0.5,1' },
  },
});

/** Annotations of frames and time ranges, and the subjects that they mark. */
export const annotationsRoutes: RoutesOfRoom = {
  prepare: async (desk, ids) => {
    const annotation = await desk.post<{ id: string }>(`frames/${ids.frameId}/annotations`, onFrame(ids));
    const subject = await desk.post<{ id: string }>('subjects', {
      caseId: ids.caseId,
      kind: 'landmark',
      name: 'Example minaret (invented)',
    });
    return { annotationId: annotation.body.id, subjectId: subject.body.id };
  },
  routes: {
    'POST /api/v1/frames/{id}/annotations': {
      rule: answered(reviewersWrite, 201),
      call: (ids) => ({ path: `/api/v1/frames/${ids.frameId}/annotations`, body: onFrame(ids) }),
    },
    'GET /api/v1/frames/{id}/annotations': {
      rule: reviewersRead,
      call: ({ frameId }) => ({ path: `/api/v1/frames/${frameId}/annotations` }),
    },
    'POST /api/v1/clips/{id}/annotations': {
      rule: answered(reviewersWrite, 201),
      call: (ids) => ({ path: `/api/v1/clips/${ids.clipId}/annotations`, body: onClip(ids) }),
    },
    'GET /api/v1/clips/{id}/annotations': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/annotations` }),
    },
    'GET /api/v1/annotations/{id}': {
      rule: reviewersRead,
      call: (ids) => ({ path: `/api/v1/annotations/${String(ids['annotationId'])}` }),
    },
    'GET /api/v1/annotations/{id}/revisions': {
      rule: reviewersRead,
      call: (ids) => ({ path: `/api/v1/annotations/${String(ids['annotationId'])}/revisions` }),
    },
    'PUT /api/v1/annotations/{id}': {
      rule: makersAndLeads,
      call: (ids) => ({ path: `/api/v1/annotations/${String(ids['annotationId'])}`, body: onFrame(ids) }),
    },
    'DELETE /api/v1/annotations/{id}': {
      rule: answered(makersAndLeads, 204),
      call: (ids) => ({ path: `/api/v1/annotations/${String(ids['annotationId'])}` }),
    },
    'POST /api/v1/subjects': {
      rule: answered(reviewersWrite, 201),
      call: ({ caseId }) => ({
        path: '/api/v1/subjects',
        body: { caseId, kind: 'person', name: `Example ${newId()} (invented)` },
      }),
    },
    'GET /api/v1/subjects': { rule: subjectLists },
    'GET /api/v1/subjects/{id}': {
      rule: reviewersRead,
      call: (ids) => ({ path: `/api/v1/subjects/${String(ids['subjectId'])}` }),
    },
    'PATCH /api/v1/subjects/{id}': {
      rule: reviewersWrite,
      call: (ids) => ({
        path: `/api/v1/subjects/${String(ids['subjectId'])}`,
        body: { description: 'seen from the north (invented)' },
      }),
    },
    'GET /api/v1/clips/{id}/subjects': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/subjects` }),
    },
  },
};
