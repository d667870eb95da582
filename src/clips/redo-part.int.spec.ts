import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.js';
import { CustodyLog, PrivateVault } from '../custody/index.js';
import { openDatabase, type DatabaseHandle } from '../platform/db/database.js';
import { newId } from '../shared/ids.js';
import { ClipChange } from './clip-change.js';
import { PartLedger, type Attempt, type PartEnding } from './part-ledger.js';
import { PartRecovery } from './part-recovery.js';

const DONE: PartEnding = { outcome: 'found', warnings: [], write: async () => {}, custody: [] };
const FAILED: PartEnding = {
  ...DONE,
  problem: { code: 'internal', message: 'An invented failure.', retryable: true },
};

let database: TestDatabase;
let folder: string;
let handle: DatabaseHandle;
let ledger: PartLedger;
let recovery: PartRecovery;
let clipId: string;
const userId = newId();
const caseId = newId();

beforeAll(async () => {
  database = await cloneDatabase();
  folder = await mkdtemp(join(tmpdir(), 'sightline-redo-'));
  handle = openDatabase(database.appUrl);
  const change = new ClipChange(handle.db, new CustodyLog(await PrivateVault.open(folder)));
  ledger = new PartLedger(change);
  recovery = new PartRecovery(change);
  await handle.db.insertInto('app_user').values({ id: userId, name: 'Example Person' }).execute();
  await handle.db
    .insertInto('evidence_case')
    .values({ id: caseId, title: 'Redone (invented)', created_by: userId })
    .execute();
});
afterAll(async () => {
  await handle.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  clipId = newId();
  await handle.db.insertInto('clip').values({ id: clipId, case_id: caseId, created_by: userId }).execute();
  await handle.db
    .insertInto('clip_part')
    .values([
      { clip_id: clipId, part: 'acquire', position: 0, state: 'complete' },
      { clip_id: clipId, part: 'checks', position: 6, state: 'waiting' },
    ])
    .execute();
});

async function begin(run: number): Promise<Attempt> {
  const attempt = await ledger.begin({ clipId, part: 'checks', run }, newId());
  if (attempt === null) throw new Error('the part could not be taken');
  return attempt;
}

async function actions(): Promise<string[]> {
  const rows = await handle.db
    .selectFrom('custody_event')
    .select('action')
    .where('clip_id', '=', clipId)
    .orderBy('seq')
    .execute();
  return rows.map(({ action }) => action);
}

const checks = () =>
  handle.db
    .selectFrom('clip_part')
    .select(['state', 'run'])
    .where('clip_id', '=', clipId)
    .where('part', '=', 'checks')
    .executeTakeFirstOrThrow();

const redriven = async () =>
  (
    await handle.db
      .selectFrom('outbox')
      .select('event')
      .where('event', '=', 'part.redriven')
      .where('payload', '@>', JSON.stringify({ clipId }))
      .execute()
  ).length;

describe('a part whose facts change', () => {
  it('while it runs ends well, and then has one new run, however often they changed', async () => {
    const attempt = await begin(1);
    for (let i = 0; i < 3; i += 1) await recovery.redo(clipId, 'checks');
    expect(await checks()).toEqual({ state: 'running', run: 1 });
    expect(await ledger.end(attempt, DONE)).toBe(true);
    expect(await checks()).toEqual({ state: 'waiting', run: 2 });
    expect(await redriven()).toBe(1);
    await ledger.end(await begin(2), DONE);
    expect(await checks()).toEqual({ state: 'complete', run: 2 });
    expect(await actions()).toEqual(['part.completed', 'part.completed']);
  });

  it('while an attempt runs that fails has a new run all the same', async () => {
    const attempt = await begin(1);
    await recovery.redo(clipId, 'checks');
    await ledger.end(attempt, FAILED);
    expect(await checks()).toEqual({ state: 'waiting', run: 2 });
  });

  it('while an attempt runs that is tried again is seen by the next try, without a further run', async () => {
    const attempt = await begin(1);
    await recovery.redo(clipId, 'checks');
    await ledger.release(attempt, { code: 'internal', message: 'An invented failure.', retryable: true });
    await ledger.end(await begin(1), DONE);
    expect(await checks()).toEqual({ state: 'complete', run: 1 });
  });

  it('after it has ended is done again', async () => {
    await ledger.end(await begin(1), DONE);
    await recovery.redo(clipId, 'checks');
    expect(await checks()).toEqual({ state: 'waiting', run: 2 });
    expect(await redriven()).toBe(1);
  });

  it('while it waits needs nothing', async () => {
    await recovery.redo(clipId, 'checks');
    expect(await checks()).toEqual({ state: 'waiting', run: 1 });
    expect(await redriven()).toBe(0);
  });
});
