import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database.js';
import { openDatabase, type DatabaseHandle } from '../../platform/db/database.js';
import { newId } from '../../shared/ids.js';
import { listOldestWaiting, meltTally, readTally } from './tally.repository.js';

const [userId, caseId, otherCase] = [newId(), newId(), newId()];
let database: TestDatabase;
let handle: DatabaseHandle;

beforeAll(async () => {
  database = await cloneDatabase();
  handle = openDatabase(database.appUrl);
  await handle.db.insertInto('app_user').values({ id: userId, name: 'Example Person (invented)' }).execute();
  for (const id of [caseId, otherCase])
    await handle.db.insertInto('evidence_case').values({ id, title: 'case', created_by: userId }).execute();
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

describe('the tally', () => {
  it('is what counting the clips gives, before and after it is melted, by several at once, while clips move', async () => {
    const ids = Array.from({ length: 60 }, () => newId());
    await handle.db
      .insertInto('clip')
      .values(
        ids.map((id, i) => ({
          id,
          case_id: i % 3 === 0 ? otherCase : caseId,
          created_by: userId,
          // Some have waited for weeks: they are told of all the same.
          created_at: new Date(Date.now() - (i % 4) * 20 * 86_400_000),
        })),
      )
      .execute();
    const states = ['running', 'complete', 'failed', 'queued'];
    await Promise.all([
      ...ids.map(async (id, i) => {
        for (let step = 0; step < 5; step += 1) {
          const processing = states[(i + step) % 4] ?? 'queued';
          const error = processing === 'failed' ? JSON.stringify({ code: 'not_found' }) : null;
          await handle.db
            .updateTable('clip')
            .set({ processing, processing_error: error, work: step === 3 ? 'closed' : 'unassigned' })
            .where('id', '=', id)
            .execute();
        }
      }),
      ...[1, 2, 3, 4, 5, 6].map(() => meltTally(handle.db)),
    ]);
    expect(await tallied()).toEqual(await counted());
    await meltTally(handle.db);
    expect(await tallied()).toEqual(await counted());
    const { rows } = await readTally(handle.db, [caseId], 14);
    expect(rows.find(({ measure }) => measure === 'submitted')?.amount).toBe(10);
    // Each was closed once, and opened again.
    expect(rows.find(({ measure }) => measure === 'closed')?.amount).toBe(40);
    const kept = await handle.db.selectFrom('clip_tally').selectAll().execute();
    expect(kept.filter(({ fresh }) => fresh)).toEqual([]);
    expect(kept.filter(({ amount }) => amount === 0)).toEqual([]);
  });

  it('names the oldest that wait, over all cases, without the closed and the cancelled', async () => {
    const all = await handle.db.selectFrom('clip').select('id').orderBy('id').execute();
    const [first, second] = all.map(({ id }) => id);
    await handle.db
      .updateTable('clip')
      .set({ work: 'closed' })
      .where('id', '=', first ?? '')
      .execute();
    await handle.db
      .updateTable('clip')
      .set({ processing: 'cancelled' })
      .where('id', '=', second ?? '')
      .execute();
    const waiting = await listOldestWaiting(handle.db, [caseId, otherCase], 10);
    expect(waiting.map(({ id }) => id)).toEqual(all.slice(2, 12).map(({ id }) => id));
    expect(await tallied()).toEqual(await counted());
  });
});

async function tallied() {
  const { rows } = await readTally(handle.db, [caseId], 14);
  return sorted(
    rows
      .filter(
        ({ measure, amount }) =>
          ['processing', 'work', 'failure', 'waiting'].includes(measure) && amount !== 0,
      )
      .map(({ measure, state, day, amount }) => [measure, day ?? state, amount]),
  );
}

async function counted() {
  const clips = await handle.db.selectFrom('clip').selectAll().where('case_id', '=', caseId).execute();
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { processing, work, processing_error, created_at } of clips) {
    add(`processing ${processing}`);
    add(`work ${work}`);
    if (processing_error !== null) add('failure not_found');
    if (work !== 'closed' && processing !== 'cancelled')
      add(`waiting ${created_at.toISOString().slice(0, 10)}`);
  }
  return sorted([...counts].map(([key, count]) => [...key.split(' '), count]));
}

function sorted(rows: readonly unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted();
}
