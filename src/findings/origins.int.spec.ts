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

describe('clips that share pictures', () => {
  const [repost, chained, soundAlike] = ['c', 'd', 'e'].map((digit) => digit.repeat(64));
  const frames = new Map<string, string>();

  beforeAll(async () => {
    const clips = new Map([[ORIGINAL, clipId ?? '']]);
    for (const original of [repost ?? '', chained ?? '', soundAlike ?? '']) {
      const id = newId();
      await handle.db
        .insertInto('stored_object')
        .values({ sha256: original, sha512: original.repeat(2), size_bytes: 1 })
        .execute();
      await handle.db
        .insertInto('clip')
        .values({ id, case_id: caseId ?? '', created_by: userId ?? '', original_sha256: original })
        .execute();
      const frame = { id: newId(), clip_id: id, index: 0, pts_ms: 0, source_pts: 0, time_base: '1/25' };
      const picture = { sha256: ORIGINAL, thumb_sha256: ORIGINAL, veiled_sha256: ORIGINAL };
      await handle.db
        .insertInto('frame')
        .values({ ...frame, ...picture, frame_number: 0, kind: 'scene', width: 1, height: 1 })
        .execute();
      clips.set(original, id);
      frames.set(original, frame.id);
    }
    const pairs = [
      [ORIGINAL, repost, 'same_footage'],
      [repost, chained, 'same_footage'],
      [ORIGINAL, soundAlike, 'same_sound'],
    ];
    for (const [one = '', other = '', kind = ''] of pairs) {
      const [first = '', second = ''] = [clips.get(one) ?? '', clips.get(other) ?? ''].toSorted();
      const match = { id: newId(), clip_id: first, other_clip_id: second, kind, method: 'test' };
      await handle.db
        .insertInto('clip_match')
        .values({ ...match, score: 1, coverage: 1, other_coverage: 1 })
        .execute();
    }
  });

  const seenIn = (...originals: (string | undefined)[]): Entries => [
    { kind: 'frame', ref: frameId },
    ...originals.map((original) => ({ kind: 'frame' as const, ref: frames.get(original ?? '') })),
  ];
  const setState = (state: string) =>
    handle.db
      .updateTable('clip_match')
      .set({ state, decided_by: userId, decided_at: new Date(), rationale: 'looked at (invented)' })
      .where('kind', '=', 'same_footage')
      .execute();

  it('are one origin, also when only a third copy connects them', async () => {
    expect(await origins(seenIn(chained))).toEqual([`clip:${ORIGINAL}`]);
  });

  it('are two when they share sound alone; a match that is cited is one argument', async () => {
    expect(await origins(seenIn(soundAlike))).toHaveLength(2);
    const { id } = await handle.db
      .selectFrom('clip_match')
      .select('id')
      .where('kind', '=', 'same_sound')
      .executeTakeFirstOrThrow();
    expect(await origins([{ kind: 'match', ref: id }])).toHaveLength(1);
  });

  it('stay one when somebody confirms it, and are two once somebody rejects it', async () => {
    await setState('confirmed');
    expect(await origins(seenIn(repost))).toHaveLength(1);
    await setState('rejected');
    expect(await origins(seenIn(repost))).toHaveLength(2);
  });
});
