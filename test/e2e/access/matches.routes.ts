import type { DeskDriver } from '../../support/desk.js';
import { reviewersRead, reviewersWrite, type Ids, type RoutesOfRoom } from './table.js';

/** The same bytes handed in a second time, as a file. */
async function matchedClip(desk: DeskDriver, { caseId, clipId }: Ids): Promise<string> {
  const original = await fetch(`${desk.url}/api/v1/clips/${clipId}/original`, {
    headers: { authorization: `Bearer ${desk.token}` },
  });
  const bytes = Buffer.from(await original.arrayBuffer());
  const { body: copy } = await desk.upload({ bytes, name: 'copy.mp4' }, { caseId });
  await desk.ended(copy.id);
  const { body } = await desk.get<{ items: { id: string }[] }>(`clips/${clipId}/matches`);
  return body.items[0]?.id ?? '';
}

/** Matches of clips, decisions on them, clusters. */
export const matchesRoutes: RoutesOfRoom = {
  prepare: async (desk, ids) => ({ matchId: await matchedClip(desk, ids) }),
  routes: {
    'GET /api/v1/clips/{id}/matches': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/matches` }),
    },
    'GET /api/v1/clips/{id}/cluster': {
      rule: reviewersRead,
      call: ({ clipId }) => ({ path: `/api/v1/clips/${clipId}/cluster` }),
    },
    'GET /api/v1/matches/{id}': {
      rule: reviewersRead,
      call: (ids) => ({ path: `/api/v1/matches/${String(ids['matchId'])}` }),
    },
    'POST /api/v1/matches/{id}/decision': {
      rule: reviewersWrite,
      call: (ids) => ({
        path: `/api/v1/matches/${String(ids['matchId'])}/decision`,
        body: { state: 'confirmed', rationale: 'the same bytes (invented)' },
      }),
    },
  },
};
