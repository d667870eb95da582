import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoredStageResult } from '../../src/analysis/pipeline/stage-result.repository.js';
import { writeFrames } from '../../src/analysis/stages/frames/frame.repository.js';
import { openDatabase, type DatabaseHandle } from '../../src/platform/db/database.js';
import { DeskDriver } from '../support/desk.js';
import { startSite, type Site } from '../support/site/site.js';

interface FrameBody {
  readonly id: string;
  readonly fingerprint: string | null;
  readonly quality: number | null;
}

let site: Site;
let desk: DeskDriver;
let database: DatabaseHandle;
beforeAll(async () => {
  site = await startSite();
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
  database = openDatabase(desk.database.appUrl);
});
afterAll(async () => {
  await database.close();
  await desk.stop();
  await site.close();
});

const framesOf = async (clipId: string): Promise<FrameBody[]> =>
  (await desk.get<{ items: FrameBody[] }>(`clips/${clipId}/frames`)).body.items;

describe('fingerprints', () => {
  it('are told for each frame, and kept once for clips of the same bytes', async () => {
    const one = await desk.submitAndWait({ url: `${site.origin}/clip.mp4?one` });
    const other = await desk.submitAndWait({ url: `${site.origin}/clip.mp4?other` });
    const hashes = await Promise.all(
      [one, other].map(async ({ id }) =>
        (await framesOf(id)).map(({ fingerprint, quality }) => [fingerprint, quality]),
      ),
    );
    expect(hashes[0]).toEqual(hashes[1]);
    expect(hashes[0]?.[0]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.any(Number)]);
    const rows = await database.db.selectFrom('fingerprint').select(['frames', 'stage_version']).execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]!.frames.length % 40).toBe(0);
  });

  it('leave a frame its id when it is taken again as the same picture', async () => {
    const { id } = await desk.submitAndWait({ url: `${site.origin}/clip.mp4?again` });
    const before = (await framesOf(id)).map((frame) => frame.id);
    const { result } = await database.db
      .selectFrom('stage_result')
      .select('result')
      .where('stage', '=', 'frames')
      .executeTakeFirstOrThrow();
    await database.db.transaction().execute((tx) =>
      writeFrames(tx, id, result as unknown as StoredStageResult, {
        key: { originalSha256: '', stageVersion: 2 },
        neededArtefact: async () => undefined,
        read: async () => Buffer.alloc(0),
      }),
    );
    expect((await framesOf(id)).map((frame) => frame.id)).toEqual(before);
  });
});
