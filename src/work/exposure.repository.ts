import { sql } from 'kysely';
import type { Database } from '../platform/db/database.js';

export interface ExposureSpan {
  /** Days in `timezone`, both included, as YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  readonly timezone: string;
}

export interface ExposureDay {
  readonly userId: string;
  readonly day: string;
  readonly minutes: number;
}

/** Owns `exposure_minute`. A minute counts once, however much was opened in it. */
export class ExposureRepository {
  async insert(
    db: Database,
    opened: {
      readonly userId: string;
      readonly clipId: string;
      readonly caseId: string;
      readonly minute: Date;
    },
  ): Promise<void> {
    await db
      .insertInto('exposure_minute')
      .values({
        user_id: opened.userId,
        minute: opened.minute,
        clip_id: opened.clipId,
        case_id: opened.caseId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** One person's days; `caseIds` null means all that they ever worked on. */
  listOfUser(
    db: Database,
    userId: string,
    caseIds: readonly string[] | null,
    span: ExposureSpan,
  ): Promise<ExposureDay[]> {
    if (caseIds?.length === 0) return Promise.resolve([]);
    return days(db, span)
      .where('user_id', '=', userId)
      .$if(caseIds !== null, (query) => query.where('case_id', 'in', [...(caseIds ?? [])]))
      .execute();
  }

  listOfCase(db: Database, caseId: string, span: ExposureSpan): Promise<ExposureDay[]> {
    return days(db, span).where('case_id', '=', caseId).execute();
  }
}

function days(db: Database, { from, to, timezone }: ExposureSpan) {
  const day = sql<string>`to_char(minute at time zone ${sql.lit(timezone)}, 'YYYY-MM-DD')`;
  return db
    .selectFrom('exposure_minute')
    .select(['user_id as userId', day.as('day'), sql<number>`count(distinct minute)`.as('minutes')])
    .where('minute', '>=', sql<Date>`${from}::date::timestamp at time zone ${timezone}`)
    .where('minute', '<', sql<Date>`(${to}::date + 1)::timestamp at time zone ${timezone}`)
    .groupBy(['user_id', day])
    .orderBy(day)
    .orderBy('user_id');
}
