import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { cloneDatabase } from '../../../../../test/support/database.js';
import { openDatabase, type DatabaseHandle } from '../../../../platform/db/database.js';
import { newId } from '../../../../shared/ids.js';
import { listCopies } from './copies.queries.js';

let owner: DatabaseHandle;
let dropDatabase: () => Promise<void>;
const userId = newId();
const [caseId, otherCaseId] = [newId(), newId()];

beforeAll(async () => {
  const database = await cloneDatabase();
  owner = openDatabase(database.ownerUrl);
  dropDatabase = () => database.drop();
  await owner.db.insertInto('app_user').values({ id: userId, name: 'Example Person' }).execute();
  for (const id of [caseId, otherCaseId])
    await owner.db
      .insertInto('evidence_case')
      .values({ id, title: 'Copies (invented)', created_by: userId })
      .execute();
});
afterAll(async () => {
  await owner.close();
  await dropDatabase();
});

async function addClip(more: { postedAt?: string } = {}): Promise<string> {
  const id = newId();
  const post_time = more.postedAt === undefined ? null : JSON.stringify({ at: more.postedAt });
  await owner.db.insertInto('clip').values({ id, case_id: caseId, created_by: userId, post_time }).execute();
  return id;
}

/** Matches of the same bytes, as each copy that comes in adds one. */
async function addCopies(of: string, inCase: string, count: number): Promise<void> {
  await sql`
    with copy as (
      insert into clip (id, case_id, created_by)
      select gen_random_uuid(), ${inCase}, ${userId} from generate_series(1, ${count}::int) returning id
    )
    insert into clip_match (id, clip_id, other_clip_id, kind, mirrored, speed, score, coverage, other_coverage, segments, method)
    select gen_random_uuid(), least(id, ${of}::uuid), greatest(id, ${of}::uuid), 'same_file', false, 1, 1, 1, 1, '[]', 'sha256'
    from copy`.execute(owner.db);
}

it('however many later copies come in, here and elsewhere, the earliest known is among those that rules look at', async () => {
  const clip = await addClip();
  await addCopies(clip, otherCaseId, 300);
  await addCopies(clip, caseId, 300);
  const early = await addClip({ postedAt: '2015-06-01T00:00:00.000Z' });
  await owner.db
    .insertInto('clip_match')
    .values({
      ...{ id: newId(), clip_id: clip, other_clip_id: early, kind: 'same_footage' },
      ...{ mirrored: true, speed: 1, score: 0.8, coverage: 0.9, other_coverage: 0.7 },
      ...{ segments: JSON.stringify([]), method: 'pdq-track-1' },
    })
    .execute();
  const { copies, elsewhere } = await listCopies(owner.db, { id: clip, caseId });
  expect(copies).toHaveLength(200);
  expect(copies).toContainEqual(
    expect.objectContaining({ clipId: early, mirrored: true, coverage: 0.9, otherCoverage: 0.7 }),
  );
  expect(elsewhere).toHaveLength(50);
});
