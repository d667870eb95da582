import type { EvidenceRow, EvidenceRows, WordRow } from '../custody/worker.js';
import type { Executor } from '../platform/db/database.js';
import { everyRow, PAGE } from './every-row.js';
import { listWordRows } from './word-rows.js';

/** Every row by which the desk says that some bytes belong to some clip, for verification to hold against the log. */
export class ClipEvidenceRows implements EvidenceRows {
  async *listEvidenceRows(db: Executor): AsyncIterable<EvidenceRow> {
    yield* storedObjects(db);
    yield* originals(db);
    yield* artefacts(db);
    yield* frames(db);
  }

  listWordRows(db: Executor): AsyncIterable<WordRow> {
    return listWordRows(db);
  }
}

async function* storedObjects(db: Executor): AsyncIterable<EvidenceRow> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('stored_object')
      .select(['sha256', 'size_bytes'])
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(PAGE)
      .execute();
    for (const { sha256, size_bytes: sizeBytes } of rows)
      yield { table: 'stored_object', id: sha256, clipId: null, sha256Hex: sha256, sizeBytes };
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.sha256;
  }
}

async function* originals(db: Executor): AsyncIterable<EvidenceRow> {
  const sealed = db
    .selectFrom('clip')
    .select(['id', 'original_sha256'])
    .where('original_sha256', 'is not', null)
    .$narrowType<{ original_sha256: string }>();
  for await (const { id, original_sha256: sha256Hex } of everyRow(sealed))
    yield { table: 'clip', id, clipId: id, sha256Hex, kind: 'original' };
}

async function* artefacts(db: Executor): AsyncIterable<EvidenceRow> {
  for await (const row of everyRow(db.selectFrom('artefact').selectAll())) {
    yield {
      table: 'artefact',
      id: row.id,
      clipId: row.clip_id,
      sha256Hex: row.sha256,
      kind: row.kind,
      parentSha256Hex: row.parent_sha256,
    };
  }
}

async function* frames(db: Executor): AsyncIterable<EvidenceRow> {
  for await (const row of everyRow(db.selectFrom('frame').selectAll())) {
    const place = { table: 'frame', id: row.id, clipId: row.clip_id };
    yield { ...place, sha256Hex: row.sha256, kind: 'frame' };
    yield { ...place, sha256Hex: row.thumb_sha256, kind: 'thumb' };
    yield { ...place, sha256Hex: row.veiled_sha256, kind: 'veiled' };
  }
}
