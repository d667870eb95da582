import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database.js';
import { newId } from '../../shared/ids.js';

/** Clips as a desk has them that was set up before fingerprints, matches and checks. */
const OLD_PARTS = ['acquire', 'probe', 'metadata', 'frames'] as const;
type OldStates = readonly [acquire: string, probe: string, metadata: string, frames: string];

let database: TestDatabase;
let client: Client;
const userId = newId();
const caseId = newId();

beforeAll(async () => {
  database = await cloneDatabase();
  client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(`insert into app_user (id, name) values ($1, 'Invented Person')`, [userId]);
  await client.query(`insert into evidence_case (id, title, created_by) values ($1, 'invented', $2)`, [
    caseId,
    userId,
  ]);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function oldClip(states: OldStates, cancelled = false): Promise<string> {
  const id = newId();
  await client.query(
    'insert into clip (id, case_id, created_by, cancelled_at) values ($1, $2, $3, case when $4 then now() end)',
    [id, caseId, userId, cancelled],
  );
  for (const [position, part] of OLD_PARTS.entries())
    await client.query('insert into clip_part (clip_id, part, position, state) values ($1, $2, $3, $4)', [
      ...[id, part, position, states[position]],
    ]);
  return id;
}

async function statesOf(clipId: string): Promise<string> {
  const { rows } = await client.query<{ state: string; run: number }>(
    'select state, run from clip_part where clip_id = $1 order by position',
    [clipId],
  );
  return rows.map(({ state, run }) => (run === 1 ? state : `${state}/${run}`)).join(' ');
}

it('gives the new parts to clips of before, and takes the frames of whole ones again', async () => {
  const whole = await oldClip(['complete', 'complete', 'complete', 'complete']);
  const truncated = await oldClip(['complete', 'complete', 'complete', 'failed']);
  const lost = await oldClip(['failed', 'skipped', 'skipped', 'skipped']);
  const cancelled = await oldClip(['complete', 'skipped', 'complete', 'skipped'], true);
  const underWay = await oldClip(['complete', 'running', 'waiting', 'waiting']);
  await client.query(
    await readFile(new URL('migrations/20261123T010900_new_parts.sql', import.meta.url), 'utf8'),
  );
  expect(await statesOf(whole)).toBe('complete complete complete waiting/2 waiting waiting waiting');
  expect(await statesOf(truncated)).toBe('complete complete complete failed skipped waiting waiting');
  expect(await statesOf(lost)).toBe('failed skipped skipped skipped skipped skipped skipped');
  expect(await statesOf(cancelled)).toBe('complete skipped complete skipped skipped skipped skipped');
  expect(await statesOf(underWay)).toBe('complete running waiting waiting waiting waiting waiting');
});
