import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { sql } from 'kysely';

import { cloneDatabase } from './database.js';
import { openDatabase, type DatabaseHandle } from '../../src/platform/db/database.js';
import { LocalObjectStore } from '../../src/platform/storage/local-object-store.js';
import type { StoredObject } from '../../src/platform/storage/object-store.js';
import { CheckpointSigner } from '../../src/custody/checkpoints/checkpoint-signer.js';
import { CustodyLog, type CustodyEntry } from '../../src/custody/custody-log.js';
import { canonicalEvent, eventLeaf, readCanonicalEvent } from '../../src/custody/domain/custody-event.js';
import { PrivateVault } from '../../src/custody/keys/private-vault.js';
import type { EvidenceRow, EvidenceRows, VerificationReport } from '../../src/custody/verify/verification.js';
import { verifyStore, type VerifyStoreOptions } from '../../src/custody/verify/verify-store.js';

/** A small desk for custody's own specs: a real database, store and data folder with two clips, ready to be tampered with. */
export class CustodyFixture {
  readonly rows: EvidenceRow[] = [];
  readonly objects: StoredObject[] = [];

  private constructor(
    readonly dataDir: string,
    readonly store: LocalObjectStore,
    /** As the service connects. */
    readonly app: DatabaseHandle,
    /** As a superuser connects who has switched every protection off. */
    readonly insider: DatabaseHandle,
    readonly log: CustodyLog,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async create(): Promise<CustodyFixture> {
    const database = await cloneDatabase();
    const dataDir = await mkdtemp(path.join(tmpdir(), 'sightline-verify-'));
    const log = new CustodyLog(await PrivateVault.open(dataDir));
    const store = await LocalObjectStore.open(path.join(dataDir, 'objects'));
    const insider = openDatabase(database.ownerUrl, { maxConnections: 1 });
    const app = openDatabase(database.appUrl);
    return new CustodyFixture(dataDir, store, app, insider, log, () => database.drop());
  }

  async destroy(): Promise<void> {
    await this.app.close();
    await this.insider.close();
    await this.dropDatabase();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** A clip with an original, a frame and its thumbnail, and what happened to them. */
  async addClip(caseId: string): Promise<string> {
    const clipId = randomUUID();
    const common = { chain: caseId, clipId, actor: `worker:${randomUUID()}` };
    const [original, frame, thumb] = await this.#seal(clipId, 'original', 'frame', 'thumb');
    await this.log.append(this.app.db, [
      {
        ...common,
        action: 'clip.submitted',
        body: { submissionId: randomUUID(), via: 'link' },
        private: { submittedUrl: `https://social.example/invented/${clipId}` },
      },
      {
        ...common,
        action: 'evidence.sealed',
        body: {
          sha256: original.sha256Hex,
          sha512: original.sha512Hex,
          sizeBytes: original.sizeBytes,
          alreadyStored: false,
        },
      },
      {
        ...common,
        action: 'derivative.sealed',
        body: {
          part: 'frames',
          objects: [derivative('frame', frame, original), derivative('thumb', thumb, frame)],
        },
      },
    ]);
    return clipId;
  }

  async append(...entries: CustodyEntry[]): Promise<void> {
    await this.log.append(this.app.db, entries);
  }

  async sign(): Promise<void> {
    const signer = await CheckpointSigner.open({ db: this.app.db, dataDir: this.dataDir });
    await signer.signCheckpoint();
  }

  async verify(options: Partial<VerifyStoreOptions> = {}): Promise<VerificationReport> {
    const { rows } = this;
    const evidence: EvidenceRows = {
      async *listEvidenceRows() {
        yield* rows;
      },
      async *listWordRows() {
        yield* [];
      },
    };
    return verifyStore({ db: this.app.db, store: this.store, dataDir: this.dataDir, evidence, ...options });
  }

  /** Runs statements with the append-only triggers off, then on again as if nothing had been. */
  async tamper(...statements: string[]): Promise<void> {
    const tables = ['custody_event', 'custody_private', 'custody_checkpoint'];
    const script = [
      `set session_replication_role = replica`,
      ...tables.map((table) => `alter table ${table} disable trigger ${table}_append_only`),
      ...statements,
      ...tables.map((table) => `alter table ${table} enable always trigger ${table}_append_only`),
      `set session_replication_role = origin`,
    ];
    // One round trip and one transaction: specs do this hundreds of times.
    await sql.raw(script.join(';\n')).execute(this.insider.db);
  }

  /** Keeps the three tables as they are now, for `restore`. */
  async remember(): Promise<void> {
    await this.tamper(
      ...['event', 'private', 'checkpoint'].map(
        (name) => `create table was_${name} as table custody_${name}`,
      ),
    );
  }

  /** @param then what to tamper with next, at once: switching the protections off and on costs more than all the rest. */
  async restore(...then: string[]): Promise<void> {
    const tables = ['event', 'private', 'checkpoint'];
    await this.tamper(
      ...tables.flatMap((name) => [
        // TRUNCATE makes new files for each table and index.
        `delete from custody_${name}`,
        `insert into custody_${name} table was_${name}`,
      ]),
      ...then,
    );
  }

  /** What an insider with the source at hand would do: change an event and recompute every place, leaf and link after it. */
  async rewrite(
    change: (event: { action: string; actor: string }) => void,
    drop: (action: string) => boolean,
  ): Promise<void> {
    const { rows } = await sql<{
      canonical: string;
    }>`select canonical from custody_event order by seq`.execute(this.insider.db);
    const heads = new Map<string, { chainSeq: number; leaf: string | null }>();
    const statements = ['truncate custody_event cascade'];
    let seq = 0;
    for (const { canonical } of rows) {
      const event = { ...readCanonicalEvent(canonical)! };
      if (drop(event.action)) continue;
      change(event);
      const head = heads.get(event.chain) ?? { chainSeq: 0, leaf: null };
      const next = canonicalEvent({
        ...event,
        seq: (seq += 1),
        chainSeq: head.chainSeq + 1,
        prev: head.leaf,
      });
      heads.set(event.chain, { chainSeq: head.chainSeq + 1, leaf: eventLeaf(next) });
      statements.push(insertStatement(next));
    }
    await this.tamper(
      'create temp table kept as table custody_private',
      ...statements,
      'insert into custody_private table kept',
      'drop table kept',
    );
  }

  async #seal<const Kinds extends readonly string[]>(
    clipId: string,
    ...kinds: Kinds
  ): Promise<{ [Index in keyof Kinds]: StoredObject }> {
    const sealed: StoredObject[] = [];
    for (const kind of kinds) {
      const draft = await this.store.begin();
      await draft.write(Buffer.from(`${kind} of ${clipId}`));
      const object = await draft.seal();
      const { sha256Hex, sizeBytes } = object;
      this.rows.push({ table: 'artefact', id: randomUUID(), clipId, sha256Hex, sizeBytes, kind });
      sealed.push(object);
    }
    this.objects.push(...sealed);
    return sealed as unknown as { [Index in keyof Kinds]: StoredObject };
  }
}

function derivative(kind: string, object: StoredObject, parent: StoredObject) {
  return { kind, sha256: object.sha256Hex, sizeBytes: object.sizeBytes, parent: parent.sha256Hex };
}

function insertStatement(canonical: string): string {
  const text = `'${canonical.replaceAll("'", "''")}'`;
  return `insert into custody_event select (e->>'seq')::bigint, (e->>'id')::uuid, (e->>'at')::timestamptz, e->>'chain',
    (e->>'chainSeq')::bigint, (e->>'clipId')::uuid, e->>'action', e->>'actor', ${text},
    decode(e->>'privateCommit', 'hex'), decode(e->>'prev', 'hex'), sha256('\\x00' || convert_to(${text}, 'UTF8'))
    from (select ${text}::jsonb as e) as event`;
}
