import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.js';
import type { ClipRow } from './clip.repository.js';
import type { ClipStatus } from './status.contract.js';

/** Keeps one state of a clip's status object for listeners that come later. The transaction's id and the row's order it. */
export async function insertStatusEvent(tx: Tx, clip: ClipRow, status: ClipStatus): Promise<void> {
  await tx
    .insertInto('clip_status_event')
    .values((eb) => ({
      clip_id: clip.id,
      case_id: clip.case_id,
      submitter_ids: sql<string[]>`${eb
        .selectFrom('submission')
        .select(sql`coalesce(array_agg(distinct submitted_by), '{}')`.as('ids'))
        .where('clip_id', '=', clip.id)}`,
      version: clip.version,
      status: JSON.stringify(status),
    }))
    .execute();
}
