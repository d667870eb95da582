import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.js';
import type { PartRun } from '../../../clips/worker.js';
import { findExecutable } from '../../../media/find-executable.js';
import { createToolRunner } from '../../../media/tool-runner.js';
import { openDatabase, type DatabaseHandle } from '../../../platform/db/database.js';
import { LocalObjectStore } from '../../../platform/storage/local-object-store.js';
import { recordStoredObjects } from '../../../platform/storage/stored-object.repository.js';
import { newId } from '../../../shared/ids.js';
import { FrameTextReader } from './frame-text-reader.js';

const engine = await findExecutable('tesseract');
const whenInstalled = engine === undefined ? describe.skip : describe;
const FRAMES = 2;

let database: TestDatabase;
let handle: DatabaseHandle;
let folder: string;
let store: LocalObjectStore;
const clip = { id: newId(), originalSha256: '' };
const run = {
  signal: new AbortController().signal,
  onProgress: () => {},
} as unknown as PartRun;

beforeAll(async () => {
  database = await cloneDatabase();
  handle = openDatabase(database.appUrl);
  folder = await mkdtemp(join(tmpdir(), 'sightline-reader-'));
  store = await LocalObjectStore.open(join(folder, 'objects'));
  await mkdir(join(folder, 'scratch'));
  const userId = newId();
  const caseId = newId();
  const pictures = await Promise.all(Array.from({ length: FRAMES }, (_, i) => seal(i)));
  clip.originalSha256 = pictures[0] ?? '';
  const { db } = handle;
  await db.insertInto('app_user').values({ id: userId, name: 'Example Person' }).execute();
  await db.insertInto('evidence_case').values({ id: caseId, title: 'Read', created_by: userId }).execute();
  await db.insertInto('clip').values({ id: clip.id, case_id: caseId, created_by: userId }).execute();
  await db
    .insertInto('frame')
    .values(
      pictures.map((sha256, index) => ({
        ...{ id: newId(), clip_id: clip.id, index, kind: 'scene', pts_ms: index * 1_000 },
        ...{ sha256, thumb_sha256: sha256, veiled_sha256: sha256, width: 320, height: 240 },
        ...{ source_pts: index, frame_number: index, time_base: '1/1' },
      })),
    )
    .execute();
});
afterAll(async () => {
  await handle.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** A plain grey picture, each another. */
async function seal(nth: number): Promise<string> {
  const path = join(folder, `${nth}.jpg`);
  const source = `color=c=0x${String(40 + nth * 20).repeat(3)}:s=320x240`;
  execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, '-frames:v', '1', path]);
  const stored = await store.putFile(path);
  await handle.db
    .transaction()
    .execute((tx) => recordStoredObjects(tx, [{ ...stored, alreadyStored: true }]));
  return stored.sha256Hex;
}

async function readWithin(timeMs: number) {
  const tools = await createToolRunner({
    paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', tesseract: 'tesseract' },
    minTier: 1,
  });
  const around = { db: handle.db, store, tools, scratchRoot: join(folder, 'scratch'), ocr: 'auto' as const };
  return new FrameTextReader({ ...around, limits: { timeMs } }).read(clip, run);
}

whenInstalled('frames for which the time was too short', () => {
  it('are counted as unread, and are read when they are asked for again', async () => {
    const first = await readWithin(0);
    expect(first).toEqual({ text: expect.stringContaining('time'), unreadFrames: FRAMES });
    expect(await readWithin(60_000)).toEqual({ text: [], unreadFrames: 0 });
    // Nothing waits any more: the kept result is the answer, however short the time.
    expect(await readWithin(0)).toEqual({ text: [], unreadFrames: 0 });
  });
});
