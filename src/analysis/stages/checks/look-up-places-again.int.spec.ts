import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { openDatabase, type DatabaseHandle } from '../../../platform/db/database.js';
import { newId } from '../../../shared/ids.js';
import { lookup, placeClaim } from './rules/testing/geo-facts.js';
import { madeFacts } from './testing/made-facts.js';
import { placeName } from './rules/place-name/rule.js';
import { CheckOutcomeRepository } from './check-outcome.repository.js';
import { lookUpPlacesAgain } from './look-up-places-again.js';

let database: TestDatabase;
let handle: DatabaseHandle;
const userId = newId();
const caseId = newId();

beforeAll(async () => {
  database = await cloneDatabase();
  handle = openDatabase(database.appUrl);
  await handle.db.insertInto('app_user').values({ id: userId, name: 'Example Person' }).execute();
  await handle.db
    .insertInto('evidence_case')
    .values({ id: caseId, title: 'Places (invented)', created_by: userId })
    .execute();
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

/** A clip as part `checks` leaves it that looked two places up. */
async function checkedClip(complete: boolean): Promise<string> {
  const id = newId();
  await handle.db.insertInto('clip').values({ id, case_id: caseId, created_by: userId }).execute();
  const places = new Map([...lookup('Nowhere')].map(([key, known]) => [key, { ...known, complete }]));
  const [answer] = placeName.check(madeFacts({ claims: [placeClaim(35.76, 36.76)], places }));
  const outcome = {
    rule: placeName.id,
    ruleVersion: placeName.version,
    claimId: null,
    outcome: answer?.outcome ?? '',
    summary: answer?.summary ?? '',
    compared: answer?.compared ?? {},
    findingId: null,
  };
  await handle.db
    .transaction()
    .execute((tx) => new CheckOutcomeRepository().replace(tx, id, [outcome, outcome]));
  return id;
}

async function askedAgain(): Promise<string[]> {
  const rows = await handle.db
    .selectFrom('outbox')
    .select('payload')
    .where('event', '=', 'facts.changed')
    .execute();
  return rows.map(({ payload }) => (payload as { clipId: string }).clipId).toSorted();
}

describe('claims of place that were looked up too early', () => {
  it('are checked again, each clip once, and no others', async () => {
    const early: string[] = [];
    for (let i = 0; i < 201; i += 1) early.push(await checkedClip(false));
    await checkedClip(true);
    const { signal } = new AbortController();
    expect(await lookUpPlacesAgain(handle.db, signal)).toBe(201);
    expect(await askedAgain()).toEqual(early.toSorted());
    expect(await lookUpPlacesAgain(handle.db, signal)).toBe(0);
    expect(await askedAgain()).toHaveLength(201);
  });
});
