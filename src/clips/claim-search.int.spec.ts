import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.js';
import { openDatabase, type DatabaseHandle } from '../platform/db/database.js';
import { newId } from '../shared/ids.js';
import { readClaimValue } from './claim-reading.js';
import { ClaimRepository, type ClaimType } from './claim.repository.js';

let database: TestDatabase;
let handle: DatabaseHandle;
let owner: Client;
let clipId: string;

beforeAll(async () => {
  database = await cloneDatabase();
  handle = openDatabase(database.appUrl);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const [userId, caseId] = [newId(), newId()];
  clipId = newId();
  await owner.query("insert into app_user (id, name, admin) values ($1, 'Example Person', false)", [userId]);
  await owner.query('insert into evidence_case (id, title, created_by) values ($1, $2, $3)', [
    caseId,
    'x',
    userId,
  ]);
  await owner.query('insert into clip (id, case_id, created_by) values ($1, $2, $3)', [
    clipId,
    caseId,
    userId,
  ]);
});
afterAll(async () => {
  await owner.end();
  await handle.close();
  await database.drop();
});

async function insert(type: ClaimType, value: Parameters<typeof readClaimValue>[1]): Promise<string> {
  const id = newId();
  const claim = {
    id,
    clipId,
    submissionId: null,
    addedBy: null,
    claimedBy: null,
    language: null,
    type,
    statement: 'said',
    value: readClaimValue(type, value),
  };
  await new ClaimRepository().insertAll(handle.db, [claim]);
  return id;
}

async function found(condition: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(`select id from claim where ${condition} order by id`);
  return rows.map(({ id }) => id);
}

describe('a claim of a place', () => {
  it('is found by a box that touches its radius, its coordinates or its polygon, and by no other', async () => {
    const near = await insert('location', { lat: 35.76, lon: 36.76, radiusM: 3_000 });
    const read = await insert('location', { coordinates: '35°45\'36"N 36°45\'36"E' });
    const ring = [
      [36.7, 35.7],
      [36.8, 35.7],
      [36.8, 35.8],
      [36.7, 35.7],
    ];
    const drawn = await insert('location', { polygon: ring });
    await insert('location', { place: 'Khan al-Sebel' });
    expect(await found("place_box && box '(36.79,35.77),(36.78,35.76)'")).toEqual([near, drawn]);
    expect(await found("place_box && box '(36.7601,35.7601),(36.7599,35.7599)'")).toEqual([
      near,
      read,
      drawn,
    ]);
    expect(await found("place_box && box '(37,36),(36.9,35.9)'")).toEqual([]);
    expect(await found('abs(place_lat - 35.76) < 1e-9 and abs(place_lon - 36.76) < 1e-9')).toEqual([
      near,
      read,
    ]);
  });

  it('across the antimeridian ends beyond 180 degrees', async () => {
    const fiji = await insert('location', { lat: -17, lon: 179.99, radiusM: 5_000 });
    expect(await found("place_box && box '(180.02,-17),(180.01,-17)'")).toEqual([fiji]);
  });
});

describe('a claim of a time', () => {
  it('is found by what overlaps it, open ends included', async () => {
    const day = await insert('time', { edtf: '2020-02-09', timezone: 'Asia/Damascus' });
    const since = await insert('time', { edtf: '2020-02/..' });
    await insert('time', {});
    const overlapping = (from: string, to: string) =>
      found(`time_range && tstzrange('${from}', '${to}', '[]')`);
    expect(await overlapping('2020-02-08T22:00:00Z', '2020-02-08T23:00:00Z')).toEqual([day, since]);
    expect(await overlapping('2020-02-09T22:00:00Z', '2020-02-09T23:00:00Z')).toEqual([since]);
    expect(await overlapping('2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z')).toEqual([]);
  });
});

describe('claims of before there were columns to search', () => {
  it('are filled in by the migration as new ones are, never narrower', async () => {
    const cases = [
      { lat: 35.76, lon: 36.76, radiusM: 3_000 },
      { lat: 35.76, lon: 36.76 },
      { lat: -17, lon: -179.99, radiusM: 5_000 },
      { lat: 89.99, lon: 10, radiusM: 5_000 },
      { lat: 10, lon: 10, radiusM: 20_000_000 },
    ];
    const ids: string[] = [];
    for (const value of cases) ids.push(await insert('location', value));
    const time = await insert('time', { earliest: '2020-02-08T00:00:00Z' });
    await owner.query(
      'create temp table before as select id, place_box, time_range from claim where id = any($1)',
      [[...ids, time]],
    );
    await owner.query(
      'update claim set place_lat = null, place_box = null, time_range = null where id = any($1)',
      [[...ids, time]],
    );
    const file = new URL('../platform/db/migrations/20261122T220200_claims_findings.sql', import.meta.url);
    const backfill = (await readFile(file, 'utf8')).match(/^update claim\n[^;]*;/gm) ?? [];
    expect(backfill).toHaveLength(2);
    for (const statement of backfill) await owner.query(statement);
    const { rows } = await owner.query<{ held: number }>(
      `select count(*)::int as held from before join claim using (id)
       where claim.place_box @> before.place_box or claim.time_range = before.time_range`,
    );
    expect(rows[0]?.held).toBe(cases.length + 1);
  });
});
