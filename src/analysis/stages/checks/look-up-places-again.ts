import { sql } from 'kysely';
import type { Database } from '../../../platform/db/database.js';

/** Few enough for one statement; the queue takes the next while these are checked. */
const CLIPS_AT_ONCE = 200;

/**
 * Has claims checked again whose place was looked up while the gazetteer was still being read in. Each is asked for once, also by
 * several workers. For when the gazetteer is there. Answers how many clips it concerned.
 */
export async function lookUpPlacesAgain(db: Database, signal: AbortSignal): Promise<number> {
  let clips = 0;
  while (!signal.aborted) {
    const { numAffectedRows = 0n } = await sql`
      with early as (
        select distinct clip_id from check_outcome where compared ->> 'gazetteer' = 'being_read_in'
        order by clip_id limit ${CLIPS_AT_ONCE}
      ), asked as (
        update check_outcome set compared = compared || '{"gazetteer": "asked_again"}'
        from early
        where check_outcome.clip_id = early.clip_id and compared ->> 'gazetteer' = 'being_read_in'
        returning check_outcome.clip_id
      )
      insert into outbox (event, payload)
      select distinct 'facts.changed', jsonb_build_object('clipId', clip_id) from asked`.execute(db);
    clips += Number(numAffectedRows);
    if (numAffectedRows < BigInt(CLIPS_AT_ONCE)) break;
  }
  return clips;
}
