import { claimWords, submissionWords } from '../clips/index.js';
import type { EvidenceRow, EvidenceRows, WordRow } from '../custody/worker.js';
import { findingWords } from '../findings/index.js';
import type { Executor } from '../platform/db/database.js';
import { annotationRevisionWords, annotationWords, judgementWords, subjectWords } from '../review/index.js';

const PAGE = 2_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Every row by which the desk says that some bytes belong to some clip, for verification to hold against the log. */
export class ClipEvidenceRows implements EvidenceRows {
  async *listEvidenceRows(db: Executor): AsyncIterable<EvidenceRow> {
    yield* storedObjects(db);
    yield* originals(db);
    yield* artefacts(db);
    yield* frames(db);
  }

  async *listWordRows(db: Executor): AsyncIterable<WordRow> {
    yield* claims(db);
    yield* submissions(db);
    yield* judgements(db);
    yield* annotations(db);
    yield* annotationRevisions(db);
    yield* subjects(db);
    yield* findings(db);
  }
}

async function* annotations(db: Executor): AsyncIterable<WordRow> {
  for await (const row of byId((after) =>
    db.selectFrom('annotation').selectAll().where('id', '>', after).orderBy('id').limit(PAGE).execute(),
  )) {
    yield wordRow(annotationWords(row));
  }
}

/** Page by page along their own key: which annotation, which version. */
async function* annotationRevisions(db: Executor): AsyncIterable<WordRow> {
  for (let after = { id: FIRST_ID, version: 0 }; ;) {
    const { id, version } = after;
    const rows = await db
      .selectFrom('annotation_revision')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('annotation_id', '>', id),
          eb.and([eb('annotation_id', '=', id), eb('version', '>', version)]),
        ]),
      )
      .orderBy('annotation_id')
      .orderBy('version')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      yield wordRow(
        annotationRevisionWords({
          annotationId: row.annotation_id,
          version: row.version,
          content: row.content,
          changedBy: row.changed_by,
        }),
      );
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = { id: last.annotation_id, version: last.version };
  }
}

async function* subjects(db: Executor): AsyncIterable<WordRow> {
  for await (const row of byId((after) =>
    db.selectFrom('subject').selectAll().where('id', '>', after).orderBy('id').limit(PAGE).execute(),
  )) {
    yield wordRow(subjectWords(row));
  }
}

function wordRow([key, digest]: readonly [string, string]): WordRow {
  return { key, digest };
}

async function* claims(db: Executor): AsyncIterable<WordRow> {
  for await (const row of byId((after) =>
    db.selectFrom('claim').selectAll().where('id', '>', after).orderBy('id').limit(PAGE).execute(),
  )) {
    const [key, digest] = claimWords({
      ...row,
      value: row.value as object,
      claimedBy: row.claimed_by,
    });
    yield { key, digest };
  }
}

async function* submissions(db: Executor): AsyncIterable<WordRow> {
  for await (const row of byId((after) =>
    db.selectFrom('submission').selectAll().where('id', '>', after).orderBy('id').limit(PAGE).execute(),
  )) {
    const [key, digest] = submissionWords({
      id: row.id,
      clipId: row.clip_id,
      submittedUrl: row.submitted_url,
      fileName: row.file_name,
      note: row.note,
      postedAt: row.posted_at,
      submittedBy: row.submitted_by,
    });
    yield { key, digest };
  }
}

async function* findings(db: Executor): AsyncIterable<WordRow> {
  for await (const row of byId((after) =>
    db.selectFrom('finding').selectAll().where('id', '>', after).orderBy('id').limit(PAGE).execute(),
  )) {
    const [key, digest] = findingWords(row);
    yield { key, digest };
  }
}

async function* judgements(db: Executor): AsyncIterable<WordRow> {
  for await (const row of byId((after) =>
    db.selectFrom('judgement').selectAll().where('id', '>', after).orderBy('id').limit(PAGE).execute(),
  )) {
    const [key, digest] = judgementWords({
      id: row.id,
      kind: row.kind,
      claimId: row.claim_id,
      madeBy: row.made_by,
      verdict: row.verdict,
      credibility: row.credibility,
      rationale: row.rationale,
      evidence: row.evidence as unknown as object[],
    });
    yield { key, digest };
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
    for (const row of rows) {
      yield {
        table: 'stored_object',
        id: row.sha256,
        clipId: null,
        sha256Hex: row.sha256,
        sizeBytes: row.size_bytes,
      };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.sha256;
  }
}

async function* originals(db: Executor): AsyncIterable<EvidenceRow> {
  for await (const row of byId((after) =>
    db
      .selectFrom('clip')
      .select(['id', 'original_sha256'])
      .where('original_sha256', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute(),
  )) {
    if (row.original_sha256 !== null) {
      yield { table: 'clip', id: row.id, clipId: row.id, sha256Hex: row.original_sha256, kind: 'original' };
    }
  }
}

async function* artefacts(db: Executor): AsyncIterable<EvidenceRow> {
  for await (const row of byId((after) =>
    db.selectFrom('artefact').selectAll().where('id', '>', after).orderBy('id').limit(PAGE).execute(),
  )) {
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
  for await (const row of byId((after) =>
    db.selectFrom('frame').selectAll().where('id', '>', after).orderBy('id').limit(PAGE).execute(),
  )) {
    const common = { table: 'frame', id: row.id, clipId: row.clip_id };
    yield { ...common, sha256Hex: row.sha256, kind: 'frame' };
    yield { ...common, sha256Hex: row.thumb_sha256, kind: 'thumb' };
    yield { ...common, sha256Hex: row.veiled_sha256, kind: 'veiled' };
  }
}

async function* byId<Row extends { id: string }>(
  page: (after: string) => Promise<Row[]>,
): AsyncIterable<Row> {
  for (let after = FIRST_ID; ;) {
    const rows = await page(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
