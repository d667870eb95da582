import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { cloneDatabase } from '../../../../../test/support/database.js';
import { ClipChange, PartLedger, type Attempt } from '../../../../clips/worker.js';
import { CustodyLog, PrivateVault } from '../../../../custody/index.js';
import { openDatabase, type DatabaseHandle } from '../../../../platform/db/database.js';
import { LocalObjectStore } from '../../../../platform/storage/local-object-store.js';
import { recordStoredObjects } from '../../../../platform/storage/stored-object.repository.js';
import { newId } from '../../../../shared/ids.js';
import { encodeIndexRecords } from '../../fingerprint/domain/index-records.js';
import { encodeTrack, HASH_BYTES, type Track } from '../../fingerprint/domain/track.js';
import { FindMatches } from '../find-matches.js';
import { MatchClip } from '../match-clip.handler.js';
import { SearchArchive } from '../search-archive.js';
import { SmallIndex } from './small-index.js';

/** A database with clips whose part match is due, and what runs it. */
export class MatchDesk {
  readonly userId = newId();
  readonly caseId = newId();
  readonly index: SmallIndex;

  private constructor(
    readonly handle: DatabaseHandle,
    private readonly owner: DatabaseHandle,
    private readonly folder: string,
    private readonly store: LocalObjectStore,
    private readonly ledger: PartLedger,
    private readonly dropDatabase: () => Promise<void>,
  ) {
    this.index = new SmallIndex(handle.db);
  }

  static async create(): Promise<MatchDesk> {
    const database = await cloneDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'sightline-match-'));
    const handle = openDatabase(database.appUrl);
    const custody = new CustodyLog(await PrivateVault.open(folder));
    const desk = new MatchDesk(
      handle,
      openDatabase(database.ownerUrl, { maxConnections: 1 }),
      folder,
      await LocalObjectStore.open(join(folder, 'objects')),
      new PartLedger(new ClipChange(handle.db, custody)),
      () => database.drop(),
    );
    await handle.db.insertInto('app_user').values({ id: desk.userId, name: 'Example Person' }).execute();
    await handle.db
      .insertInto('evidence_case')
      .values({ id: desk.caseId, title: 'Copies (invented)', created_by: desk.userId })
      .execute();
    return desk;
  }

  async close(): Promise<void> {
    await this.handle.close();
    await this.owner.close();
    await this.dropDatabase();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A clip with these bytes, every part but `match` behind it. */
  async addClip(bytes: string, more: { readonly postTime?: string } = {}): Promise<string> {
    const original = await this.#seal(Buffer.from(bytes));
    const id = newId();
    await this.handle.db
      .insertInto('clip')
      .values({
        id,
        case_id: this.caseId,
        created_by: this.userId,
        original_sha256: original,
        post_time: more.postTime === undefined ? null : JSON.stringify({ at: more.postTime }),
      })
      .execute();
    await this.handle.db
      .insertInto('clip_part')
      .values(
        ['acquire', 'probe', 'metadata', 'frames', 'fingerprint', 'match'].map((part, position) => ({
          ...{ clip_id: id, part, position },
          state: part === 'match' ? 'waiting' : 'complete',
        })),
      )
      .execute();
    return id;
  }

  /** What the clips with these bytes look and sound like. */
  async addFingerprint(bytes: string, track: Track, sound: Uint32Array | null = null): Promise<void> {
    await this.handle.db
      .insertInto('fingerprint')
      .values({
        original_sha256: await this.#seal(Buffer.from(bytes)),
        stage_version: 1,
        track_sha256: await this.#seal(Buffer.from(encodeTrack(track))),
        duration_ms: (track.ptsMs.at(-1) ?? 0) + 100,
        frames: Buffer.from(encodeIndexRecords(everyFifth(track))),
        sound: sound === null ? null : Buffer.from(sound.buffer),
        sound_step_ms: sound === null ? null : 124,
      })
      .execute();
  }

  async removeFingerprint(bytes: string): Promise<void> {
    await this.handle.db
      .deleteFrom('fingerprint')
      .where('original_sha256', '=', sha256(Buffer.from(bytes)))
      .execute();
  }

  /** Runs the part once more, whatever state it is in, and ends it. Answers its state as the tables have it then. */
  async match(clipId: string, options: { lastTry?: boolean; index?: SmallIndex } = {}): Promise<PartSeen> {
    const attempt = await this.begin(clipId);
    const handler = this.handler(options.index);
    const { lastTry = false } = options;
    const run = { attempt, signal: new AbortController().signal, lastTry, onProgress: () => {} };
    await this.ledger.end(attempt, await handler.execute(run));
    return this.handle.db
      .selectFrom('clip_part')
      .select(['state', 'outcome', 'warnings', 'error'])
      .where('clip_id', '=', clipId)
      .where('part', '=', 'match')
      .executeTakeFirstOrThrow();
  }

  async begin(clipId: string): Promise<Attempt> {
    await this.handle.db
      .updateTable('clip_part')
      .set((eb) => ({ state: 'waiting', run: eb('run', '+', 1) }))
      .where('clip_id', '=', clipId)
      .where('part', '=', 'match')
      .where('state', '!=', 'waiting')
      .execute();
    const { run } = await this.handle.db
      .selectFrom('clip_part')
      .select('run')
      .where('clip_id', '=', clipId)
      .where('part', '=', 'match')
      .executeTakeFirstOrThrow();
    const attempt = await this.ledger.begin({ clipId, part: 'match', run }, newId());
    if (attempt === null) throw new Error('the part could not be taken');
    return attempt;
  }

  handler(index = this.index): MatchClip {
    const { db } = this.handle;
    return new MatchClip(db, new FindMatches(db, new SearchArchive(db, this.store, index)));
  }

  /** With every protection off, to make what only years would. */
  async asOwner(statement: ReturnType<typeof sql>): Promise<void> {
    await statement.execute(this.owner.db);
  }

  async #seal(bytes: Buffer): Promise<string> {
    const path = join(this.folder, newId());
    await writeFile(path, bytes);
    const stored = await this.store.putFile(path);
    await this.handle.db
      .transaction()
      .execute((tx) => recordStoredObjects(tx, [{ ...stored, alreadyStored: true }]));
    return stored.sha256Hex;
  }
}

export interface PartSeen {
  readonly state: string;
  readonly outcome: string | null;
  readonly warnings: unknown;
  readonly error: unknown;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function everyFifth(track: Track) {
  return Array.from({ length: Math.ceil(track.count / 5) }, (_, i) => ({
    hash: track.hashes.subarray(5 * i * HASH_BYTES, (5 * i + 1) * HASH_BYTES),
    ptsMs: track.ptsMs[5 * i] ?? 0,
    quality: 100,
    view: 0,
  }));
}
