import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.js';
import { openDatabase, type DatabaseHandle } from '../platform/db/database.js';
import { newId } from '../shared/ids.js';
import { originsOf } from './origins.js';

const ORIGINAL = 'a'.repeat(64);
const MAP = 'b'.repeat(64);

let database: TestDatabase;
let handle: DatabaseHandle;
const [userId, caseId, clipId, copyId, frameId, copyFrameId, mapId, originalFileId] = Array.from(
  { length: 8 },
  newId,
);
const clip = { id: clipId ?? '', case_id: caseId ?? '', original_sha256: ORIGINAL };

beforeAll(async () => {
  database = await cloneDatabase();
  handle = openDatabase(database.appUrl);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("insert into app_user (id, name, admin) values ($1, 'Example Person', false)", [userId]);
  await owner.query("insert into evidence_case (id, title, created_by) values ($1, 'x', $2)", [
    caseId,
    userId,
  ]);
  for (const sha256 of [ORIGINAL, MAP])
    await owner.query('insert into stored_object (sha256, sha512, size_bytes) values ($1, $2, 1)', [
      sha256,
      sha256.repeat(2),
    ]);
  const links = [
    [clipId, 'https://social.example.org/post/1'],
    [copyId, 'https://mirror.example.net/post/9'],
  ];
  for (const [id, link] of links)
    await owner.query(
      'insert into clip (id, case_id, canonical_url, original_sha256, created_by) values ($1, $2, $3, $4, $5)',
      [id, caseId, link, ORIGINAL, userId],
    );
  await owner.query(
    "insert into submission (id, clip_id, submitted_url, via, submitted_by) values ($1, $2, 'https://short.example.com/z', 'link', $3)",
    [newId(), clipId, userId],
  );
  for (const [id, of] of [
    [frameId, clipId],
    [copyFrameId, copyId],
  ])
    await owner.query(
      `insert into frame (id, clip_id, index, pts_ms, source_pts, time_base, frame_number, kind, width, height, sha256, thumb_sha256, veiled_sha256)
       values ($1, $2, 0, 0, 0, '1/25', 0, 'scene', 1, 1, $3, $3, $3)`,
      [id, of, ORIGINAL],
    );
  for (const [id, sha256] of [
    [mapId, MAP],
    [originalFileId, ORIGINAL],
  ])
    await owner.query(
      "insert into artefact (id, clip_id, part, kind, sha256, media_type) values ($1, $2, 'evidence', 'evidence_file', $3, 'image/png')",
      [id, clipId, sha256],
    );
  await owner.end();
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

type Entries = Parameters<typeof originsOf>[2];
const origins = async (evidence: Entries) =>
  [...(await originsOf(handle.db, clip, evidence))].toSorted((a, b) => a.localeCompare(b));

describe('independent origins', () => {
  it('are one for a clip, its copies, its metadata, its own links and a file of its bytes', async () => {
    const evidence: Entries = [
      { kind: 'frame', ref: frameId },
      { kind: 'frame', ref: copyFrameId },
      { kind: 'metadata', ref: 'gps.lat' },
      { kind: 'url', ref: 'http://www.social.example.org/post/1/' },
      { kind: 'url', ref: 'https://mirror.example.net/post/9' },
      { kind: 'url', ref: 'https://short.example.com/z' },
      { kind: 'file', ref: originalFileId },
    ];
    expect(await origins(evidence)).toEqual([`clip:${ORIGINAL}`]);
  });

  it('are one for each registrable host and each file, and none for what was not found', async () => {
    const evidence: Entries = [
      { kind: 'url', ref: 'https://news.example.com/a' },
      { kind: 'url', ref: 'https://www.example.com/b' },
      { kind: 'file', ref: mapId },
      { kind: 'search', ref: 'Example Archive' },
      { kind: 'none_found' },
    ];
    expect(await origins(evidence)).toEqual(['example.com', `file:${MAP}`]);
  });
});
