import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.js';
import { openDatabase, type DatabaseHandle } from '../platform/db/database.js';
import { newId } from '../shared/ids.js';
import { latestStatusPosition, listStatusEvents } from './status-event.repository.js';

let database: TestDatabase;
let handle: DatabaseHandle;

/** Transactions whose numbers gain a digit, as those of a new desk do within minutes; written in another order. */
const TRANSACTIONS = [100, 9, 11, 10, 99];

beforeAll(async () => {
  database = await cloneDatabase();
  handle = openDatabase(database.appUrl);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const [userId, caseId, clipId] = [newId(), newId(), newId()];
  await owner.query("insert into app_user (id, name, admin) values ($1, 'Example Person', false)", [userId]);
  await owner.query("insert into evidence_case (id, title, created_by) values ($1, 'x', $2)", [
    caseId,
    userId,
  ]);
  await owner.query('insert into clip (id, case_id, created_by) values ($1, $2, $3)', [
    clipId,
    caseId,
    userId,
  ]);
  for (const xid of TRANSACTIONS) {
    await owner.query(
      `insert into clip_status_event (xid, clip_id, case_id, submitter_ids, version, status)
       values ($1::text::xid8, $2, $3, '{}', 1, '{}')`,
      [String(xid), clipId, caseId],
    );
  }
  await owner.end();
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

describe('states of clips', () => {
  it('are read in the order of their transactions’ numbers, page by page, each once', async () => {
    const read: number[] = [];
    let after = { xid: 0, id: 0 };
    for (;;) {
      const { events } = await listStatusEvents(handle.db, { after, limit: 2 });
      const last = events.at(-1);
      if (last === undefined) break;
      read.push(...events.map(({ position }) => position.xid));
      after = last.position;
    }
    expect(read).toEqual([9, 10, 11, 99, 100]);
  });

  it('end at the newest transaction, where a new listener begins', async () => {
    expect(await latestStatusPosition(handle.db)).toMatchObject({ xid: 100 });
  });
});
