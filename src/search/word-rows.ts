import type { SelectQueryBuilder } from 'kysely';
import { matchWords } from '../analysis/index.js';
import { claimWords, submissionWords } from '../clips/index.js';
import type { WordRow } from '../custody/worker.js';
import { findingWords } from '../findings/index.js';
import type { Executor } from '../platform/db/database.js';
import type { DB } from '../platform/db/schema.gen.js';
import { annotationRevisionWords, annotationWords, judgementWords, subjectWords } from '../review/index.js';
import { everyRow, FIRST_ID, PAGE } from './every-row.js';

/** What people wrote, as the log committed to it. */
export async function* listWordRows(db: Executor): AsyncIterable<WordRow> {
  yield* wordsOf(db.selectFrom('claim').selectAll(), (row) =>
    claimWords({ ...row, value: row.value as object, claimedBy: row.claimed_by }),
  );
  yield* wordsOf(db.selectFrom('submission').selectAll(), (row) =>
    submissionWords({
      id: row.id,
      clipId: row.clip_id,
      submittedUrl: row.submitted_url,
      fileName: row.file_name,
      note: row.note,
      postedAt: row.posted_at,
      submittedBy: row.submitted_by,
    }),
  );
  yield* wordsOf(db.selectFrom('judgement').selectAll(), (row) =>
    judgementWords({
      id: row.id,
      kind: row.kind,
      claimId: row.claim_id,
      madeBy: row.made_by,
      verdict: row.verdict,
      credibility: row.credibility,
      rationale: row.rationale,
      evidence: row.evidence as unknown as object[],
      checklist: row.checklist as unknown as object[],
    }),
  );
  yield* wordsOf(db.selectFrom('annotation').selectAll(), annotationWords);
  yield* annotationRevisions(db);
  yield* wordsOf(db.selectFrom('subject').selectAll(), subjectWords);
  yield* wordsOf(db.selectFrom('finding').selectAll(), findingWords);
  yield* wordsOf(db.selectFrom('clip_match').selectAll().where('decided_by', 'is not', null), matchWords);
}

async function* wordsOf<Table extends keyof DB, Row extends { id: string }>(
  query: SelectQueryBuilder<DB, Table, Row>,
  words: (row: Row) => readonly [string, string],
): AsyncIterable<WordRow> {
  for await (const row of everyRow(query)) yield wordRow(words(row));
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
      const revision = { annotationId: row.annotation_id, changedBy: row.changed_by };
      yield wordRow(annotationRevisionWords({ ...revision, version: row.version, content: row.content }));
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = { id: last.annotation_id, version: last.version };
  }
}

function wordRow([key, digest]: readonly [string, string]): WordRow {
  return { key, digest };
}
